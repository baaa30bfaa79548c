import { remembered } from "./bounded-cache.ts";
import type { Day } from "./day.ts";
import { readNotation, type WrittenRange } from "./edtf-notation.ts";
import { DatelineError } from "./errors.ts";
import type { DatePrecision } from "./model.ts";
import { invalidDate, parseSingleDate, readMarks } from "./single-date.ts";

/** A date in ISO 8601-2 Extended Date/Time Format, as written, and what follows from it. */
export interface FuzzyDate {
  readonly edtf: string;
  /** The first day it may mean or includes; null where it is open to the past. */
  readonly earliest: Day | null;
  /** The last day it may mean or includes; null where it is open to the future. */
  readonly latest: Day | null;
  readonly precision: DatePrecision;
  /** Whether any part carries `~` or `%`. It widens no bound. */
  readonly approximate: boolean;
  /** Whether any part carries `?` or `%`. */
  readonly uncertain: boolean;
  /** Time of day as written, whatever the offset, as `HH:MM:SS`; null unless the precision is TIME. */
  readonly time: string | null;
}

/** The length of the longest date that is read, in UTF-16 units: a long set would take the parser too long. */
const MAX_LENGTH = 200;

/**
 * Reads a date in Extended Date/Time Format (ISO 8601-2, https://www.loc.gov/standards/datetime/), years 0001 to
 * 9999, at most 200 characters.
 *
 * Accepted: years, months, days; days with a time to the minute or second; `~`, `?` and `%` after a date without a
 * time or at its parts (`2025-?10`); X for last digits (`19XX`, `202X`, `2025-1X`, `2025-08-XX`); divisions of the
 * year 21 to 24 and 33 to 41; intervals of these without times, open or unknown (`2025-10/..`, `2025-10/`) at one
 * end; sets of these without times, with ranges, open at one end (`[..2025-10]`, `{2024,2025-10..2025-12}`).
 *
 * Refused, though the standard has it: other years (`-0044`, `Y12025`), significant digits (`1950S2`), centuries and
 * decades of two or three digits (`20`, `202`), X before a digit (`1560-XX-25`), `XXXX`, seasons of a hemisphere (25
 * to 32), 3X in a shorter month, fractions of a second, 24:00, and what says nothing (`../..`): "no date" is null.
 *
 * An interval or range may have overlapping ends (`2025-10-20/2025-10`); it is refused where its end is over before
 * its start begins. Answers are frozen and shared. Throws INVALID_DATE, saying what was wrong.
 */
export const parseFuzzyDate: (edtf: string) => FuzzyDate = remembered(5_000, (edtf) =>
  Object.freeze(readFuzzyDate(edtf)),
);

/** The same for a date that may not be known. */
export function parseFuzzyDateIfKnown(edtf: string | null | undefined): FuzzyDate | null {
  return edtf === null || edtf === undefined ? null : parseFuzzyDate(edtf);
}

/** Whether `parseFuzzyDate` reads the text. */
export function isFuzzyDate(text: string): boolean {
  try {
    parseFuzzyDate(text);
    return true;
  } catch (error) {
    if (error instanceof DatelineError) return false;
    throw error;
  }
}

function readFuzzyDate(edtf: string): FuzzyDate {
  if (edtf.length > MAX_LENGTH) throw invalidDate(edtf, `it is longer than ${MAX_LENGTH} characters`);
  if (edtf.trim() === "") throw invalidDate(edtf, "it is empty; where no date is known, leave the date out");
  if (/[^\dEYXSTZ~?%.:,/+[\]{} -]/.test(edtf)) {
    throw invalidDate(edtf, "dates are written in digits as in ISO 8601, with capital X, T and Z");
  }
  const marks = readMarks(edtf);
  const notation = readNotation(edtf);

  switch (notation.kind) {
    case "SINGLE":
      return { edtf, ...parseSingleDate(notation.date), ...marks };
    case "INTERVAL":
      return { edtf, ...rangeBounds(edtf, notation.range), precision: "INTERVAL", ...marks, time: null };
    case "SET":
      return { edtf, ...setBounds(edtf, notation.members), precision: "SET", ...marks, time: null };
  }
}

interface Bounds {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

function rangeBounds(edtf: string, { from, to }: WrittenRange): Bounds {
  const earliest = from === null ? null : partBounds(edtf, from).earliest;
  const latest = to === null ? null : partBounds(edtf, to).latest;
  if (earliest !== null && latest !== null && earliest > latest) {
    throw invalidDate(edtf, `${to} is over before ${from} begins`);
  }
  return { earliest, latest };
}

function setBounds(edtf: string, members: readonly (string | WrittenRange)[]): Bounds {
  const bounds = members.map((member) =>
    typeof member === "string" ? partBounds(edtf, member) : rangeBounds(edtf, member),
  );
  const starts = bounds.map((bound) => bound.earliest).filter((day) => day !== null);
  const ends = bounds.map((bound) => bound.latest).filter((day) => day !== null);
  return {
    earliest: starts.length < bounds.length ? null : (starts.sort().at(0) ?? null),
    latest: ends.length < bounds.length ? null : (ends.sort().at(-1) ?? null),
  };
}

function partBounds(edtf: string, part: string): Bounds {
  const date = parseSingleDate(part);
  if (date.precision === "TIME")
    throw invalidDate(edtf, "intervals and sets are made of dates without a time");
  return date;
}
