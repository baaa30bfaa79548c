import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { linkTo } from "../links.ts";
import { Correction, Merges, Outcome, quoteInMenu, Withdrawal } from "./correct-parts.tsx";
import { Field, Lines, Menu } from "./fields.tsx";
import { DeskPage, type Seat } from "./layout.tsx";
import { deskLink } from "./links.ts";

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
export async function correctPersonPage(
  ask: Ask,
  seat: Seat,
  slug: string,
  { problem, done }: { readonly problem: string | null; readonly done: boolean },
) {
  const { person, merges } = await ask(DeskPerson, { slug });
  if (person === null) return null;
  const { id, name, aliases, recordRevision, roles } = person;
  const back = deskLink.person(person.slug);
  const quotes = person.quotes.edges.map((edge) => edge.node);
  const facts = [
    ...roles.map(
      ({ id: role, title, organization }) =>
        [role, `The role: ${organization === null ? title : `${title}, ${organization.name}`}`] as const,
    ),
    ...quotes.map((quote) => [quote.id, `The quote: ${quoteInMenu(quote.text)}`] as const),
  ];
  return (
    <DeskPage title={`Correct: ${name}`} seat={seat}>
      <p class="kicker">Correct a person</p>
      <h1 dir="auto">{name}</h1>
      <p class="meta">
        <a href={linkTo.person(person.slug, null)}>Their page</a>
      </p>
      <Outcome problem={problem} done={done} />
      <Correction
        seat={seat}
        back={back}
        action="amend-person"
        title="Change their names"
        hidden={{ person: id, revision: recordRevision }}
        button="Change them"
      >
        <Field name="name" label="Name" value={name} required />
        <Lines name="aliases" label="Other names, one a line" value={aliases.join("\n")} rows={3} />
      </Correction>
      <Correction
        seat={seat}
        back={back}
        action="merge-person"
        title="They stand twice: merge them into another"
        hidden={{ person: id, revision: recordRevision }}
        button="Merge them"
      >
        <Field
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
          button="Move it"
        >
          <Menu
            name="quote"
            label="What"
            chosen={null}
            options={quotes.map((quote) => [`${quote.id} ${quote.recordRevision}`, quoteInMenu(quote.text)])}
          />
          <Field
            name="speaker"
            label="Who said it"
            value={null}
            hint="The address of their page, or their slug; nobody who is named: leave it empty."
          />
        </Correction>
      )}
      {facts.length > 0 && <Withdrawal seat={seat} back={back} facts={facts} chosen={null} />}
      <Merges seat={seat} back={back} merges={merges.filter((one) => one.into?.id === id)} />
    </DeskPage>
  );
}
