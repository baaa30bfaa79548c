import { matchesRange } from "../../domain/date-range.ts";
import type { Day } from "../../domain/day.ts";
import type { FuzzyDate } from "../../domain/fuzzy-date.ts";
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
 */
export function reconcileEvents(events: readonly EventTold[], thresholds = THRESHOLDS.event): Clusters {
  const byKey = byKeys(
    events.map((event) => ({
      ...event,
      words: eventWords(event.title),
      nameWords: [...event.names, event.place ?? ""].flatMap(nameWords),
    })),
  );
  const pairs = candidates([...byKey.values()]).flatMap(([one, other]) => judge(one, other) ?? []);
  const present = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  return cluster(byKey.keys(), pairs, thresholds, {
    apart: (one, other) => groupsApart(present(one), present(other)),
  });
}

interface Worded extends EventTold {
  readonly words: EventWords;
  readonly nameWords: readonly string[];
}

/** Pairs within a topic that share a word of the title and somebody, a place or a day. */
function candidates(events: readonly Worded[]): [Worded, Worded][] {
  const blocks = new Map<string, number[]>();
  for (const [index, event] of events.entries()) {
    const shared = [...event.participants].map((key) => `who ${key}`);
    for (const word of event.place?.split(" ") ?? []) shared.push(`where ${word}`);
    for (const { earliest } of datesOf(event)) if (earliest !== null) shared.push(`when ${earliest}`);
    for (const topic of event.topics) {
      for (const word of [...event.words.kinds, ...event.words.others]) {
        for (const one of shared) {
          const key = `${topic}\n${word}\n${one}`;
          const block = blocks.get(key);
          if (block === undefined) blocks.set(key, [index]);
          else block.push(index);
        }
      }
    }
  }
  const seen = new Set<number>();
  const pairs: [Worded, Worded][] = [];
  for (const block of blocks.values()) {
    for (const [at, index] of block.entries()) {
      for (const other of block.slice(at + 1)) {
        const pair = index * events.length + other;
        if (index === other || seen.has(pair)) continue;
        seen.add(pair);
        const [a, b] = [events[index], events[other]];
        if (a !== undefined && b !== undefined && !groupsApart([a], [b])) pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

/** Whether two groups of accounts cannot be of one event: both on record, told by one article, or on dates that conflict. */
function groupsApart(ones: readonly Worded[], others: readonly Worded[]): boolean {
  const givenUp = [...ones, ...others].flatMap((event) => event.formerDates);
  // A date that is told to have been given up speaks for another no longer.
  const holds = (date: FuzzyDate) => !givenUp.some((former) => overlap(former, date));
  return ones.some((one) =>
    others.some((other) => {
      if (one.onRecord && other.onRecord) return true;
      for (const article of one.articles) if (other.articles.has(article)) return true;
      if (one.date === null || other.date === null || overlap(one.date, other.date)) return false;
      return holds(one.date) && holds(other.date);
    }),
  );
}

/** How sure it is that two are one event, and why; null where hardly anything speaks for it. */
function judge(one: Worded, other: Worded): Pair | null {
  const named = new Set([...one.nameWords, ...other.nameWords]);
  const alike = likeness(one.words, other.words, named);
  if (alike < LEAST_ALIKE) return null;
  const shared = [...one.participants].filter((key) => other.participants.has(key)).length;
  const fewer = Math.min(one.participants.size, other.participants.size);
  const who = shared >= 2 || (shared > 0 && shared === fewer) ? "ALL" : shared > 0 ? "SOME" : "NONE";
  const when = dates(one, other);
  if (when === "CONFLICT" || (when === "UNKNOWN" && !toldTogether(one, other))) return null;
  // Another date for the same people, after the one that was given up.
  const moved = when === "UNKNOWN" && shared >= 2 && (isPutOffTo(one, other) || isPutOffTo(other, one));
  const where =
    one.place === null || other.place === null
      ? "UNKNOWN"
      : samePlace(one.place, other.place)
        ? "SAME"
        : "OTHER";
  const what = sharedThing(one.words, other.words, named) >= 2 ? "SAME" : "UNKNOWN";
  const score =
    WHEN[moved ? "MOVED" : when] + Math.max(WHO[who], WHAT[what]) + WHERE[where] + LIKENESS * alike;
  const reasons = [
    "the same kind of event",
    SAID_OF_DATES[moved ? "MOVED" : when],
    { ALL: "with the same people", SOME: "with some of the same people", NONE: "" }[who],
    what === "SAME" ? "about the same thing" : "",
    where === "SAME" ? "at the same place" : "",
  ];
  return {
    one: one.key,
    other: other.key,
    score: Math.min(1, Math.max(0, Math.round(score * 100) / 100)),
    reason: reasons.filter((reason) => reason !== "").join(", "),
  };
}

const LEAST_ALIKE = 0.4;
const LIKENESS = 0.25;
const WHEN = { SAME_DAY: 0.45, OVERLAP: 0.35, BROAD: 0.2, MOVED: 0.3, UNKNOWN: 0.15 } as const;
const WHO = { ALL: 0.3, SOME: 0.15, NONE: 0 } as const;
const WHAT = { SAME: 0.3, UNKNOWN: 0 } as const;
const WHERE = { SAME: 0.15, UNKNOWN: 0, OTHER: -0.3 } as const;

const SAID_OF_DATES: Record<keyof typeof WHEN, string> = {
  SAME_DAY: "on the same day",
  OVERLAP: "on dates that agree",
  BROAD: "on dates that may agree",
  MOVED: "on a day after the one that was given up",
  UNKNOWN: "told within weeks",
};

/** Whether a name says the same as another, or less of the same: “Anchorage” and “Anchorage, Alaska”. */
function samePlace(one: string, other: string): boolean {
  const [these, those] = [one.split(" "), other.split(" ")];
  const [fewer, more] = these.length <= those.length ? [these, those] : [those, these];
  return fewer.every((word) => more.includes(word));
}

type Dates = Exclude<keyof typeof WHEN, "MOVED"> | "CONFLICT";

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

function overlap(one: FuzzyDate, other: FuzzyDate): boolean {
  return matchesRange(one, { from: other.earliest, to: other.latest }, "OVERLAPS");
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
