import { ordinal, SEASONS } from "../../lexicon/calendar-words.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { edtf, interval } from "../arithmetic.ts";
import { YEAR } from "../patterns.ts";
import type { Groups, TimeContext, TimeRule } from "../time-rule.ts";
import { yearIn } from "./calendar-dates.ts";

const OF_YEAR = `(?:(?:\\s+of)?\\s+(?<year>${YEAR})|\\s+(?:of\\s+)?(?<relative>last|this|next)\\s+year\\b)`;
const NTH =
  "\\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth";
const TENS: Readonly<Record<string, string>> = {
  twenties: "2",
  thirties: "3",
  forties: "4",
  fifties: "5",
  sixties: "6",
  seventies: "7",
  eighties: "8",
  nineties: "9",
};

/** Years and what is larger or is named with a year: quarters, halves, seasons, decades, centuries. */
export const YEARS: readonly TimeRule[] = [
  {
    name: "quarter",
    needs: CUE.QUARTER,
    pattern: new RegExp(
      `\\b(?:(?<nth>first|second|third|fourth|final)[\\s-]+quarter|Q(?<number>[1-4]))${OF_YEAR}`,
      "gi",
    ),
    resolve: ({ nth, number, ...groups }, context) => {
      const index = nth?.toLowerCase() === "final" ? 4 : Number(number ?? ordinal(nth ?? ""));
      return division(32 + index, groups, context);
    },
  },
  {
    name: "half-year",
    needs: CUE.HALF,
    pattern: new RegExp(`\\b(?<nth>first|second|latter)\\s+half${OF_YEAR}`, "gi"),
    resolve: ({ nth = "", ...groups }, context) => division(/first/i.test(nth) ? 40 : 41, groups, context),
  },
  {
    name: "season-of-year",
    needs: CUE.SEASON,
    pattern: new RegExp(`\\b(?<season>spring|summer|autumn|fall|winter)${OF_YEAR}`, "gi"),
    resolve: ({ season = "", ...groups }, context) => {
      const code = SEASONS[season.toLowerCase()];
      return code === undefined ? undefined : division(code, groups, context);
    },
  },
  {
    name: "year-range",
    needs: CUE.FOUR_FIGURES,
    pattern: new RegExp(
      `(?<![\\d$£€.,-])\\b(?<from>${YEAR})\\s?(?:-|–|—|/)\\s?(?<to>\\d{2}|${YEAR})\\b(?![\\d-])`,
      "g",
    ),
    resolve: ({ from = "", to = "" }) => {
      const end = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
      return Number(end) > Number(from) ? (interval(from, end) ?? undefined) : undefined;
    },
  },
  {
    name: "decade",
    needs: CUE.FIGURE,
    pattern: /\b(?:the\s+)?(?:(?<century>1\d|20)(?<ten>\d)0['’]?s|(?<!\d)['’](?<short>[2-9])0s)\b/g,
    resolve: ({ century, ten, short }) => {
      if (century === undefined) return `19${short}X`;
      return ten === "0" && century !== "20" ? `${century}XX` : `${century}${ten}X`;
    },
  },
  {
    name: "decade-in-words",
    needs: CUE.TENS,
    pattern:
      /\bthe\s+(?:early\s+|mid-?\s*|late\s+)?(?<ten>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/gi,
    resolve: ({ ten = "" }) => `19${TENS[ten.toLowerCase()]}X`,
  },
  {
    name: "century",
    needs: CUE.CENTURY,
    pattern: new RegExp(`\\b(?:the\\s+)?(?<nth>${NTH})[\\s-]+century\\b(?!\\s+(?:BCE?|B\\.C\\.))`, "gi"),
    resolve: ({ nth = "" }) => {
      const number = ordinal(nth);
      return number === null || number < 2 || number > 99
        ? undefined
        : `${String(number - 1).padStart(2, "0")}XX`;
    },
  },
  {
    name: "year",
    needs: CUE.FOUR_FIGURES,
    pattern: new RegExp(`(?<![\\d$£€.,#№/-])\\b(?<year>${YEAR})\\b(?![/-]\\d)`, "g"),
    resolve: year,
  },
];

function division(code: number, groups: Groups, context: TimeContext): string | null {
  const year = yearIn(groups, context);
  const written = year === null ? null : edtf(year);
  return written && `${written}-${code}`;
}

const ASKS_FOR_YEAR =
  /(?:\b(?:in|since|during|circa|early|mid|late|year|until|till|by|before|after|from|between|through|throughout|back\s+in|class\s+of|of|to|and|or|for|around|about)[\s-]+|[(,–—]\s?)$/i;
const SURELY =
  /(?:\b(?:in|since|during|circa|early|mid|late|year|until|till|by|back\s+in|from|between)[\s-]+|\()$/i;
const ATTRIBUTIVE = /(?:\b(?:the|a|an|his|her|its|their|this|that)\s+|['’]s?\s+)(?:\p{Ll}[\p{L}-]+\s+)?$/iu;
const COUNTS_THINGS =
  /^\s+(?:\p{Ll}+\s+)?(?:people|persons|men|women|children|years|days|hours|miles|metres|meters|feet|pounds|dollars|euros|tons|tonnes|troops|soldiers|workers|jobs|homes|houses|votes|points|calories|words|members|employees|passengers|residents|students|others|more|cases|deaths|times|square|cubic|kilometres|kilometers|acres|GMT|hrs|UTC|BCE?|B\.C\.)\b/iu;

/** A number of four figures after a word that asks for a year, or between an article and a noun: “the 2009 crash”. */
function year({ year = "" }: Groups, { before, after }: TimeContext): string | undefined {
  if (COUNTS_THINGS.test(after)) return undefined;
  const known = Number(year) >= 1800 && Number(year) <= 2099;
  if (SURELY.test(before)) return year;
  if (!known) return undefined;
  if (ASKS_FOR_YEAR.test(before) || /^(?:['’]s\b|\s*\))/.test(after)) return year;
  if (ATTRIBUTIVE.test(before) && /^\s+[\p{L}]/u.test(after)) return year;
  return /^\s+(?:\p{L}+\s+)?(?:elections?|season|campaign|championships?|cup|olympics|games|budget|report|census|referendum|edition|summit|vote|primary|presidential|general|world|film|album)\b/iu.test(
    after,
  )
    ? year
    : undefined;
}
