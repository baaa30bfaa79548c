import { matchesRange } from "../../domain/date-range.ts";
import type { Day } from "../../domain/day.ts";
import type { FuzzyDate } from "../../domain/fuzzy-date.ts";
import { dayNumber, daysLater } from "../../domain/timeline-position.ts";
import { byKeys, type Clusters, cluster, type Pair } from "./cluster.ts";
import { type EventWords, eventWords, likeness } from "./event-words.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** An event as one article drafts it, or as the record has it. */
export interface EventTold {
  readonly key: string;
  /** Key of its article, which tells of an event once; null for an event on record. */
  readonly article: string | null;
  readonly title: string;
  readonly date: FuzzyDate | null;
  /** Dates that no longer hold. */
  readonly formerDates: readonly FuzzyDate[];
  /** Its place, folded or as a key, the same for all that are one. */
  readonly place: string | null;
  /** Keys of those who take part, the same for all that are one. */
  readonly participants: ReadonlySet<string>;
  /** The days on which it was told, first to last. */
  readonly told: readonly [first: Day, last: Day];
  readonly topics: readonly string[];
  readonly onRecord: boolean;
}

/**
 * Brings together the articles' accounts of one event: the same kind of thing, on dates that agree, with the same people or at
 * the same place, within a topic. Accounts whose dates cannot both be right stay apart.
 */
export function reconcileEvents(events: readonly EventTold[], thresholds = THRESHOLDS.event): Clusters {
  const byKey = byKeys(events.map((event) => ({ ...event, words: eventWords(event.title) })));
  const pairs = candidates([...byKey.values()]).flatMap(([one, other]) => judge(one, other) ?? []);
  const apart = (one: string, other: string) => {
    const [a, b] = [byKey.get(one), byKey.get(other)];
    return a !== undefined && b !== undefined && mustStayApart(a, b);
  };
  return cluster(byKey.keys(), pairs, thresholds, apart);
}

interface Worded extends EventTold {
  readonly words: EventWords;
}

/** Pairs within a topic that share somebody, a place or a day. */
function candidates(events: readonly Worded[]): [Worded, Worded][] {
  const blocks = new Map<string, Worded[]>();
  for (const event of events) {
    const shared = [...event.participants].map((key) => `who ${key}`);
    if (event.place !== null) shared.push(`where ${event.place}`);
    for (const date of [event.date, ...event.formerDates])
      if (date?.earliest) shared.push(`when ${date.earliest}`);
    for (const topic of event.topics) {
      for (const block of shared) {
        const key = `${topic}\n${block}`;
        blocks.set(key, [...(blocks.get(key) ?? []), event]);
      }
    }
  }
  const seen = new Set<string>();
  const pairs: [Worded, Worded][] = [];
  for (const block of blocks.values()) {
    for (const [index, one] of block.entries()) {
      for (const other of block.slice(index + 1)) {
        const key = [one.key, other.key].toSorted().join("\n");
        if (seen.has(key) || mustStayApart(one, other)) continue;
        seen.add(key);
        pairs.push([one, other]);
      }
    }
  }
  return pairs;
}

function mustStayApart(one: Worded, other: Worded): boolean {
  if (one.onRecord && other.onRecord) return true;
  if (one.article !== null && one.article === other.article) return true;
  return dates(one, other) === "CONFLICT";
}

/** How sure it is that two are one event, and why; null where hardly anything speaks for it. */
function judge(one: Worded, other: Worded): Pair | null {
  const alike = likeness(one.words, other.words);
  if (alike < LEAST_ALIKE) return null;
  const when = dates(one, other);
  if (when === "UNKNOWN" && !toldTogether(one, other)) return null;
  const shared = [...one.participants].filter((key) => other.participants.has(key)).length;
  const fewer = Math.min(one.participants.size, other.participants.size);
  const who = shared >= 2 || (shared > 0 && shared === fewer) ? "ALL" : shared > 0 ? "SOME" : "NONE";
  const where =
    one.place === null || other.place === null ? "UNKNOWN" : one.place === other.place ? "SAME" : "OTHER";
  const score = WHEN[when] + WHO[who] + WHERE[where] + LIKENESS * alike;
  const reasons = [
    "the same kind of event",
    {
      SAME_DAY: "on the same day",
      OVERLAP: "on dates that agree",
      UNKNOWN: "told within weeks",
      CONFLICT: "",
    }[when],
    { ALL: "with the same people", SOME: "with some of the same people", NONE: "" }[who],
    where === "SAME" ? "at the same place" : "",
  ];
  return {
    one: one.key,
    other: other.key,
    score: Math.min(1, Math.max(0, score)),
    reason: reasons.filter((reason) => reason !== "").join(", "),
  };
}

const LEAST_ALIKE = 0.5;
const LIKENESS = 0.25;
const WHEN = { SAME_DAY: 0.45, OVERLAP: 0.3, UNKNOWN: 0.15, CONFLICT: 0 } as const;
const WHO = { ALL: 0.3, SOME: 0.15, NONE: 0 } as const;
const WHERE = { SAME: 0.15, UNKNOWN: 0, OTHER: -0.3 } as const;

type Dates = keyof typeof WHEN;

/** How the dates of two accounts stand to each other; a date that no longer holds of one may be the other's. */
function dates(one: EventTold, other: EventTold): Dates {
  if (one.date !== null && other.date !== null) {
    if (!overlap(one.date, other.date)) return "CONFLICT";
    return isDay(one.date) && isDay(other.date) ? "SAME_DAY" : "OVERLAP";
  }
  const theirs = [other.date, ...other.formerDates].filter((date) => date !== null);
  const ours = [one.date, ...one.formerDates].filter((date) => date !== null);
  return ours.some((date) => theirs.some((their) => overlap(date, their))) ? "OVERLAP" : "UNKNOWN";
}

function overlap(one: FuzzyDate, other: FuzzyDate): boolean {
  return matchesRange(one, { from: other.earliest, to: other.latest }, "OVERLAPS");
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
