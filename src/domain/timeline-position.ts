import { compareCodePoints } from "./code-point-order.ts";
import type { Day } from "./day.ts";
import { DatelineError } from "./errors.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";

/**
 * Where an entry stands on a timeline. Days are written as numbers, 2025-08-15 as 20250815, times of day as 143000:
 * an open `earliest` is 0 (first), an open `latest` {@link FAR} (last), no time {@link FAR} (last), and an undated
 * entry has {@link FAR} in all three, so that it follows every dated one.
 */
export interface TimelinePosition {
  readonly earliest: number;
  readonly latest: number;
  readonly time: number;
  /** The day of the first report. */
  readonly reported: number;
  /** Index in TIMELINE_KINDS. */
  readonly kind: number;
  readonly key: string;
}

/** After every day and every time of day. */
export const FAR = 99_999_999;

/** The number that stands for a day: 2025-08-15 is 20250815. */
export function dayNumber(day: Day): number {
  return Number(day.replaceAll("-", ""));
}

/** The number of the day that comes some days later. */
export function daysLater(number: number, days: number): number {
  const date = new Date(0);
  date.setUTCFullYear(
    Math.floor(number / 10_000),
    (Math.floor(number / 100) % 100) - 1,
    (number % 100) + days,
  );
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The three parts of a position that a date gives. */
export function datePosition(date: FuzzyDate | null): Pick<TimelinePosition, "earliest" | "latest" | "time"> {
  if (date === null) return { earliest: FAR, latest: FAR, time: FAR };
  return {
    earliest: date.earliest === null ? 0 : dayNumber(date.earliest),
    latest: date.latest === null ? FAR : dayNumber(date.latest),
    time: date.time === null ? FAR : Number(date.time.replaceAll(":", "")),
  };
}

/** Whether a position is that of an undated entry. */
export function isUndated(position: Pick<TimelinePosition, "earliest">): boolean {
  return position.earliest === FAR;
}

/** Compares two positions, oldest first. */
export function comparePositions(a: TimelinePosition, b: TimelinePosition): number {
  return (
    a.earliest - b.earliest ||
    a.latest - b.latest ||
    a.time - b.time ||
    a.reported - b.reported ||
    a.kind - b.kind ||
    compareCodePoints(a.key, b.key)
  );
}

/** Compares two positions, newest first: the exact reverse, but undated entries stay after all dated ones. */
export function comparePositionsNewestFirst(a: TimelinePosition, b: TimelinePosition): number {
  return Number(isUndated(a)) - Number(isUndated(b)) || comparePositions(b, a);
}

/** A position as an opaque text that a client hands back to go on from there. */
export function encodePosition(position: TimelinePosition): string {
  const { earliest, latest, time, reported, kind, key } = position;
  return Buffer.from(JSON.stringify([earliest, latest, time, reported, kind, key])).toString("base64url");
}

/** The position that {@link encodePosition} wrote; anything else is refused with INVALID_CURSOR. */
export function decodePosition(cursor: string): TimelinePosition {
  const parts = parseJson(Buffer.from(cursor, "base64url").toString());
  if (Array.isArray(parts) && parts.length === 6) {
    const [earliest, latest, time, reported, kind, key] = parts;
    if ([earliest, latest, time, reported, kind].every(isDayNumber) && typeof key === "string") {
      const position = { earliest, latest, time, reported, kind, key };
      if (encodePosition(position) === cursor) return position;
    }
  }
  throw new DatelineError(
    "INVALID_CURSOR",
    `"${cursor.slice(0, 60)}" is not a cursor of this connection; use endCursor or startCursor of a page as it was given.`,
  );
}

function isDayNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= FAR;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
