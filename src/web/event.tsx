import type { Day } from "../domain/day.ts";
import { AsKnown, titleAsKnown } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { Corrections, correctionsOf } from "./corrections.tsx";
import { deskLink } from "./desk/links.ts";
import { EventEvidence } from "./dispute.tsx";
import { numberInWords } from "./distance.ts";
import { document } from "./document.ts";
import { Badges, ChangeBody, type ChangeResult, OnWhoseWord, Participants } from "./entry.tsx";
import { eventDate, setFor } from "./event-date.ts";
import { Dated, Happened, Said, Told } from "./fragments.ts";
import { dateInWords } from "./headings.ts";
import { EventJsonLd } from "./json-ld.tsx";
import { Page } from "./layout.tsx";
import { anchorOf, linkTo } from "./links.ts";
import type { TimelineParams } from "./params.ts";
import { QuoteBody } from "./quote.tsx";
import { RELATIONS } from "./relations.ts";
import { dueBy } from "./standing.ts";
import { translatingOutlets, WordingNotes } from "./wording.tsx";
import { capital } from "./words.ts";

const EventPage = document(
  `
  query EventPage($slug: String!, $asOf: Date, $after: String) {
    event(slug: $slug, asOf: $asOf) {
      ...Happened
      topics { slug title }
      firstReported independentSources
      statusHistory { ...Told }
      related { kind event { slug title } }
      quotes(first: 50, after: $after) { edges { node { ...Said } } pageInfo { hasNextPage endCursor } }
    }
  }
`,
  [Dated, Happened, Told, Said],
);

/**
 * An event with its history, both sides of a dispute and the quotes about it; null where there was none by that day.
 *
 * @param after the cursor of the quote after which the quotes go on
 */
export async function eventPage(
  ask: Ask,
  slug: string,
  asOf: Day | null,
  { after, toSearch }: TimelineParams,
  isEditor = false,
) {
  const variables = { slug, asOf, after };
  const { event } = await ask(EventPage, variables);
  if (event === null) return null;
  const corrections = await correctionsOf(ask, { event: slug });
  const quotes = event.quotes.edges.map((edge) => edge.node);
  const { pageInfo } = event.quotes;
  const noted = translatingOutlets(quotes);
  return (
    <Page
      title={titleAsKnown(event.title, asOf)}
      description={event.description ?? undefined}
      queries={[{ document: EventPage, variables }]}
      asOf={asOf}
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
        {event.when ? eventDate(event.when, event.status) : "No date set"}
        {event.formerDates.map((date) => (
          <>
            ; had been set <s>{setFor(date)}</s>
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
      <p class="meta">
        {event.firstReported !== null && `First reported on ${dateInWords(event.firstReported)}. `}
        {event.independentSources === 1
          ? "One source."
          : `${capital(numberInWords(event.independentSources))} independent sources.`}
      </p>
      <EventEvidence event={event} asOf={asOf} withSteps />
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
        <section aria-labelledby="quotes">
          <h2 id="quotes">What was said about it</h2>
          <WordingNotes outlets={noted} />
          {quotes.map((quote) => (
            <article class="entry" id={anchorOf(quote.id)} tabindex={-1}>
              {quote.when && <p class="meta">{quote.when.display}</p>}
              <QuoteBody quote={quote} asOf={asOf} noted={noted} />
            </article>
          ))}
          {pageInfo.hasNextPage && (
            <p class="more">
              <a href={`?${toSearch({ after: pageInfo.endCursor })}#quotes`} rel="next">
                More of what was said
              </a>
            </p>
          )}
        </section>
      )}
      {event.related.length > 0 && (
        <section>
          <h2>Related</h2>
          <ul>
            {event.related.map(({ kind, event: other }) => (
              <li>
                {capital(RELATIONS[kind])}{" "}
                <a href={linkTo.event(other.slug, asOf)}>
                  <bdi>{other.title}</bdi>
                </a>
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
