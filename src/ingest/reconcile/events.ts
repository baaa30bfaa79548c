import type { Day } from "../../domain/day.ts";
import type { FuzzyDate } from "../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../domain/model.ts";
import { dayNumber, daysLater } from "../../domain/timeline-position.ts";
import { byKeys, type Clusters, cluster, type Pair } from "./cluster.ts";
import { type EventWords, eventWords, likeness, nameWords, sharedThing } from "./event-words.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** An event as one article drafts it, or as the record has it. */
export interface EventTold {
  readonly key: string;
  /** Keys of the articles that tell of it: each tells of an event once. */
  readonly articles: ReadonlySet<string>;
  readonly title: string;
  readonly date: FuzzyDate | null;
  /** Dates that no longer hold. */
  readonly formerDates: readonly FuzzyDate[];
  /** Whether it is only planned: it may be put off to another date. */
  readonly planned: boolean;
  /** Whether it is told to have been put off: what was planned by then is so no longer. */
  readonly putOff: boolean;
  /** Name of its place, folded. */
  readonly place: string | null;
  /** Keys of those who take part, the same for all that are one. */
  readonly participants: ReadonlySet<string>;
  /** Names and titles by which it calls them, which its own title may be made of. */
  readonly names: readonly string[];
  /** The days on which it was told, first to last. */
  readonly told: readonly [first: Day, last: Day];
  readonly topics: readonly string[];
  readonly onRecord: boolean;
}

/**
 * Brings together the articles' accounts of one event: the same kind of thing, on dates that agree, with the same people or at
 * the same place, within a topic. Accounts whose dates cannot both be right stay apart, unless one of these is told to have been given up.
 *
 * @param given accounts that are one, since an editor decided so
 */
export function reconcileEvents(
  events: readonly EventTold[],
  given: readonly Pair[] = [],
  thresholds = THRESHOLDS.event,
): Clusters {
  const byKey = byKeys(
    events.map((event) => ({
      ...event,
      words: eventWords(event.title),
      nameWords: new Set([...event.names, event.place ?? ""].flatMap(nameWords)),
    })),
  );
  const pairs = candidates([...byKey.values()]).flatMap(
    ([one, other]) => judge(one, other, thresholds.doubtful) ?? [],
  );
  return cluster(byKey, pairs, thresholds, { apart: groupsApart }, given);
}

/** What a status says of the dates of an event. */
export function standingOf(status: EventStatus): Pick<EventTold, "planned" | "putOff"> {
  const planned = status === "POSSIBLE" || status === "SCHEDULED" || status === "RESCHEDULED";
  return { planned, putOff: status === "POSTPONED" || status === "RESCHEDULED" };
}

interface Worded extends EventTold {
  readonly words: EventWords;
  readonly nameWords: ReadonlySet<string>;
}

/**
 * Pairs within a topic that share a word of the title and somebody, a place or a day, and may be one. Where many share all that,
 * each is compared with one of each sort, so that what thousands of articles tell does not take the square of their number.
 */
function candidates(events: readonly Worded[]): [Worded, Worded][] {
  const blocks = new Map<string, Worded[]>();
  for (const event of events) {
    for (const key of blockKeys(event)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [event]);
      else if (block.at(-1) !== event) block.push(event);
    }
  }
  const partners = new Map<Worded, Set<Worded>>();
  const pairs: [Worded, Worded][] = [];
  for (const block of blocks.values()) {
    const compared: Worded[] = [];
    const sorts = new Set<string>();
    for (const event of block) {
      const known = partners.get(event) ?? new Set();
      partners.set(event, known);
      for (const other of compared) {
        if (known.has(other)) continue;
        known.add(other);
        if (!groupsApart([other], [event]) || mayHaveMoved(other, event)) pairs.push([other, event]);
      }
      if (block.length > THRESHOLDS.manyEvents && !event.onRecord) {
        const sort = sortOf(event);
        if (sorts.has(sort)) continue;
        sorts.add(sort);
      }
      compared.push(event);
    }
  }
  return pairs;
}

/** The same for accounts that say the same of what, when and where. */
function sortOf({ words, date, formerDates, place }: Worded): string {
  const dates = [date, ...formerDates].map((one) => one?.edtf ?? "");
  return [...words.kinds, "", ...words.others, "", ...dates, place ?? ""].join("\n");
}

function* blockKeys(event: Worded): Iterable<string> {
  const shared = [...event.participants].map((key) => `who ${key}`);
  for (const word of event.place?.split(" ") ?? []) shared.push(`where ${word}`);
  // A day, and its year: “2003” may be 28 April 2003.
  for (const { earliest } of datesOf(event)) {
    if (earliest !== null) shared.push(`when ${earliest}`, `in ${earliest.slice(0, 4)}`);
  }
  for (const topic of event.topics) {
    for (const word of [...event.words.kinds, ...event.words.others]) {
      for (const one of shared) yield `${topic}\n${word}\n${one}`;
    }
  }
}

/** Whether two groups of accounts cannot be of one event: both on record, told by one article, or on dates that conflict. */
function groupsApart(ones: readonly Worded[], others: readonly Worded[]): boolean {
  // Found once it is needed, which is seldom.
  let givenUp: readonly FuzzyDate[] | null = null;
  const holds = (date: FuzzyDate) => {
    // A date that is told to have been given up speaks for another no longer.
    givenUp ??= datesGivenUp([...ones, ...others]);
    return !givenUp.some((former) => overlap(former, date));
  };
  for (const one of ones) {
    for (const other of others) {
      if (one.onRecord && other.onRecord) return true;
      if (shareArticle(one, other)) return true;
      if (one.date === null || other.date === null || overlap(one.date, other.date)) continue;
      if (holds(one.date) && holds(other.date)) return true;
    }
  }
  return false;
}

/** Dates that accounts of one event tell to have been given up, or planned before it was put off. */
function datesGivenUp(events: readonly Worded[]): FuzzyDate[] {
  const putOff = events.filter((event) => event.putOff).map(({ told }) => told[1]);
  return events.flatMap(({ formerDates, planned, date, told: [first] }) =>
    planned && date !== null && putOff.some((day) => first < day) ? [...formerDates, date] : formerDates,
  );
}

/**
 * Whether two that stay apart by their dates may yet be one that was put off without anybody saying so: one was planned, and the
 * other is told later, of a day not far from that. Of things that took place there are two.
 */
function mayHaveMoved(one: Worded, other: Worded): boolean {
  if ((one.onRecord && other.onRecord) || shareArticle(one, other)) return false;
  if (one.date === null || other.date === null || overlap(one.date, other.date)) return false;
  const later = (plan: Worded, account: Worded) => plan.planned && plan.told[0] <= account.told[1];
  return (later(one, other) || later(other, one)) && isNear(one.date, other.date);
}

/** Whether there are so few days between two dates that something may have been put off from one to the other. */
function isNear(one: FuzzyDate, other: FuzzyDate): boolean {
  const [first, second] = (one.latest ?? "") < (other.earliest ?? "") ? [one, other] : [other, one];
  return (
    first.latest !== null &&
    second.earliest !== null &&
    daysLater(dayNumber(first.latest), THRESHOLDS.putOffDays) >= dayNumber(second.earliest)
  );
}

function shareArticle({ articles }: Worded, other: Worded): boolean {
  for (const article of articles) if (other.articles.has(article)) return true;
  return false;
}

/** How sure it is that two are one event, and why; null where it is not even doubtful. */
function judge(one: Worded, other: Worded, doubtful: number): Pair | null {
  const known = dates(one, other);
  if (known === "UNKNOWN" && !toldTogether(one, other)) return null;
  const isName = (word: string) => one.nameWords.has(word) || other.nameWords.has(word);
  const alike = likeness(one.words, other.words, isName);
  if (alike < LEAST_ALIKE) return null;
  let shared = 0;
  for (const key of one.participants) if (other.participants.has(key)) shared++;
  const fewer = Math.min(one.participants.size, other.participants.size);
  const who = shared >= 2 || (shared > 0 && shared === fewer) ? "ALL" : shared > 0 ? "SOME" : "NONE";
  // Another date for the same people, after the one that was given up.
  const moved = known === "UNKNOWN" && shared >= 2 && (isPutOffTo(one, other) || isPutOffTo(other, one));
  const when = moved ? "MOVED" : known;
  if (when === "CONFLICT" && who !== "ALL") return null;
  const where =
    one.place === null || other.place === null
      ? "UNKNOWN"
      : samePlace(one.place, other.place)
        ? "SAME"
        : "OTHER";
  const what = sharedThing(one.words, other.words, isName) >= 2 ? "SAME" : "UNKNOWN";
  const weight = WHEN[when] + Math.max(WHO[who], WHAT[what]) + WHERE[where] + LIKENESS * alike;
  const score = Math.min(1, Math.max(0, Math.round(weight * 100) / 100));
  if (score < doubtful) return null;
  return {
    one: one.key,
    other: other.key,
    score,
    reason: reasonFor(when, who, what, where),
  };
}

/** There are few, and many pairs. */
const reasons = new Map<string, string>();

function reasonFor(
  when: keyof typeof WHEN,
  who: keyof typeof WHO,
  what: keyof typeof WHAT,
  where: keyof typeof WHERE,
): string {
  const code = `${when} ${who} ${what} ${where}`;
  const known = reasons.get(code);
  if (known !== undefined) return known;
  const reason = [
    "the same kind of event",
    SAID_OF_DATES[when],
    { ALL: "with the same people", SOME: "with some of the same people", NONE: "" }[who],
    what === "SAME" ? "about the same thing" : "",
    where === "SAME" ? "at the same place" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  reasons.set(code, reason);
  return reason;
}

const LEAST_ALIKE = 0.4;
const LIKENESS = 0.25;
const WHEN = { SAME_DAY: 0.45, OVERLAP: 0.35, BROAD: 0.2, MOVED: 0.3, UNKNOWN: 0.15, CONFLICT: 0 } as const;
const WHO = { ALL: 0.3, SOME: 0.15, NONE: 0 } as const;
const WHAT = { SAME: 0.3, UNKNOWN: 0 } as const;
const WHERE = { SAME: 0.15, UNKNOWN: 0, OTHER: -0.3 } as const;

const SAID_OF_DATES: Record<keyof typeof WHEN, string> = {
  SAME_DAY: "on the same day",
  OVERLAP: "on dates that agree",
  BROAD: "on dates that may agree",
  MOVED: "on a day after the one that was given up",
  UNKNOWN: "told within weeks",
  CONFLICT: "on another day than was planned",
};

/** Whether a name says the same as another, or less of the same: “Anchorage” and “Anchorage, Alaska”. */
function samePlace(one: string, other: string): boolean {
  const [these, those] = [one.split(" "), other.split(" ")];
  const [fewer, more] = these.length <= those.length ? [these, those] : [those, these];
  return fewer.every((word) => more.includes(word));
}

type Dates = Exclude<keyof typeof WHEN, "MOVED">;

/** How the dates of two accounts stand to each other; a date that no longer holds of one may be the other's. */
function dates(one: EventTold, other: EventTold): Dates {
  if (one.date !== null && other.date !== null && overlap(one.date, other.date)) {
    if (isDay(one.date) && isDay(other.date)) return "SAME_DAY";
    return isBroad(one.date) || isBroad(other.date) ? "BROAD" : "OVERLAP";
  }
  if (datesOf(one).some((date) => datesOf(other).some((their) => overlap(date, their)))) return "OVERLAP";
  return one.date !== null && other.date !== null ? "CONFLICT" : "UNKNOWN";
}

function datesOf({ date, formerDates }: EventTold): readonly FuzzyDate[] {
  return date === null ? formerDates : [date, ...formerDates];
}

/** Whether they share a day; as a range that OVERLAPS, but called far more often. */
function overlap(one: FuzzyDate, other: FuzzyDate): boolean {
  const { earliest, latest } = one;
  return (
    (earliest === null || other.latest === null || earliest <= other.latest) &&
    (latest === null || other.earliest === null || latest >= other.earliest)
  );
}

/** Whether a date leaves more than about a month: much may happen in a year. */
function isBroad({ earliest, latest }: FuzzyDate): boolean {
  if (earliest === null || latest === null) return true;
  return daysLater(dayNumber(earliest), THRESHOLDS.broadDateDays) < dayNumber(latest);
}

/** Whether one has given up its date, and another that was told within weeks has a later one. */
function isPutOffTo(one: EventTold, other: EventTold): boolean {
  const { date } = other;
  return (
    one.date === null &&
    one.formerDates.length > 0 &&
    date?.earliest != null &&
    one.formerDates.every(({ latest }) => latest !== null && latest < (date.earliest ?? ""))
  );
}

function isDay(date: FuzzyDate): boolean {
  return date.earliest !== null && date.earliest === date.latest;
}

/** Whether they were told within so many days of each other that an undated event may be the same. */
function toldTogether(one: EventTold, other: EventTold): boolean {
  const near = (first: EventTold, second: EventTold) =>
    daysLater(dayNumber(first.told[1]), THRESHOLDS.undatedEventDays) >= dayNumber(second.told[0]);
  return near(one, other) && near(other, one);
}
