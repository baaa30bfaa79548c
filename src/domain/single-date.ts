import { parse } from "edtf";
import { z } from "zod";
import { remembered } from "./bounded-cache.ts";
import { type Day, daysInMonth, toDay } from "./day.ts";
import { DatelineError } from "./errors.ts";
import type { DatePrecision } from "./model.ts";

/** A date that is neither an interval nor a set: the first and last day it may mean, and its time as `HH:MM:SS`. */
export interface SingleDate {
  readonly earliest: Day;
  readonly latest: Day;
  readonly precision: Exclude<DatePrecision, "INTERVAL" | "SET">;
  readonly time: string | null;
}

/** Whether a date, or any part of it, carries `~` or `%` (approximate) or `?` or `%` (uncertain); ISO 8601-2, 8. */
export function readMarks(text: string): { approximate: boolean; uncertain: boolean } {
  return { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
}

const EXAMPLES = "2025-08-15, 2025-08, 202X, 2025-11-22~, 2025-10/.. or 2025-10-20/2025-10-31";

/** The refusal of a text as a date, saying why and what dates look like. Code: INVALID_DATE. */
export function invalidDate(text: string, why: string): DatelineError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new DatelineError("INVALID_DATE", `"${shown}" is not a date: ${why}. Dates look like ${EXAMPLES}.`);
}

const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** A day with a time whose offset, if any, is one that exists beyond doubt; others are left to the package. */
const CLOCK =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:Z|[+-](?:0[1-9]|1[01]):[0-5]\d)?$/;
const TIME = /^[^T]*T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}(:\d{2})?)?$/;

/** What is refused before the package sees it, because it reads it otherwise or says too little; marks are removed. */
const REFUSED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^-|^Y|E/, "years go from 0001 to 9999"],
  [/S/, "significant digits are not kept; write 19XX or 195X"],
  [/^\d{1,3}$/, "a year has four digits; a decade is written 202X, a century 20XX"],
  [/^.?XX/, "it says no century; where no date is known, leave the date out"],
  [/^000X|^00XX/, "years go from 0001 to 9999"],
  [/X.*\d/, "only its last digits may be X"],
  [/-(02|04|06|09|11)-3X/, "3X is for months of 31 days"],
  [/\.\./, "a range is written as an interval, 2025-10-20/2025-11-05, or within [] or {}"],
  [/T.*[.,]/, "fractions of a second are not kept"],
  [/T.*-00|T.*[+-](1[5-9]|[2-9])/, "offsets go from -12:00 to +14:00, and UTC is Z"],
  [/T(2[4-9]|[3-9])|T\d{2}:[6-9]|T\d{2}:\d{2}:[6-9]/, "times go from 00:00:00 to 23:59:59"],
];

/**
 * Reads one date: ISO 8601-1 `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and `YYYY-MM-DDThh:mm[:ss][Z|±hh|±hh:mm]`, and of ISO
 * 8601-2 the marks `~ ? %` after the whole (EDTF level 1) or at a part (level 2), the divisions of the year 21 to 24
 * and 33 to 41 (4.8), and X for last digits (levels 1 and 2). The day is the day as written, whatever the offset.
 * Answers are frozen and shared. Throws INVALID_DATE.
 */
export const parseSingleDate: (text: string) => SingleDate = remembered(5_000, (text) =>
  Object.freeze(readSingleDate(text)),
);

function readSingleDate(text: string): SingleDate {
  const whole = text.replace(/[~?%]$/, "");
  const plain = PLAIN.exec(whole);
  if (plain?.[1] && !isDivision(plain)) return calendarDate(text, plain[1], plain[2], plain[3]);
  const clocked = CLOCK.exec(text);
  if (clocked?.[1]) {
    const date = calendarDate(text, clocked[1], clocked[2], clocked[3]);
    return { ...date, precision: "TIME", time: `${clocked[4]}:${clocked[5]}:${clocked[6] ?? "00"}` };
  }
  refuse(text);

  const tree = parseTree(text, whole);
  const [year = 0, second = 0, day] = tree.values;
  if (tree.type === "Season") return divisionOfYear(text, year, second);

  const digits = toDay(year, second + 1, day ?? 1).replaceAll("-", "");
  const masked = Array.from(digits, (digit, at) => ((tree.unspecified >> at) & 1 ? "X" : digit)).join("");
  const parts = [masked.slice(0, 4), masked.slice(4, 6), masked.slice(6)].slice(0, tree.values.length);
  if (tree.unspecified) return maskedDate(text, parts);

  const date = calendarDate(text, masked.slice(0, 4), parts[1], parts[2]);
  const clock = tree.values.slice(3);
  if (clock.length === 0) return date;
  const time = [...clock, 0].slice(0, 3).map((part) => String(part).padStart(2, "0"));
  return { ...date, precision: "TIME", time: time.join(":") };
}

function isDivision([, , month, day]: RegExpExecArray): boolean {
  return month !== undefined && day === undefined && Number(month) >= 21 && Number(month) <= 41;
}

function refuse(text: string): void {
  if (text === "") throw invalidDate(text, "it is empty");
  if (/[~?%]{2}/.test(text)) throw invalidDate(text, "one mark is enough: ~ about, ? uncertain, % both");
  const bare = text.replace(/[~?%]/g, "");
  for (const [pattern, why] of REFUSED) if (pattern.test(bare)) throw invalidDate(text, why);
  if (!bare.includes("T")) return;
  if (bare !== text) throw invalidDate(text, "a date with a time takes no mark");
  if (!TIME.test(bare)) {
    throw invalidDate(text, "a time is written 14:30 or 14:30:00, with Z, +02:00, +02 or nothing after it");
  }
}

/** The syntax tree of a single date: months count from 0, and bit n of `unspecified` is the nth digit of YYYYMMDD. */
const Tree = z.object({
  type: z.enum(["Date", "Season"]),
  values: z.array(z.number().int()).min(1),
  unspecified: z.number().int().default(0),
});

function parseTree(text: string, whole: string): z.infer<typeof Tree> {
  const tree = Tree.safeParse(syntaxTree(whole));
  if (tree.success) return tree.data;
  throw invalidDate(text, "it does not exist in the calendar, or is not written as ISO 8601-2 has it");
}

function syntaxTree(text: string): unknown {
  try {
    return parse(text, { seasonUncertainty: true });
  } catch {
    return null;
  }
}

/** A year, month or day of the calendar, its parts given as digits. */
function calendarDate(text: string, year: string, month?: string, day?: string): SingleDate {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < 1) throw invalidDate(text, "years go from 0001 to 9999");
  if (month === undefined) return { ...days(toDay(y, 1, 1), toDay(y, 12, 31)), precision: "YEAR" };

  const length = daysInMonth(y, m);
  if (length === 0) throw invalidDate(text, `there is no month ${month}`);
  if (day === undefined) return { ...days(toDay(y, m, 1), toDay(y, m, length)), precision: "MONTH" };

  if (d < 1 || d > length) throw invalidDate(text, `${year}-${month} has no day ${day}`);
  return { ...days(toDay(y, m, d), toDay(y, m, d)), precision: "DAY" };
}

/** A date whose last digits are X. Its precision is the smallest unit that is wholly written. */
function maskedDate(text: string, [year = "", month = "XX", day = "XX"]: string[]): SingleDate {
  if (year.includes("X")) {
    const [first, last] = [Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9"))];
    const precision = year.endsWith("XX") ? "CENTURY" : "DECADE";
    return { ...days(toDay(first, 1, 1), toDay(last, 12, 31)), precision };
  }
  const y = Number(year);
  if (y < 1) throw invalidDate(text, "years go from 0001 to 9999");
  if (month.includes("X")) {
    const [first, last] = numbersLike(month, 12);
    return { ...days(toDay(y, first, 1), toDay(y, last, daysInMonth(y, last))), precision: "YEAR" };
  }
  const m = Number(month);
  const [first, last] = numbersLike(day, daysInMonth(y, m));
  return { ...days(toDay(y, m, first), toDay(y, m, last)), precision: "MONTH" };
}

/** The first and last of the numbers 1 to `count` that a two-digit mask may stand for; the package left at least one. */
function numbersLike(mask: string, count: number): [number, number] {
  const first = Math.max(1, Number(mask.replaceAll("X", "0")));
  const last = Math.min(count, Number(mask.replaceAll("X", "9")));
  return [first, last];
}

/**
 * Divisions of the year (ISO 8601-2, 4.8). The standard gives seasons no months: by convention 21 to 24 are those of
 * the northern hemisphere as meteorologists count them, and a winter begins in its year. 33 to 36 are quarters, 37 to
 * 39 thirds, 40 and 41 halves of the year.
 */
function divisionOfYear(text: string, year: number, code: number): SingleDate {
  if (code >= 25 && code <= 32) {
    throw invalidDate(text, "seasons of a named hemisphere are not kept; write the months, 2025-09/2025-11");
  }
  const [base, months, start] =
    code < 25 ? [21, 3, 3] : code < 37 ? [33, 3, 1] : code < 40 ? [37, 4, 1] : [40, 6, 1];
  const first = start + (code - base) * months;
  const end = first + months - 1;
  const [lastYear, last] = end > 12 ? [year + 1, end - 12] : [year, end];
  if (year < 1 || lastYear > 9999) throw invalidDate(text, "years go from 0001 to 9999");
  return {
    ...days(toDay(year, first, 1), toDay(lastYear, last, daysInMonth(lastYear, last))),
    precision: "SEASON",
  };
}

function days(earliest: Day, latest: Day): { earliest: Day; latest: Day; time: null } {
  return { earliest, latest, time: null };
}
