import { monthNumber } from "../../lexicon/calendar-words.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { edtf, interval } from "../arithmetic.ts";
import { MONTH, MONTH_IN_FULL, TO, YEAR } from "../patterns.ts";
import type { Groups, TimeContext, TimeRule } from "../time-rule.ts";
import { AHEAD, MOVED, SINCE, yearIn } from "./calendar-dates.ts";

/** Months with a year (“August 2022”, “Aug. of last year”) and alone (“in August”, “last February”). */
export const MONTHS: readonly TimeRule[] = [
  {
    name: "month-range-of-year",
    needs: CUE.MONTH | CUE.FOUR_FIGURES,
    pattern: new RegExp(
      `\\b(?<month>${MONTH})(?:\\s+(?<first>${YEAR}))?${TO}(?<last>${MONTH})(?:,?\\s+|\\s+of\\s+)(?<year>${YEAR})`,
      "g",
    ),
    resolve: ({ month = "", first, last = "", year = "" }) =>
      interval(edtf(Number(first ?? year), monthNumber(month)), edtf(Number(year), monthNumber(last))) ??
      undefined,
  },
  {
    name: "month-of-year",
    needs: CUE.MONTH,
    pattern: new RegExp(
      `\\b(?<month>${MONTH})(?:(?:,?\\s+|\\s+of\\s+)(?<year>${YEAR})|(?:,?\\s+|\\s+of\\s+)(?<relative>last|this|next)\\s+year\\b)`,
      "g",
    ),
    resolve: (groups, context) => {
      const year = yearIn(groups, context);
      return year === null ? null : edtf(year, monthNumber(groups["month"] ?? ""));
    },
  },
  {
    name: "month",
    needs: CUE.MONTH,
    pattern: new RegExp(
      `\\b(?:(?<relative>[Ll]ast|[Nn]ext|[Tt]his(?:\\s+(?:past|coming))?|[Tt]he\\s+(?:previous|following))\\s+)?(?<month>${MONTH_IN_FULL})(?!\\s+\\d)`,
      "g",
    ),
    resolve: monthAlone,
  },
];

/** Months whose names are also words or people's names: they need a word before them that asks for a time. */
const ALSO_NAMES = /^(?:march|april|may|june|august)$/i;
const ASKS_FOR_TIME =
  /\b(?:in|since|by|until|till|from|during|of|for|before|after|through|throughout|between|to|early|mid|late|earlier|later|each|every|and|or|per)[\s-]+(?:(?:early|mid|late)[\s-]+)?$/i;
const GOES_ON_AS_NAME = /^\s+\p{Lu}[\p{L}’'-]+/u;

function monthAlone({ month = "", relative }: Groups, context: TimeContext): string | null | undefined {
  const { before, after, now } = context;
  if (relative === undefined) {
    if (/\p{Lu}[\p{L}.]*\s$/u.test(before) && !ASKS_FOR_TIME.test(before)) return undefined;
    if (ALSO_NAMES.test(month) && (!ASKS_FOR_TIME.test(before) || GOES_ON_AS_NAME.test(after)))
      return undefined;
  }
  const number = monthNumber(month);
  if (/\bthe\s+(?:previous|following)/i.test(relative ?? "")) {
    return besideReference(number, /following/i.test(relative ?? ""), context);
  }
  if (now?.month === null || now === null) return null;
  const behind = (now.month - number + 12) % 12;
  const ahead = (number - now.month + 12) % 12;
  if (/^last/i.test(relative ?? "")) return edtf(now.year, now.month - (behind || 12));
  if (/^next|coming/i.test(relative ?? "")) return edtf(now.year, now.month + (ahead || 12));
  if (/^this$/i.test(relative ?? "")) return edtf(now.year, number);
  const future =
    !/past/i.test(relative ?? "") &&
    !SINCE.test(before) &&
    (AHEAD.test(before) || MOVED.test(before) || liesAhead(context));
  if (future) return edtf(now.year, now.month + ahead);
  // “found on 3 April 2011, and raised in May”
  const { yearWritten } = context;
  if (relative === undefined && yearWritten !== null && yearWritten < now.year)
    return edtf(yearWritten, number);
  return edtf(now.year, now.month - behind);
}

/** In a future clause; in one of the present only after a word that plans. */
function liesAhead({ before, orientation }: TimeContext): boolean {
  const way = orientation();
  return way === "FUTURE" || (way === "PRESENT" && /\b(?:in|by|until|till|from|for)\s+$/i.test(before));
}

/** The month by that name right before or after the date that was told before. */
function besideReference(month: number, after: boolean, { reference }: TimeContext): string | null {
  const [year, told] = (reference("MONTH") ?? "").split("-").map(Number);
  if (!year || !told) return null;
  const apart = after ? (month - told + 12) % 12 || 12 : -((told - month + 12) % 12 || 12);
  return edtf(year, told + apart);
}
