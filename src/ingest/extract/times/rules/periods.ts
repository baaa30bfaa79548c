import { addDays } from "../../../../domain/day.ts";
import { SEASONS } from "../../lexicon/calendar-words.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { edtf, interval, roughly, weekOf } from "../arithmetic.ts";
import type { Groups, TimeContext, TimeRule } from "../time-rule.ts";

const RELATIVE = "last|next|this(?:\\s+(?:past|coming))?|coming|past|previous|following|current|same|that";

/** Weeks, months, years, seasons and the like, told from the time of publication or from what was told before. */
export const PERIODS: readonly TimeRule[] = [
  {
    name: "period",
    needs: CUE.PERIOD | CUE.WHICH,
    pattern: new RegExp(
      `\\b(?:earlier\\s+|later\\s+)?(?:the\\s+)?(?<relative>${RELATIVE})\\s+(?<unit>week|month|year|decade|century|quarter)\\b(?!-)`,
      "gi",
    ),
    resolve: period,
  },
  {
    name: "period-at-hand",
    needs: CUE.PERIOD | CUE.EDGE,
    pattern:
      /\b(?:(?:earlier|later|early|late)\s+in\s+the\s+(?<unit>week|month|year)|(?<edge>(?:the\s+)?(?:end|start|beginning|middle|turn)\s+of\s+)(?:the|this)\s+(?<whole>week|month|year|decade|century))\b/gi,
    resolve: ({ unit, edge, whole = "" }, context) => {
      const date = period({ relative: "this", unit: unit ?? whole }, context);
      return edge && date ? roughly(date) : date;
    },
  },
  {
    name: "season",
    needs: CUE.SEASON,
    pattern:
      /\b(?:(?<relative>last|next|this(?:\s+(?:past|coming))?)\s+(?<season>spring|summer|autumn|fall|winter)|(?:in|during|over|by|since)\s+(?:early\s+|late\s+)?the\s+(?:early\s+|late\s+)?(?<alone>spring|summer|autumn|fall|winter)(?!\s+of\s+\d))\b(?!\s+\d)/gi,
    resolve: season,
  },
];

function period({ relative = "", unit = "" }: Groups, context: TimeContext): string | null | undefined {
  const { now, words, before } = context;
  const kind = unit.toLowerCase();
  const which = relative.toLowerCase();
  if (/^(?:previous|following|same|that)$/.test(which)) {
    if (which === "that" && /\b(?:said|says|say)\s+$/i.test(before)) return undefined;
    return fromReference(kind, which, context);
  }
  if (which === "past" && !/\bthe\s+past/i.test(words)) return undefined;
  const apart = which === "last" ? -1 : which === "next" || which === "coming" ? 1 : 0;
  if (which === "past" || which === "this past") return pastStretch(kind, now?.day ?? null);
  if (now === null) return null;
  switch (kind) {
    case "week":
      return now.day && weekOf(now.day, apart);
    case "month":
      return now.month === null ? null : edtf(now.year, now.month + apart);
    case "quarter":
      return now.month === null ? null : quarter(now.year, Math.floor((now.month - 1) / 3) + apart);
    case "year":
      return edtf(now.year + apart);
    case "decade":
      return masked(now.year + 10 * apart, 1);
    default:
      return masked(now.year + 100 * apart, 2);
  }
}

/** The decade (one X) or century (two) of a year. */
export function masked(year: number, digits: 1 | 2): string | null {
  const written = edtf(year);
  return written && `${written.slice(0, 4 - digits)}${"X".repeat(digits)}`;
}

/** EDTF 33 to 36; quarters count from 0 and may run over. */
function quarter(year: number, index: number): string | null {
  const moved = edtf(year + Math.floor(index / 4));
  return moved && `${moved}-${33 + (((index % 4) + 4) % 4)}`;
}

/** “the past week”: the seven days up to publication. */
function pastStretch(unit: string, today: string | null): string | null {
  const days = { week: 7, month: 30 }[unit];
  if (today === null) return null;
  if (days !== undefined) return interval(addDays(today, -days), today);
  const year = Number(today.slice(0, 4));
  return unit === "year" ? interval(edtf(year - 1), edtf(year)) : null;
}

function fromReference(unit: string, which: string, { reference }: TimeContext): string | null {
  const apart = which === "previous" ? -1 : which === "following" ? 1 : 0;
  if (unit === "week") {
    const day = reference("DAY");
    return day && weekOf(day, apart);
  }
  if (unit === "month") {
    const [year, month] = (reference("MONTH") ?? "").split("-").map(Number);
    return year && month ? edtf(year, month + apart) : null;
  }
  const year = Number.parseInt(reference("YEAR") ?? "", 10);
  if (Number.isNaN(year)) return null;
  if (unit === "year") return edtf(year + apart);
  return unit === "decade" ? masked(year + 10 * apart, 1) : null;
}

function season({ relative, season, alone }: Groups, { now, orientation }: TimeContext): string | null {
  const code = SEASONS[(season ?? alone ?? "").toLowerCase()];
  if (now === null || now.month === null || code === undefined) return null;
  const start = code === 24 ? 12 : 3 * (code - 20);
  // Months from the start of this year's season to now: in it from 0 to 2.
  const since = now.month - start;
  const inSeasonBegunLastYear = since + 12 < 3;
  const current = since < 3 && since >= 0 ? now.year : inSeasonBegunLastYear ? now.year - 1 : null;
  const lastBegun = since >= 0 ? now.year : now.year - 1;
  const which = (relative ?? "").toLowerCase();
  const past = which === "last" || which === "this past" || (which === "" && orientation() !== "FUTURE");
  if (which === "this") return seasonOf(current ?? now.year, code);
  if (past) return seasonOf(which === "last" && current !== null ? lastBegun - 1 : lastBegun, code);
  return seasonOf(current !== null && which === "" ? current : lastBegun + 1, code);
}

function seasonOf(year: number, code: number): string | null {
  const written = edtf(year);
  return written && `${written}-${code}`;
}
