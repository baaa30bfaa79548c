import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { linkTo } from "../links.ts";
import { type Corrected, Correction, Merges, Outcome, quoteInMenu, Withdrawal } from "./correct-parts.tsx";
import { Field, Lines, Menu } from "./fields.tsx";
import { DeskPage, type Seat } from "./layout.tsx";
import { deskLink } from "./links.ts";
import { typedIn } from "./typed.ts";

const DeskPerson = document(`
  query DeskPerson($slug: String!) {
    person(slug: $slug) {
      id slug name aliases recordRevision
      roles { id title organization { name } }
      quotes(first: 100) { edges { node { id text recordRevision } } }
    }
    merges { id from at actor into { id } }
  }
`);

/** The page on which an editor corrects what is said of a person; null where there is none of the name. */
export async function correctPersonPage(ask: Ask, seat: Seat, slug: string, { typed, done }: Corrected) {
  const { person, merges } = await ask(DeskPerson, { slug });
  if (person === null) return null;
  const { id, name, aliases, recordRevision, roles } = person;
  const back = deskLink.person(person.slug);
  const quotes = person.quotes.edges.map((edge) => edge.node);
  const facts = [
    // Roles are changed where the person is.
    ...roles.map(({ id: role, title, organization }) => ({
      id: role,
      revision: recordRevision,
      what: `The role: ${organization === null ? title : `${title}, ${organization.name}`}`,
    })),
    ...quotes.map((quote) => ({
      id: quote.id,
      revision: quote.recordRevision,
      what: `The quote: ${quoteInMenu(quote.text)}`,
    })),
  ];
  return (
    <DeskPage title={`Correct: ${name}`} seat={seat}>
      <p class="kicker">Correct a person</p>
      <h1 dir="auto">{name}</h1>
      <p class="meta">
        <a href={linkTo.person(person.slug, null)}>Their page</a>
      </p>
      <Outcome typed={typed} done={done} />
      <Correction
        seat={seat}
        back={back}
        action="amend-person"
        title="Change their names"
        hidden={{ person: id, revision: recordRevision }}
        typed={typedIn(typed, "amend-person")}
        button="Change them"
      >
        <Field typed={typedIn(typed, "amend-person")} name="name" label="Name" value={name} required />
        <Lines
          typed={typedIn(typed, "amend-person")}
          name="aliases"
          label="Other names, one a line"
          value={aliases.join("\n")}
          rows={3}
        />
      </Correction>
      <Correction
        seat={seat}
        back={back}
        action="merge-person"
        title="They stand twice: merge them into another"
        hidden={{ person: id, revision: recordRevision }}
        typed={typedIn(typed, "merge-person")}
        button="Merge them"
      >
        <Field
          typed={typedIn(typed, "merge-person")}
          name="into"
          label="The person who stays"
          value={null}
          required
          hint="The address of their page, or their slug."
        />
      </Correction>
      {quotes.length > 0 && (
        <Correction
          seat={seat}
          back={back}
          action="move-quote"
          title="Somebody else said it"
          typed={typedIn(typed, "move-quote")}
          button="Move it"
        >
          <Menu
            typed={typedIn(typed, "move-quote")}
            name="quote"
            label="What"
            chosen={null}
            options={quotes.map((quote) => [`${quote.id} ${quote.recordRevision}`, quoteInMenu(quote.text)])}
          />
          <Field
            typed={typedIn(typed, "move-quote")}
            name="speaker"
            label="Who said it"
            value={null}
            hint="The address of their page, or their slug; nobody who is named: leave it empty."
          />
        </Correction>
      )}
      {facts.length > 0 && (
        <Withdrawal seat={seat} back={back} facts={facts} typed={typedIn(typed, "withdraw")} />
      )}
      <Merges
        seat={seat}
        back={back}
        title="Merged into them"
        merges={merges.filter((one) => one.into?.id === id)}
      />
    </DeskPage>
  );
}
