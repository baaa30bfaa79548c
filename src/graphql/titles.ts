import type { EventStatus } from "../domain/model.ts";

const BECAME: { readonly [status in EventStatus]: string } = {
  POSSIBLE: "possible",
  SCHEDULED: "scheduled",
  RESCHEDULED: "rescheduled",
  POSTPONED: "postponed",
  CANCELLED: "cancelled",
  IN_PROGRESS: "in progress",
  OCCURRED: "took place",
  UNKNOWN: "status unknown",
};

/** A line that tells a change of an event. */
export function statusChangeTitle(event: string, to: EventStatus): string {
  return `${event}: ${BECAME[to]}`;
}
