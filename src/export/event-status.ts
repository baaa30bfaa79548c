/**
 * What schema.org calls a status (EventStatusType). It knows what becomes of an event that was announced; one that is only
 * talked about has no status there.
 */
export const EVENT_STATUS_TYPES = {
  POSSIBLE: undefined,
  UNKNOWN: undefined,
  SCHEDULED: "https://schema.org/EventScheduled",
  RESCHEDULED: "https://schema.org/EventRescheduled",
  POSTPONED: "https://schema.org/EventPostponed",
  CANCELLED: "https://schema.org/EventCancelled",
  IN_PROGRESS: "https://schema.org/EventScheduled",
  OCCURRED: "https://schema.org/EventScheduled",
} as const;
