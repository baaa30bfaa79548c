import type { EventStatus } from "../domain/model.ts";

/** How pages and exports call the statuses of events. */
export const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  POSSIBLE: "Possible",
  SCHEDULED: "Scheduled",
  RESCHEDULED: "Rescheduled",
  POSTPONED: "Postponed",
  CANCELLED: "Cancelled",
  IN_PROGRESS: "Under way",
  OCCURRED: "Took place",
  UNKNOWN: "Unclear",
};
