import { print } from "graphql";
import type { Day } from "../domain/day.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Badges, ChangeBody, Participants, QuoteBody } from "./entry.tsx";
import { Sources } from "./evidence.tsx";
import { Dated, Happened, Said, Told } from "./fragments.ts";
import { EventJsonLd } from "./json-ld.tsx";
import { Page } from "./layout.tsx";
import { anchorOf, linkTo } from "./links.ts";

const EventPage = document(
  `
  query EventPage($slug: String!, $asOf: Date) {
    event(slug: $slug, asOf: $asOf) {
      ...Happened
      topics { slug title }
      firstReported independentSources
      statusHistory { ...Told }
      related { kind event { slug title } }
      quotes(first: 100) { edges { node { ...Said } } }
    }
  }
`,
  [Dated, Happened, Told, Said],
);

const RELATIONS = {
  FOLLOW_UP_TO: "Follow-up to",
  PART_OF: "Part of",
  CAUSED_BY: "Caused by",
  REPLACES: "Replaces",
  SAME_AS: "The same as",
} as const;

/** An event with its history, both sides of a dispute and the quotes about it; null where there was none by that day. */
export async function eventPage(ask: Ask, slug: string, asOf: Day | null) {
  const variables = { slug, asOf };
  const { event } = await ask(EventPage, variables);
  if (event === null) return null;
  const quotes = event.quotes.edges.map((edge) => edge.node);
  return (
    <Page
      title={event.title}
      description={event.description ?? undefined}
      query={{ source: print(EventPage), variables }}
    >
      <EventJsonLd event={event} />
      <p class="kicker">
        Event
        {event.topics.map((topic) => (
          <>
            {" · "}
            <a href={linkTo.topic(topic.slug, asOf)}>{topic.title}</a>
          </>
        ))}
      </p>
      <h1 dir="auto">{event.title}</h1>
      <p class="meta">
        <Badges status={event.status} disputed={event.disputed} />
        {event.when ? <time datetime={event.when.edtf}>{event.when.display}</time> : "No date set"}
        {event.formerDates.map((date) => (
          <>
            {" "}
            <s>{date.display}</s>
          </>
        ))}
        {event.place && ` · ${event.place.name}`}
        {event.participants.length > 0 && " · "}
        <Participants event={event} asOf={asOf} />
      </p>
      {asOf !== null && <p class="banner">As known by the end of {asOf}.</p>}
      {event.overdue && <p class="overdue">Was due by now; no report that it took place.</p>}
      {event.description !== null && <p class="state">{event.description}</p>}
      {event.outcome !== null && <p>{event.outcome}</p>}
      <p class="meta">
        {event.firstReported !== null && `First reported on ${event.firstReported}. `}
        Independent sources: {event.independentSources}.
      </p>
      <Sources evidence={event.evidence} asOf={asOf} />
      <h2>What became of it</h2>
      <ol class="line">
        {event.statusHistory.map((change) => (
          <li>
            <article class="entry" id={anchorOf(change.id)}>
              <div class="when">
                {change.when ? (
                  <time datetime={change.when.edtf}>{change.when.display}</time>
                ) : (
                  <>
                    <time datetime={change.reported}>{change.reported}</time>
                    <small>reported</small>
                  </>
                )}
              </div>
              <div>
                <ChangeBody change={change} asOf={asOf} />
              </div>
            </article>
          </li>
        ))}
      </ol>
      {quotes.length > 0 && (
        <section>
          <h2>What was said about it</h2>
          {quotes.map((quote) => (
            <div id={anchorOf(quote.id)}>
              <QuoteBody quote={quote} asOf={asOf} />
            </div>
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
    </Page>
  );
}
