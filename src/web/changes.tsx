import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import type { EntryResult } from "./entry.tsx";
import { Happened, Said, Told } from "./fragments.ts";
import { byDay, dateInWords } from "./headings.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { withOwnChanges } from "./own-changes.ts";
import { DayCards, sayingsIn } from "./timeline.tsx";

const TopicChangesPage = document(
  `
  query TopicChangesPage($slug: String!, $since: Date!, $first: Int) {
    topic(slug: $slug) {
      title
      whatChanged(since: $since, first: $first) {
        until more
        newEvents { __typename ...Happened }
        statusChanges { __typename ...Told }
        disputes { __typename ...Told }
        newQuotes { __typename ...Said }
      }
    }
  }
`,
  [Happened, Told, Said],
);

type Diff = NonNullable<ResultOf<typeof TopicChangesPage>["topic"]>["whatChanged"];

/** About how many entries are shown at once, whole days always. */
const ENTRIES_AT_ONCE = 40;

/**
 * What was reported of a topic after a day; of much, the first days, and the way to go on. Null where there is no such topic,
 * or no day is given.
 */
export async function changesPage(ask: Ask, slug: string, day: Day | null) {
  if (day === null) return null;
  const variables = { slug, since: day, first: ENTRIES_AT_ONCE };
  const { topic } = await ask(TopicChangesPage, variables);
  if (topic === null) return null;
  const { until, more } = topic.whatChanged;
  // What is told of a day in between is as known then: so are the pages that it leads to.
  const asOf = more ? until : null;
  const parts = partsOf(topic.whatChanged).filter(({ entries }) => entries.length > 0);
  return (
    <Page
      title={`${topic.title}: what has changed since ${dateInWords(day)}`}
      queries={[{ document: TopicChangesPage, variables }]}
    >
      <p class="kicker">What has changed</p>
      <h1 dir="auto">{topic.title}</h1>
      <p class="banner">
        What was reported after {dateInWords(day)}
        {more
          ? `, up to ${dateInWords(until)} and as known then; there is more after it. `
          : ", as known today. "}
        {more && (
          <>
            <a href={linkTo.changes(slug, until)}>Go on after {dateInWords(until)}</a>
            {" · "}
          </>
        )}
        <a href={linkTo.topic(slug, day)}>The story as known on {dateInWords(day)}</a> ·{" "}
        <a href={linkTo.topic(slug, null)}>As known today</a>
      </p>
      {parts.length === 0 && <p class="empty">Nothing was reported after that day.</p>}
      {parts.map(({ heading, entries }) => (
        <section>
          <h2>
            {heading} ({entries.length})
          </h2>
          <DayCards
            groups={byDay(withOwnChanges(entries))}
            heading="h3"
            sayings={sayingsIn(topic.whatChanged.newQuotes)}
            asOf={asOf}
          />
        </section>
      ))}
      {more && (
        <p class="more">
          <a href={linkTo.changes(slug, until)} rel="next">
            What was reported after {dateInWords(until)}
          </a>
        </p>
      )}
    </Page>
  );
}

/** Each thing once: what a new event begins with is said by the event, and a dispute by the change, where that is new. */
function partsOf({ newEvents, statusChanges, disputes, newQuotes }: Diff) {
  const fresh = new Set(newEvents.map((event) => event.slug));
  const changes = statusChanges.filter(({ event, to, from }) => !(fresh.has(event.slug) && isTold(to, from)));
  const known = new Set(changes.map((change) => change.id));
  const parts: readonly { readonly heading: string; readonly entries: readonly EntryResult[] }[] = [
    { heading: "Changes", entries: changes },
    { heading: "Newly disputed", entries: disputes.filter((change) => !known.has(change.id)) },
    { heading: "New events", entries: newEvents },
    { heading: "Newly said", entries: newQuotes },
  ];
  return parts;
}

/** Whether an event's own entry says that it came to a status. */
function isTold(
  to: Diff["statusChanges"][number]["to"],
  from: Diff["statusChanges"][number]["from"],
): boolean {
  return to === "OCCURRED" || to === "IN_PROGRESS" || (to === "POSSIBLE" && from === null);
}
