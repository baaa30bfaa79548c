import { EVENT_STATUSES } from "../../domain/model.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { linkTo } from "../links.ts";
import { STATUS_WORDS } from "../words.ts";
import {
  type Corrected,
  Correction,
  Merges,
  Outcome,
  quoteInMenu,
  Undoable,
  Withdrawal,
} from "./correct-parts.tsx";
import { DATE_HINT } from "./edit-form.tsx";
import { Field, Lines, Menu } from "./fields.tsx";
import { DeskPage, type Seat } from "./layout.tsx";
import { deskLink } from "./links.ts";
import { typedIn } from "./typed.ts";
import { FACT_WORDS } from "./words.ts";

const DeskEvent = document(`
  query DeskEvent($slug: String!) {
    event(slug: $slug) {
      id slug title description outcome recordRevision
      place { slug name }
      statusHistory { id recordRevision to reported when { display } }
      quotes(first: 50) { edges { node { id recordRevision text speaker { name } } } }
      corrections { id kind reason day }
      evidence { article { slug headline } }
    }
    merges { id from at actor into { id } }
  }
`);

/** The page on which an editor corrects an event; null where there is none of the name. */
export async function correctEventPage(ask: Ask, seat: Seat, slug: string, { typed, done }: Corrected) {
  const { event, merges } = await ask(DeskEvent, { slug });
  if (event === null) return null;
  const { id, title, description, outcome, recordRevision, place } = event;
  const back = deskLink.event(event.slug);
  const hidden = { event: id, revision: recordRevision };
  const facts = [
    { id, revision: recordRevision, what: `All of it: ${title}` },
    ...event.statusHistory.map(({ id: step, recordRevision: revision, to, when, reported }) => ({
      id: step,
      revision,
      what: `The step: ${STATUS_WORDS[to]}, ${when?.display ?? reported}`,
    })),
    ...event.quotes.edges.map(({ node: quote }) => ({
      id: quote.id,
      revision: quote.recordRevision,
      what: `The quote: ${quote.speaker?.name ?? ""} ${quoteInMenu(quote.text)}`,
    })),
  ];
  return (
    <DeskPage title={`Correct: ${title}`} seat={seat}>
      <p class="kicker">Correct an event</p>
      <h1 dir="auto">{title}</h1>
      <p class="meta">
        <a href={linkTo.event(event.slug, null)}>Its page</a>
      </p>
      <Outcome typed={typed} done={done} />
      <Correction
        seat={seat}
        back={back}
        action="amend-event"
        title="Change its title or what is said of it"
        hidden={hidden}
        typed={typedIn(typed, "amend-event")}
        button="Change it"
      >
        <Field typed={typedIn(typed, "amend-event")} name="title" label="Title" value={title} required />
        <Field
          typed={typedIn(typed, "amend-event")}
          name="place"
          label="Place: its slug"
          value={place?.slug ?? null}
          hint="A place that is on record; empty for none."
        />
        <Lines
          typed={typedIn(typed, "amend-event")}
          name="description"
          label="Description"
          value={description}
          rows={3}
        />
        <Lines
          typed={typedIn(typed, "amend-event")}
          name="outcome"
          label="Outcome"
          value={outcome}
          rows={2}
        />
      </Correction>
      <Correction
        seat={seat}
        back={back}
        action="status"
        title="Record what became of it"
        hidden={hidden}
        typed={typedIn(typed, "status")}
        button="Record it"
      >
        <Menu
          typed={typedIn(typed, "status")}
          name="to"
          label="It is now"
          chosen={null}
          options={EVENT_STATUSES.map((one) => [one, STATUS_WORDS[one]])}
        />
        <Field
          typed={typedIn(typed, "status")}
          name="date"
          label="Its new date"
          value={null}
          hint={DATE_HINT}
        />
        <Field
          typed={typedIn(typed, "status")}
          name="effective"
          label="Since when"
          value={null}
          hint={DATE_HINT}
        />
        <Field
          typed={typedIn(typed, "status")}
          name="article"
          label="The article that says so: its slug"
          value={event.evidence[0]?.article.slug ?? null}
          required
        />
        <Lines
          typed={typedIn(typed, "status")}
          name="exact"
          label="The words that say so"
          value={null}
          rows={2}
          hint="As they stand in the article’s text."
        />
      </Correction>
      <Withdrawal seat={seat} back={back} facts={facts} typed={typedIn(typed, "withdraw")} />
      <Correction
        seat={seat}
        back={back}
        action="merge-event"
        title="It stands twice: merge it into another"
        hidden={hidden}
        typed={typedIn(typed, "merge-event")}
        button="Merge it"
      >
        <Field
          typed={typedIn(typed, "merge-event")}
          name="into"
          label="The event that stays"
          value={null}
          required
          hint="The address of its page, or its slug."
        />
      </Correction>
      <Merges
        seat={seat}
        back={back}
        title="Merged into it"
        merges={merges.filter((one) => one.into?.id === id)}
      />
      {event.corrections.length > 0 && (
        <section aria-labelledby="withdrawn">
          <h2 id="withdrawn">Withdrawn</h2>
          <ul class="undoable">
            {event.corrections.map((one) => (
              <li>
                <Undoable
                  seat={seat}
                  back={back}
                  action="lift"
                  name="correction"
                  id={one.id}
                  button="Let it hold again"
                >
                  {FACT_WORDS[one.kind]}, {one.day}: {one.reason}
                </Undoable>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskPage>
  );
}
