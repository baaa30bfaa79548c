import { addDays, type Day, isDay, toDay, weekdayOf } from "../../../../domain/day.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import type { TimeContext, TimeRule } from "../time-rule.ts";

/** Days that have names: those of fixed date, and Thanksgiving of the United States. */
const DAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  "christmas eve": [12, 24],
  "christmas day": [12, 25],
  christmas: [12, 25],
  "boxing day": [12, 26],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  "valentine's day": [2, 14],
  "st patrick's day": [3, 17],
  "saint patrick's day": [3, 17],
  "april fools' day": [4, 1],
  "may day": [5, 1],
  "fourth of july": [7, 4],
  "july fourth": [7, 4],
  "bastille day": [7, 14],
  halloween: [10, 31],
  "armistice day": [11, 11],
  "veterans day": [11, 11],
};

const NAMES = Object.keys(DAYS)
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replaceAll(" ", "\\s+").replaceAll("'", "['’]").replace(/^st\b/, "st\\.?"))
  .join("|");

/** Named days, and “9/11”. */
export const HOLIDAYS: readonly TimeRule[] = [
  {
    name: "holiday",
    needs: CUE.HOLIDAY,
    pattern: new RegExp(
      `\\b(?:(?<relative>last|next|this)\\s+)?(?<name>${NAMES}|thanksgiving(?:\\s+day)?)\\b(?:,?\\s+(?<year>(?:19|20)\\d\\d)\\b)?(?!\\s+(?:Island|tree|card|present|gift|shopping|carol|song|dinner|market|party|decoration|light)s?\\b)`,
      "gi",
    ),
    resolve: ({ name = "", relative, year }, context) => {
      const { words, before } = context;
      if (!/\p{Lu}/u.test(words.replace(/^(?:Last|Next|This)\b/, "")) || /\p{Lu}\p{L}+\s$/u.test(before))
        return undefined;
      const dated = dayIn(name.toLowerCase().replace(/\s+/g, " ").replaceAll("’", "'").replace("st.", "st"));
      return year === undefined ? nearest(dated, relative?.toLowerCase(), context) : dated(Number(year));
    },
  },
  {
    name: "september-11",
    needs: CUE.FIGURE,
    pattern: /\b(?:9\/11)(?![/\d])/g,
    resolve: () => "2001-09-11",
  },
];

function dayIn(name: string): (year: number) => Day {
  const [month, day] = DAYS[name] ?? [0, 0];
  return (year) => (month > 0 ? toDay(year, month, day) : thanksgiving(year));
}

/** The fourth Thursday of November. */
function thanksgiving(year: number): Day {
  const first = toDay(year, 11, 1);
  return addDays(first, ((4 - weekdayOf(first) + 7) % 7) + 21) ?? first;
}

function nearest(
  dated: (year: number) => Day,
  relative: string | undefined,
  { now, orientation }: TimeContext,
): string | null {
  if (now === null || now.day === null) return null;
  const today = now.day;
  const days = [now.year - 1, now.year, now.year + 1].map(dated).filter(isDay);
  if (relative === "this") return dated(now.year);
  const ahead = relative === "next" || (relative === undefined && orientation() === "FUTURE");
  const found = ahead ? days.find((day) => day >= today) : days.findLast((day) => day <= today);
  return found ?? null;
}
