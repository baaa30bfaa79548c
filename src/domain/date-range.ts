import type { Day } from "./day.ts";
import { DatelineError } from "./errors.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";

/**
 * How a date meets a range of days. OVERLAPS: they share a day. WITHIN: all it may mean lies in the range. CERTAIN: as
 * WITHIN, and it is neither approximate nor uncertain.
 */
export const DATE_MATCHES = ["OVERLAPS", "WITHIN", "CERTAIN"] as const;
export type DateMatch = (typeof DATE_MATCHES)[number];

/** A range of days, both included; null sets no bound. */
export interface DateRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * The order of dates, oldest first, negative where `a` comes first: by earliest day (open first), latest day (open
 * last), time of day as written (none last). No date (null) comes after all dates. 0 means equal in all of these, not
 * that the two are written alike.
 */
export function compareFuzzyDates(a: FuzzyDate | null, b: FuzzyDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (
    compareText(a.earliest ?? FIRST, b.earliest ?? FIRST) ||
    compareText(a.latest ?? LAST, b.latest ?? LAST) ||
    compareText(a.time ?? LAST, b.time ?? LAST)
  );
}

/** Texts that sort before and after every day and every time of day. */
const FIRST = "";
const LAST = "~";

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The days asked for: `from` means its earliest day and `to` its latest; null or an open end sets no bound. Throws
 * INVALID_DATE_RANGE where the range ends before it starts.
 */
export function dateRange(from: FuzzyDate | null, to: FuzzyDate | null): DateRange {
  const range = { from: from?.earliest ?? null, to: to?.latest ?? null };
  if (range.from !== null && range.to !== null && range.from > range.to) {
    throw new DatelineError(
      "INVALID_DATE_RANGE",
      `The range ends before it starts: from ${from?.edtf} (${range.from}) is after to ${to?.edtf} (${range.to}).`,
    );
  }
  return range;
}

/**
 * Whether a date meets a range. No date (null) meets none, not even one without bounds; an end of the date that is
 * open is never within a bound, and always overlaps it.
 */
export function matchesRange(date: FuzzyDate | null, range: DateRange, match: DateMatch): boolean {
  if (date === null) return false;
  const earliest = date.earliest ?? FIRST;
  const latest = date.latest ?? LAST;
  const from = range.from ?? FIRST;
  const to = range.to ?? LAST;
  if (match === "OVERLAPS") return earliest <= to && latest >= from;
  if (match === "CERTAIN" && (date.approximate || date.uncertain)) return false;
  return earliest >= from && latest <= to;
}
