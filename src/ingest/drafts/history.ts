import { matchesRange } from "../../domain/date-range.ts";
import type { Day } from "../../domain/day.ts";
import type { ChangeFact, HistoryStep } from "../../domain/event-history.ts";
import type { FuzzyDate } from "../../domain/fuzzy-date.ts";
import type { EventStatus } from "../../domain/model.ts";

/** What an article tells of an event. */
export interface Telling {
  readonly status: EventStatus;
  readonly date: FuzzyDate | null;
  readonly formerDate: FuzzyDate | null;
  /** The day the article was out. */
  readonly out: Day;
}

/**
 * What becomes of a telling. RESTATES a known change: it is evidence for that. SHARPENS one: the same, and the change takes
 * its date, which is narrower and was told no later. CHANGES: it is a change of its own. BACKGROUND: it
 * tells of the event, but nothing new of its status.
 */
export type Outcome<Change extends ChangeFact> =
  | { readonly kind: "RESTATES" | "SHARPENS"; readonly change: Change }
  | { readonly kind: "CHANGES" }
  | { readonly kind: "BACKGROUND" };

/**
 * Places a telling in a history, of which it may be the first, in the middle or the last that was reported.
 *
 * A narrower date that was told later is a change of its own, since until then the wider was all that was known. Who
 * contradicts what is known tells a change of their own too: only an editor makes a dispute of it.
 *
 * @param history in its order
 * @param givenUp dates that are told elsewhere to hold no longer, by that day
 */
export function outcome<Change extends ChangeFact>(
  history: readonly HistoryStep<Change>[],
  telling: Telling,
  givenUp: readonly FuzzyDate[],
): Outcome<Change> {
  const step = restated(history, telling);
  if (step !== undefined) {
    const { change, reported } = step;
    if (!isNarrower(telling.date, change.newDate)) return { kind: "RESTATES", change };
    return telling.out <= reported ? { kind: "SHARPENS", change } : { kind: "CHANGES" };
  }
  return isBackground(history, telling, givenUp) ? { kind: "BACKGROUND" } : { kind: "CHANGES" };
}

/**
 * The same of the plan that a telling speaks of as given up: that the event had been scheduled for a date. It is a change where
 * that is news and the event is not known to have given up a date by then: it would stand after what it came before.
 */
export function outcomeOfPlan<Change extends ChangeFact>(
  history: readonly HistoryStep<Change>[],
  plan: Telling,
): Outcome<Change> {
  const step = restated(history, plan);
  if (step !== undefined && (!isNarrower(plan.date, step.change.newDate) || plan.out <= step.reported)) {
    return outcome(history, plan, []);
  }
  const current = history.findLast(({ reported }) => reported <= plan.out);
  const isOpen = current === undefined || OPEN.includes(current.change.to);
  return isOpen && agree(current?.date ?? null, plan.date) ? { kind: "CHANGES" } : { kind: "BACKGROUND" };
}

/** Statuses of what may yet be scheduled, or scheduled more exactly. */
const OPEN: readonly EventStatus[] = ["UNKNOWN", "POSSIBLE", "SCHEDULED", "RESCHEDULED"];

/** The change that a telling is about: of the same date, or else of a narrower, of one that overlaps, of a wider or none. */
function restated<Change extends ChangeFact>(
  history: readonly HistoryStep<Change>[],
  telling: Telling,
): HistoryStep<Change> | undefined {
  const same = history.filter((step) => isSame(step, telling));
  // Later ones first; what was known by then before what was not.
  const ordered = same
    .toReversed()
    .toSorted((a, b) => Number(a.reported > telling.out) - Number(b.reported > telling.out));
  const { date } = telling;
  return (
    ordered.find(({ change }) => change.newDate?.edtf === date?.edtf) ??
    ordered.find(({ change }) => isNarrower(change.newDate, date)) ??
    ordered.find(({ change }) => change.newDate !== null && !isNarrower(date, change.newDate)) ??
    ordered[0]
  );
}

function isSame({ change: { to, newDate }, formerDate }: HistoryStep, telling: Telling): boolean {
  // What was put off to another date is planned for that.
  const sameStatus = to === telling.status || (telling.status === "SCHEDULED" && to === "RESCHEDULED");
  return sameStatus && agree(newDate, telling.date) && agree(formerDate, telling.formerDate);
}

/** Whether two dates may both be right: where one is not told, they may. */
function agree(one: FuzzyDate | null, other: FuzzyDate | null): boolean {
  return one === null || other === null || overlap(one, other);
}

function overlap(one: FuzzyDate, other: FuzzyDate): boolean {
  return matchesRange(one, { from: other.earliest, to: other.latest }, "OVERLAPS");
}

/** Whether a date says all that another says, and more. */
function isNarrower(date: FuzzyDate | null, than: FuzzyDate | null): boolean {
  if (date === null) return false;
  if (than === null) return true;
  const range = { from: than.earliest, to: than.latest };
  return (
    matchesRange(date, range, "WITHIN") && (date.earliest !== than.earliest || date.latest !== than.latest)
  );
}

/** How far an event has come, for the statuses that follow one another. */
const PROGRESS: Partial<Record<EventStatus, number>> = {
  POSSIBLE: 0,
  SCHEDULED: 1,
  RESCHEDULED: 1,
  IN_PROGRESS: 2,
  OCCURRED: 3,
};

/** Whether a telling says no more than was known by then: that what took place had been planned, or for when before. */
function isBackground(
  history: readonly HistoryStep[],
  { status, date, out }: Telling,
  givenUp: readonly FuzzyDate[],
): boolean {
  const known = history.filter(({ reported }) => reported <= out);
  const current = known.at(-1);
  if (current === undefined) return false;
  if (status === "UNKNOWN") return true;
  const progress = PROGRESS[status];
  if (progress === undefined) return false;
  const held = current.date;
  if (date !== null && (status === "POSSIBLE" || status === "SCHEDULED")) {
    const isHeld = held !== null && overlap(held, date);
    const before = [...givenUp, ...known.flatMap(datesGivenUp)];
    if (!isHeld && before.some((former) => overlap(former, date))) return true;
  }
  const reached = PROGRESS[current.change.to];
  return reached !== undefined && progress < reached && agree(held, date);
}

/** The date that a step gave up, not that which it only made narrower. */
function datesGivenUp({ formerDate, date }: HistoryStep): readonly FuzzyDate[] {
  return formerDate === null || (date !== null && overlap(date, formerDate)) ? [] : [formerDate];
}
