import { daysLater, FAR } from "./timeline-position.ts";

/**
 * How far ahead of its date an entry was reported. A view of an early day, read from the newest end, would begin with
 * all that was reported later; knowing how far ahead entries were reported tells where it can begin instead.
 *
 * Most are reported at most this many days ahead.
 */
export const USUAL_LEAD = 64;

/** Classes of those reported further ahead: up to 128, 256, 512 and 1,024 days, and beyond. */
export const LEAD_CLASSES = [1, 2, 3, 4, 5] as const;
export type LeadClass = (typeof LEAD_CLASSES)[number];

/** The class of an entry that begins on a day and was reported on another (both as numbers); null for most. */
export function leadClassOf(earliest: number, reported: number): LeadClass | null {
  if (earliest === FAR || earliest <= horizon(reported, null)) return null;
  return LEAD_CLASSES.find((leadClass) => earliest <= horizon(reported, leadClass)) ?? null;
}

/** The last day, as a number, on which an entry of a class may begin that had been reported by a day. */
export function horizon(day: number, leadClass: LeadClass | null): number {
  if (leadClass === LEAD_CLASSES.at(-1)) return FAR - 1;
  return Math.min(FAR - 1, daysLater(day, USUAL_LEAD * 2 ** (leadClass ?? 0)));
}
