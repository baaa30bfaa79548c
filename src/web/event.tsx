import { print } from "graphql";
import type { Day } from "../domain/day.ts";
import { AsKnown, titleAsOf } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { Corrections, correctionsOf } from "./corrections.tsx";
import { deskLink } from "./desk/links.ts";
import { numberInWords } from "./distance.ts";
import { document } from "./document.ts";
import { Badges, ChangeBody, type ChangeResult, OnWhoseWord, Participants } from "./entry.tsx";
import { Sides, Sources } from "./evidence.tsx";
import { Dated, Happened, Instead, Said, Sourced, Told } from "./fragments.ts";
import { dateInWords } from "./headings.ts";
import { EventJsonLd } from "./json-ld.tsx";
import { Page } from "./layout.tsx";
import { anchorOf, linkTo } from "./links.ts";
import { QuoteBody } from "./quote.tsx";
import { dueBy } from "./standing.ts";
import { setFor } from "./when-in-words.ts";
import { capital } from "./words.ts";

const EventPage = document(
  `
  query EventPage($slug: String!, $asOf: Date) {
    event(slug: $slug, asOf: $asOf) {
      ...Happened
      accounts: evidence { ...Sourced ...Instead }
      topics { slug title }
      firstReported independentSources
      statusHistory { ...Told }
      related { kind event { slug title } }
      quotes(first: 100) { edges { node { ...Said } } }
    }
  }
`,
  [Dated, Happened, Instead, Sourced, Told, Said],
);

const RELATIONS = {
  FOLLOW_UP_TO: "Follow-up to",
  PART_OF: "Part of",
  CAUSED_BY: "Caused by",
  REPLACES: "Replaces",
  SAME_AS: "The same as",
} as const;

/** Events of these are still to come: of several days one is meant. */
const ANNOUNCED: ReadonlySet<string> = new Set(["SCHEDULED", "RESCHEDULED", "POSSIBLE"]);

/** An event with its history, both sides of a dispute and the quotes about it; null where there was none by that day. */
export async function eventPage(ask: Ask, slug: string, asOf: Day | null, isEditor = false) {
  const variables = { slug, asOf };
  const { event } = await ask(EventPage, variables);
  if (event === null) return null;
  const corrections = await correctionsOf(ask, { event: slug });
  const quotes = event.quotes.edges.map((edge) => edge.node);
  return (
    <Page
      title={titleAsOf(event.title, asOf)}
      asOf={asOf}
      description={event.description ?? undefined}
      query={{ source: print(EventPage), variables }}
      correct={isEditor ? deskLink.event(event.slug) : undefined}
    >
      <EventJsonLd event={event} />
      <p class="kicker">
        Event
        {event.topics.map((topic) => (
          <>
            {" · "}
            <a href={linkTo.topic(topic.slug, asOf)}>
              <bdi>{topic.title}</bdi>
            </a>
          </>
        ))}
      </p>
      <h1 dir="auto">{event.title}</h1>
      <p class="meta">
        <Badges status={event.status} disputed={event.disputed} />
        {event.when ? (ANNOUNCED.has(event.status) ? setFor(event.when) : event.when.display) : "No date set"}
        {event.formerDates.map((date) => (
          <>
            ; had been set for <s>{date.display}</s>
          </>
        ))}
        {event.place && (
          <>
            {" · "}
            <bdi>{event.place.name}</bdi>
          </>
        )}
        {event.participants.length > 0 && " · "}
        <Participants event={event} asOf={asOf} />
      </p>
      <AsKnown asOf={asOf} today={linkTo.event(slug, null)} />
      {event.overdue && <p class="overdue">It {dueBy(event.when?.latest ?? null)}.</p>}
      {event.description !== null && (
        <p class="state" dir="auto">
          {event.description}
        </p>
      )}
      <OnWhoseWord event={event} sayings={quotes} asOf={asOf} />
      {event.outcome !== null && <p dir="auto">{event.outcome}</p>}
      {event.disputed && <Sides evidence={event.accounts} status={event.status} asOf={asOf} />}
      <p class="meta">
        {event.firstReported !== null && `First reported on ${dateInWords(event.firstReported)}. `}
        {event.independentSources === 1
          ? "One source."
          : `${capital(numberInWords(event.independentSources))} independent sources.`}
      </p>
      <Sources evidence={event.evidence} asOf={asOf} />
      <h2>What became of it</h2>
      <ol class="line">
        {event.statusHistory.map((change) => (
          <li class="day">
            <div class="when">
              <span>{change.when ? change.when.display : dateInWords(change.reported)}</span>
              <small>{reportedOn(change)}</small>
            </div>
            <div class="card">
              <article class="entry" id={anchorOf(change.id)} tabindex={-1}>
                <ChangeBody change={change} asOf={asOf} />
              </article>
            </div>
          </li>
        ))}
      </ol>
      {quotes.length > 0 && (
        <section>
          <h2>What was said about it</h2>
          {quotes.map((quote) => (
            <article class="entry" id={anchorOf(quote.id)} tabindex={-1}>
              {quote.when && <p class="meta">{quote.when.display}</p>}
              <QuoteBody quote={quote} asOf={asOf} />
            </article>
          ))}
        </section>
      )}
      {event.related.length > 0 && (
        <section>
          <h2>Related</h2>
          <ul>
            {event.related.map(({ kind, event: other }) => (
              <li>
                {RELATIONS[kind]} <a href={linkTo.event(other.slug, asOf)}>{other.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Corrections corrections={corrections} />
    </Page>
  );
}

/** When a change was reported, beside when it took effect. */
function reportedOn({ when, reported }: ChangeResult): string {
  if (when === null) return "reported";
  return when.edtf === reported ? "reported that day" : `reported on ${dateInWords(reported)}`;
}
