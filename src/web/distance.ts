import type { Day } from "../domain/day.ts";

/** A date, as far as it matters how far it lies from another. */
export interface Extent {
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** Milliseconds of a day in UTC. */
const DAY = 86_400_000;

/**
 * How far one date lies from another, in words: "the next day", "three weeks later", "nine months earlier". Where a date is
 * a span or is not certain, "about" stands before it, and nothing is said (null) where that would be saying too much: dates
 * that may be the same, or a distance that may be twice as long as it is short.
 */
export function distanceInWords(from: Extent, to: Extent): string | null {
  const [first, second, direction] = isBefore(to, from)
    ? ([to, from, "earlier"] as const)
    : ([from, to, "later"] as const);
  const { earliest, latest } = first;
  if (earliest === null || latest === null || second.earliest === null || second.latest === null) return null;
  const shortest = daysBetween(latest, second.earliest);
  const longest = daysBetween(earliest, second.latest);
  if (shortest <= 0 || longest > shortest * 2) return null;
  const certain = [first, second].every((date) => !date.approximate && !date.uncertain);
  if (shortest === longest && certain) return exactly(latest, second.earliest, direction);
  // A week more or less is nothing to speak of.
  if (longest < 7) return null;
  const middle = Math.round((shortest + longest) / 2);
  return `about ${roughly(middle)} ${direction}`;
}

function isBefore(a: Extent, b: Extent): boolean {
  return a.latest !== null && b.earliest !== null && a.latest < b.earliest;
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The distance of two days, in the unit in which one would say it. */
function exactly(from: Day, to: Day, direction: "earlier" | "later"): string {
  const days = daysBetween(from, to);
  if (days === 1) return direction === "later" ? "the next day" : "the day before";
  const [months, rest] = monthsBetween(from, to);
  const whole = rest <= 3 ? months : null;
  if (whole !== null && whole > 0) {
    return `${whole % 12 === 0 ? counted(whole / 12, "year") : counted(whole, "month")} ${direction}`;
  }
  if (days < 60 && days % 7 === 0) return `${counted(days / 7, "week")} ${direction}`;
  if (days < 21) return `${counted(days, "day")} ${direction}`;
  return `about ${roughly(days)} ${direction}`;
}

/** A number of days, rounded to what one would say. */
function roughly(days: number): string {
  if (days < 14) return counted(days, "day");
  if (days < 53) return counted(Math.round(days / 7), "week");
  const months = Math.round(days / 30.44);
  return months < 24 && months !== 12 ? counted(months, "month") : counted(Math.round(days / 365.25), "year");
}

/** Whole months from one day to another, and the days that are left. */
function monthsBetween(from: Day, to: Day): [months: number, days: number] {
  const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 +
    (end.getUTCMonth() - start.getUTCMonth()) -
    (end.getUTCDate() < start.getUTCDate() ? 1 : 0);
  const reached = new Date(start);
  reached.setUTCMonth(start.getUTCMonth() + months);
  return [months, Math.round((end.getTime() - reached.getTime()) / DAY)];
}

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** A number as it is written in a text: in words up to twelve. */
export function numberInWords(number: number): string {
  return NUMBERS[number] ?? number.toLocaleString("en-GB");
}

function counted(number: number, unit: string): string {
  return number === 1 ? `a ${unit}` : `${numberInWords(number)} ${unit}s`;
}
