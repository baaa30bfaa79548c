import { daysInMonth } from "../../../../domain/day.ts";
import { cardinal } from "../../lexicon/calendar-words.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { interval, precisionFor, readUnit, roughly, shifted, type TimeUnit } from "../arithmetic.ts";
import type { Now } from "../now.ts";
import { COUNT, UNIT } from "../patterns.ts";
import type { Groups, TimeContext, TimeRule } from "../time-rule.ts";

const ROUGH =
  "(?:(?<rough>about|around|approximately|roughly|nearly|almost|some|over|more\\s+than|less\\s+than|at\\s+least|up\\s+to)\\s+)?";
const AMOUNT = `${ROUGH}(?<count>${COUNT})\\s+(?<unit>${UNIT})`;

/** Times told by how far they are: “two days ago”, “a week later”, “within two weeks or so”, “the past three years”. */
export const DISTANCES: readonly TimeRule[] = [
  {
    name: "ago",
    needs: CUE.UNIT | CUE.FROM_NOW,
    pattern: new RegExp(`\\b${AMOUNT}\\s+(?:ago|(?<ahead>from\\s+(?:now|today)|hence))\\b`, "gi"),
    resolve: (groups, context) => counted(groups, fromNow(context.now, groups), groups["ahead"] ? 1 : -1),
  },
  {
    name: "later",
    needs: CUE.UNIT | CUE.FROM_TIME,
    pattern: new RegExp(
      `\\b${AMOUNT}\\s+(?:(?<ahead>later|afterwards?|after\\s+that)|earlier|previously|prior|before(?=\\s*(?:[,.;)]|$)))(?!\\s+(?:this|last|that|in)\\b)`,
      "gi",
    ),
    resolve: (groups, context) => counted(groups, reference(groups, context), groups["ahead"] ? 1 : -1),
  },
  {
    name: "counted-from-event",
    needs: CUE.UNIT | CUE.FROM_TIME,
    pattern: new RegExp(
      `\\b(?:${AMOUNT}|the\\s+(?<next>day|week|month|year))\\s+(?:(?<ahead>after|following)|before|prior\\s+to)\\s+(?:the|his|her|its|their|that|this)\\s+(?<noun>\\p{Ll}[\\p{L}-]+(?:\\s+\\p{Ll}[\\p{L}-]+)?)`,
      "giu",
    ),
    resolve: (groups, context) => {
      const told = (groups["noun"] ?? "").split(/\s+/).map((word) => context.dateOf(word));
      const from = told.find((date) => date !== null) ?? null;
      const amount = { ...groups, count: groups["count"] ?? "1", unit: groups["unit"] ?? groups["next"] };
      return counted(amount, from, groups["ahead"] ? 1 : -1);
    },
  },
  {
    name: "in-time",
    needs: CUE.UNIT,
    pattern: new RegExp(`\\bin\\s+${AMOUNT}(?<time>\\s?['’]?s?['’]?\\s+time\\b)?`, "gi"),
    resolve: (groups, context) => {
      if (
        groups["time"] === undefined &&
        (context.orientation() !== "FUTURE" || /^\s+of\b/.test(context.after))
      )
        return undefined;
      return counted(groups, fromNow(context.now, groups), 1);
    },
  },
  {
    name: "within",
    needs: CUE.UNIT | CUE.WITHIN,
    pattern: new RegExp(
      `\\bwithin\\s+(?:the\\s+(?:next|coming)\\s+)?${AMOUNT}(?<so>\\s+or\\s+so)?\\b(?!\\s+of\\b)`,
      "gi",
    ),
    resolve: (groups, context) => {
      if (context.orientation() === "PAST") return undefined;
      const until = span(groups, context, 1);
      return groups["so"] ? roughly(until) : until;
    },
  },
  {
    name: "stretch-until-now",
    needs: CUE.UNIT | CUE.PAST,
    pattern: new RegExp(
      `\\b(?:(?:in|over|during|within|for)\\s+)?the\\s+(?:last|past|previous|preceding)\\s+(?:(?<count>${COUNT})\\s+)?(?<unit>${UNIT})\\b`,
      "gi",
    ),
    resolve: (groups, context) => (isMany(groups) ? span(groups, context, -1) : undefined),
  },
  {
    name: "stretch-from-now",
    needs: CUE.UNIT | CUE.COMING,
    pattern: new RegExp(
      `\\b(?:(?:in|over|during|within|for)\\s+)?the\\s+(?:next|coming)\\s+(?:(?<count>${COUNT})\\s+)?(?<unit>${UNIT})\\b`,
      "gi",
    ),
    resolve: (groups, context) => (isMany(groups) ? span(groups, context, 1) : undefined),
  },
];

/** “the past decade” is a stretch, “the last week” or “the next year” a period of the calendar, which has its own rule. */
const isMany = ({ count, unit = "" }: Groups) => count !== undefined || /s$|^decade$/i.test(unit);

const dateAt = (now: Now | null, precision: "DAY" | "MONTH" | "YEAR"): string | null => {
  if (now === null || precision === "DAY") return now?.day ?? null;
  const year = String(now.year).padStart(4, "0");
  if (precision === "YEAR") return year;
  return now.month === null ? null : `${year}-${String(now.month).padStart(2, "0")}`;
};

const unitOf = (groups: Groups): { unit: TimeUnit; times: number } => readUnit(groups["unit"] ?? "");
const fromNow = (now: Now | null, groups: Groups) => dateAt(now, precisionFor(unitOf(groups).unit));
const reference = (groups: Groups, context: TimeContext) =>
  context.reference(precisionFor(unitOf(groups).unit));

function counted(groups: Groups, from: string | null, direction: 1 | -1): string | null {
  const count = cardinal(groups["count"] ?? "");
  if (from === null || count === null) return null;
  const { unit, times } = unitOf(groups);
  const date = shifted(from, direction * count * times, unit);
  return groups["rough"] === undefined || /^(?:hour|minute)$/.test(unit) ? date : roughly(date);
}

/** The stretch of so many units that ends, or begins, with the time of publication. */
function span(groups: Groups, { now }: TimeContext, direction: 1 | -1): string | null {
  const { unit, times } = unitOf(groups);
  const count = cardinal(groups["count"] ?? (/^decade$/i.test(groups["unit"] ?? "") ? "1" : ""));
  const precision = direction === 1 && unit === "month" ? "DAY" : precisionFor(unit);
  const here = dateAt(now, precision);
  if (here === null || count === null) return null;
  const there = end(here, direction * count * times, unit);
  return direction === 1 ? interval(here, there) : interval(there, here);
}

/** The other end, as exact as the near one. */
function end(here: string, amount: number, unit: TimeUnit): string | null {
  const moved = unit === "week" ? shifted(here, 7 * amount, "day") : shifted(here, amount, unit);
  const plain = moved?.replace("~", "") ?? null;
  if (plain === null || plain.length === here.length) return plain;
  return `${plain}-${here.slice(8)}`.length === 10 ? clampedDay(plain, here.slice(8)) : plain;
}

/** The same day of another month, or its last one. */
function clampedDay(month: string, day: string): string | null {
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(Math.min(Number(day), last)).padStart(2, "0")}`;
}
