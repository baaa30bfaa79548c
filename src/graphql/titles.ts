import type { EventStatus, QuoteKind } from "../domain/model.ts";

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

/** Words of a quote in a title at most, in code points. */
const LONGEST = 120;

/** A line that tells a quote: who, and how it begins. Only what stands in quotation marks gets them. */
export function quoteTitle(speaker: string | null, kind: QuoteKind, text: string): string {
  const letters = [...text];
  const words =
    letters.length > LONGEST
      ? `${letters
          .slice(0, LONGEST - 1)
          .join("")
          .trimEnd()}…`
      : text;
  return `${speaker ?? "Unknown speaker"}: ${kind === "INDIRECT" ? words : `“${words}”`}`;
}
