import { type Day, isDay, toDay, weekdayOf } from "../../../../domain/day.ts";
import { monthNumber, weekdayNumber } from "../../lexicon/calendar-words.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { interval } from "../arithmetic.ts";
import { BEFORE_DATE, DAY, MONTH, TO, YEAR } from "../patterns.ts";
import type { Groups, TimeContext, TimeRule } from "../time-rule.ts";

const OF_YEAR = `(?:(?:,?\\s+|\\s+of\\s+)(?<year>${YEAR})|\\s+(?:of\\s+)?(?<relative>last|this|next)\\s+year\\b)?`;

/** Dates with a month and a day: “August 30”, “30 August 2022”, “Tuesday, Aug. 30”, “2023-04-11”, “3–5 May”. */
export const CALENDAR_DATES: readonly TimeRule[] = [
  {
    name: "month-day-range",
    needs: CUE.MONTH | CUE.FIGURE,
    pattern: new RegExp(`\\b(?<month>${MONTH})\\s+(?<day>${DAY})${TO}(?<last>${DAY})${OF_YEAR}`, "g"),
    resolve: dayRange,
  },
  {
    name: "day-month-range",
    needs: CUE.MONTH | CUE.FIGURE,
    pattern: new RegExp(
      `\\b(?<day>${DAY})${TO}(?<last>${DAY})(?:\\s+of)?\\s+(?<month>${MONTH})${OF_YEAR}`,
      "g",
    ),
    resolve: dayRange,
  },
  {
    name: "month-day",
    needs: CUE.MONTH | CUE.FIGURE,
    pattern: new RegExp(`\\b${BEFORE_DATE}(?<month>${MONTH})\\s+(?:the\\s+)?(?<day>${DAY})${OF_YEAR}`, "g"),
    resolve: dayOfMonth,
  },
  {
    name: "day-month",
    needs: CUE.MONTH | CUE.FIGURE,
    pattern: new RegExp(
      `\\b${BEFORE_DATE}(?:the\\s+)?(?<day>${DAY})(?:\\s+of)?\\s+(?<month>${MONTH})${OF_YEAR}`,
      "g",
    ),
    resolve: dayOfMonth,
  },
  {
    name: "iso-date",
    needs: CUE.FOUR_FIGURES,
    pattern: /\b(?<date>[12]\d{3}-\d{2}-\d{2})(?!\d)(?:T\d{2}:\d{2}\S*)?/g,
    resolve: ({ date = "" }) => (isDay(date) ? date : undefined),
  },
  {
    name: "numeric-date",
    needs: CUE.FOUR_FIGURES,
    pattern:
      /(?<![\d/.])(?<one>\d{1,2})(?<mark>[/.])(?<two>\d{1,2})\k<mark>(?<year>(?:19|20)\d{2})(?![\d/])/g,
    resolve: numericDate,
  },
];

/** The year that the words give, or that of publication moved by “last”, “this” and “next”; null where they give none. */
export function yearIn({ year, relative }: Groups, { now }: TimeContext): number | null {
  if (year !== undefined) return Number(year);
  if (relative === undefined || now === null) return null;
  return now.year + (/last/i.test(relative) ? -1 : /next/i.test(relative) ? 1 : 0);
}

function dayOfMonth(groups: Groups, context: TimeContext): string | null | undefined {
  const month = monthNumber(groups["month"] ?? "");
  const day = Number.parseInt(groups["day"] ?? "", 10);
  if (!isDay(toDay(2000, month, day))) return undefined;
  const year = yearIn(groups, context);
  if (year !== null) return existing(toDay(year, month, day));
  if (groups["relative"] !== undefined) return null;
  return nearestYear(month, day, groups["weekday"], context);
}

function dayRange(groups: Groups, context: TimeContext): string | null | undefined {
  const from = dayOfMonth({ ...groups, weekday: undefined }, context);
  const last = Number.parseInt(groups["last"] ?? "", 10);
  if (from === null || from === undefined) return from;
  const [year = 1, month = 1] = from.split("-").map(Number);
  return interval(from, existing(toDay(year, month, last))) ?? undefined;
}

/** The day in the year that lies the way the clause points; where a weekday is given, in the nearest year that has it so. */
function nearestYear(
  month: number,
  day: number,
  weekday: string | undefined,
  context: TimeContext,
): string | null {
  const { now } = context;
  if (now === null) return null;
  const days = [now.year - 1, now.year, now.year + 1]
    .map((year) => existing(toDay(year, month, day)))
    .filter((found) => found !== null);
  const wanted = weekday === undefined ? 0 : weekdayNumber(weekday);
  const fitting = wanted === 0 ? [] : days.filter((found) => weekdayOf(found) === wanted);
  if (fitting.length === 1) return fitting[0] ?? null;

  const today = now.day ?? toDay(now.year, now.month ?? 12, 28);
  const past = days.filter((found) => found <= today).at(-1) ?? null;
  const future = days.find((found) => found >= today) ?? null;
  const way = wayOf(context);
  if (way !== null) return way === "PAST" ? past : future;
  if (past === null || future === null) return past ?? future;
  return Date.parse(today) - Date.parse(past) <= Date.parse(future) - Date.parse(today) ? past : future;
}

/** Which way a date lies; “the March 20 vote” has no tense of its own. */
function wayOf({ before, after, orientation }: TimeContext): "PAST" | "FUTURE" | null {
  if (AHEAD.test(before) || FOR.test(before) || MOVED.test(before)) return "FUTURE";
  if (SINCE.test(before)) return "PAST";
  const attributive = /\b(?:the|a|an|his|her|its|their|'s|’s)\s+$/i.test(before) && /^\s+\p{Ll}/u.test(after);
  const way = attributive ? null : orientation();
  return way === "PRESENT" ? null : way;
}

const existing = (day: Day): Day | null => (isDay(day) ? day : null);

/** Words after which a date lies ahead, whatever the tense. */
export const AHEAD: RegExp =
  /\b(?:ahead\s+of|upcoming|(?:planned|scheduled|slated|due|set|expected|billed|booked|fixed|earmarked|postponed|delayed|moved|shifted|deferred|brought\s+forward|rescheduled|adjourned|put\s+(?:off|back)|pushed(?:\s+back)?)\s+(?:for|to|until|till|on|by|from)|new\s+date\s+(?:of|for|on)|deadline\s+(?:of|on|for)|(?:postpone|cancel|delay|reschedule)\w*|call(?:ed)?\s+off|put\s+off)\s+(?:the\s+|a\s+|an\s+|on\s+)?$/i;

/** “moved the vote from 24 November to 1 December”: both lie ahead. */
const MOVED =
  /\b(?:mov(?:e[ds]?|ing)|shift\w*|reschedul\w+|postpon\w+|delay\w*|push\w*|brought|bring\w*|chang\w+|switch\w*)\b[^,;:.]{0,40}\b(?:from|to|until|till)\s+(?:the\s+)?$/i;

/** “set a hearing for September 4”. */
const FOR = /\bfor\s+$/i;

/** Words after which a date lies behind. */
export const SINCE = /\b(?:since|ever\s+since)\s+(?:the\s+)?$/i;

/** Day and month in figures, where only one order of them can be meant. */
function numericDate({ one = "", two = "", year = "" }: Groups): string | undefined {
  const dayFirst = existing(toDay(Number(year), Number(two), Number(one)));
  const monthFirst = existing(toDay(Number(year), Number(one), Number(two)));
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return undefined;
  return dayFirst ?? monthFirst ?? undefined;
}
