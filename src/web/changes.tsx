import type { ResultOf } from "gql.tada";
import { addDays, type Day } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
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
  query TopicChangesPage($slug: String!, $since: Date!, $until: Date) {
    topic(slug: $slug) {
      title
      whatChanged(since: $since, until: $until) {
        until
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

/**
 * What was reported of a topic after a day, until today or, where that is more than a page may list, until a day from which it
 * goes on; null where there is no such topic, or no day is given.
 */
export async function changesPage(ask: Ask, slug: string, day: Day | null, today: Day) {
  if (day === null) return null;
  const { until, answer } = await asMuchAsFits(ask, slug, day, today);
  const { topic } = answer;
  if (topic === null) return null;
  const ends = until === today ? null : until;
  const parts = partsOf(topic.whatChanged).filter(({ entries }) => entries.length > 0);
  return (
    <Page title={`${topic.title}: what has changed since ${dateInWords(day)}`}>
      <p class="kicker">What has changed</p>
      <h1 dir="auto">{topic.title}</h1>
      <p class="banner">
        What was reported after {dateInWords(day)}
        {ends === null ? ", as known today" : ` and by the end of ${dateInWords(ends)}, as known on that day`}
        . <a href={linkTo.topic(slug, day)}>The story as known on {dateInWords(day)}</a> ·{" "}
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
            asOf={null}
          />
        </section>
      ))}
      {ends !== null && (
        <p class="more">
          <a href={linkTo.changes(slug, ends)} rel="next">
            What was reported after {dateInWords(ends)}
          </a>
        </p>
      )}
    </Page>
  );
}

/** Halves the time until what was reported in it fits. */
async function asMuchAsFits(ask: Ask, slug: string, since: Day, today: Day) {
  for (let until = today; ; ) {
    try {
      return { until, answer: await ask(TopicChangesPage, { slug, since, until }) };
    } catch (error) {
      const days = dayNumberBetween(since, until);
      const tooMuch = error instanceof DatelineError && error.code === "INVALID_DATE_RANGE" && days > 1;
      if (!tooMuch) throw error;
      until = addDays(since, Math.floor(days / 2)) ?? until;
    }
  }
}

function dayNumberBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

const DAY_MS = 86_400_000;

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
