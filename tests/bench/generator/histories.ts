import type { EventStatus } from "../../../src/domain/model.ts";

/** A step of a history; a late one took effect before the step that was reported before it. */
export interface Step {
  readonly to: EventStatus;
  readonly late?: boolean;
}

const one = (to: EventStatus): readonly Step[] => [{ to }];
const then = (...steps: readonly EventStatus[]): readonly Step[] => steps.map((to) => ({ to }));

/** Histories, each with how often of a hundred; a fifth of them have several steps. */
export const HISTORIES: readonly (readonly [weight: number, steps: readonly Step[]])[] = [
  [59, one("OCCURRED")],
  [11, one("SCHEDULED")],
  [6, one("POSSIBLE")],
  [2, one("IN_PROGRESS")],
  [1, one("CANCELLED")],
  [1, one("UNKNOWN")],
  [6, then("SCHEDULED", "OCCURRED")],
  [4, then("SCHEDULED", "RESCHEDULED")],
  [3, then("SCHEDULED", "POSTPONED")],
  [2, then("SCHEDULED", "CANCELLED")],
  [2, then("POSSIBLE", "SCHEDULED", "OCCURRED")],
  [1, then("SCHEDULED", "POSTPONED", "RESCHEDULED")],
  [2, [{ to: "OCCURRED" }, { to: "SCHEDULED", late: true }]],
];

/** How a sentence says that an event came to a status. */
export const VERBS: { readonly [status in EventStatus]: string } = {
  POSSIBLE: "may be held",
  SCHEDULED: "will be held",
  RESCHEDULED: "was moved to a new date",
  POSTPONED: "was postponed indefinitely",
  CANCELLED: "was called off",
  IN_PROGRESS: "is under way",
  OCCURRED: "took place",
  UNKNOWN: "was mentioned without further detail",
};
