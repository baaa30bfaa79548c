import { compareCodePoints } from "./code-point-order.ts";
import type { Day } from "./day.ts";
import { countOrigins, firstReported, isDisputed, type Report } from "./evidence.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import type { EventStatus } from "./model.ts";

/** A change of an event's status, as it is recorded. */
export interface ChangeFact {
  readonly key: string;
  readonly to: EventStatus;
  /** When it took effect; null: on the day it was reported. */
  readonly when: FuzzyDate | null;
  /** The event's new date; null keeps the date, except that POSTPONED and CANCELLED clear it. */
  readonly newDate: FuzzyDate | null;
  readonly evidence: readonly Report[];
}

/** An event with everything that its state is derived from. */
export interface EventFact<C extends ChangeFact = ChangeFact> {
  readonly evidence: readonly Report[];
  readonly changes: readonly C[];
  readonly participations: readonly { readonly evidence: readonly Report[] }[];
}

/** One step of a history, with what it did. */
export interface HistoryStep<C extends ChangeFact = ChangeFact> {
  readonly change: C;
  /** The earliest day of its supporting evidence. */
  readonly reported: Day;
  /** The status before it; null for the first step. */
  readonly from: EventStatus | null;
  /** The date that it replaced or cleared. */
  readonly formerDate: FuzzyDate | null;
  /** The event's date after it. */
  readonly date: FuzzyDate | null;
  readonly disputed: boolean;
}

/** What an event is, as of a day. */
export interface EventState<C extends ChangeFact = ChangeFact> {
  readonly status: EventStatus;
  readonly when: FuzzyDate | null;
  readonly formerDates: readonly FuzzyDate[];
  readonly disputed: boolean;
  readonly overdue: boolean;
  readonly history: readonly HistoryStep<C>[];
  readonly firstReported: Day;
  readonly independentSources: number;
}

/**
 * The state of an event from what had been reported by the end of a day; null if nothing had.
 *
 * @param asOf the day asked about; null for the present, which knows everything on record
 * @param today the day that `overdue` counts from where `asOf` is null
 */
export function eventAsOf<C extends ChangeFact>(
  event: EventFact<C>,
  asOf: Day | null,
  today: Day,
): EventState<C> | null {
  const evidence = eventEvidence(event);
  const reported = firstReported(evidence, asOf);
  if (reported === null) return null;
  const history = historyAsOf(event.changes, asOf);
  const current = history.at(-1);
  const status = current?.change.to ?? "UNKNOWN";
  const when = current?.date ?? null;
  return {
    status,
    when,
    formerDates: history.flatMap((step) => step.formerDate ?? []),
    disputed: (current?.disputed ?? false) || isDisputed(event.evidence, asOf),
    overdue: isOverdue(status, when, asOf ?? today),
    history,
    firstReported: reported,
    get independentSources() {
      return countOrigins(evidence, asOf);
    },
  };
}

/** The evidence of an event: its own, its changes' and its participations'. */
export function eventEvidence({ evidence, changes, participations }: EventFact): Report[] {
  const all = [...evidence];
  for (const fact of [...changes, ...participations]) all.push(...fact.evidence);
  return all;
}

/**
 * The steps of a history that had been reported by the end of a day, in order: by the day each took effect, then by
 * the day it was reported, then by key. A late report of an old change takes its old place, so it does not change the
 * current state.
 */
export function historyAsOf<C extends ChangeFact>(changes: readonly C[], asOf: Day | null): HistoryStep<C>[] {
  const reports = changes.flatMap((change) => {
    const reported = firstReported(change.evidence, asOf);
    return reported === null ? [] : [{ change, reported, effective: change.when?.earliest ?? reported }];
  });
  reports.sort(
    (a, b) =>
      compareCodePoints(a.effective, b.effective) ||
      compareCodePoints(a.reported, b.reported) ||
      compareCodePoints(a.change.key, b.change.key),
  );
  const steps: HistoryStep<C>[] = [];
  for (const { change, reported } of reports) {
    const before = steps.at(-1);
    const oldDate = before?.date ?? null;
    const date = change.newDate ?? (clearsDate(change.to) ? null : oldDate);
    steps.push({
      change,
      reported,
      from: before?.change.to ?? null,
      formerDate: oldDate?.edtf === date?.edtf ? null : oldDate,
      date,
      disputed: isDisputed(change.evidence, asOf),
    });
  }
  return steps;
}

/**
 * Whether a step stands on a timeline by itself. A change to OCCURRED or IN_PROGRESS, or an event's first change to
 * POSSIBLE, does not: the event's own entry says it.
 */
export function isTimelineEntry(step: HistoryStep): boolean {
  const { to } = step.change;
  return to !== "OCCURRED" && to !== "IN_PROGRESS" && !(to === "POSSIBLE" && step.from === null);
}

function clearsDate(status: EventStatus): boolean {
  return status === "POSTPONED" || status === "CANCELLED";
}

function isOverdue(status: EventStatus, when: FuzzyDate | null, day: Day): boolean {
  const announced = status === "SCHEDULED" || status === "RESCHEDULED";
  return announced && when !== null && when.latest !== null && when.latest < day;
}
