import { addDays } from "../../../../domain/day.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { interval, nearestWeekday } from "../arithmetic.ts";
import type { TimeContext, TimeRule } from "../time-rule.ts";

const PART = "(?:morning|afternoon|evening|night|lunchtime)";

/** Days named from the day of publication: “today”, “last night”, “the day before yesterday”. */
export const DAYS_AROUND: readonly TimeRule[] = [
  {
    name: "day-around",
    needs: CUE.DAY_AROUND,
    pattern: new RegExp(
      `\\b(?:(?<far>(?:the\\s+)?day\\s+(?:before\\s+yesterday|after\\s+tomorrow))|(?:earlier\\s+|later\\s+|late\\s+|early\\s+)?(?<near>today|tonight|yesterday|tomorrow)(?:\\s+${PART})?|(?:earlier\\s+|later\\s+)?(?:early\\s+|late\\s+)?(?<part>this\\s+(?:morning|afternoon|evening|lunchtime)|last\\s+(?:night|evening)))\\b`,
      "gi",
    ),
    resolve: ({ far, near, part }, context) => {
      if (isName(context)) return undefined;
      const words = (far ?? near ?? part ?? "").toLowerCase();
      return from(context, apart(words));
    },
  },
  {
    name: "overnight",
    needs: CUE.OVERNIGHT,
    pattern: /\bovernight\b(?!\s+(?:success|stay|train|bus|flight|low|lows|delivery|sensation))/gi,
    resolve: (_, { now }) => {
      const today = now?.day ?? null;
      return today && interval(addDays(today, -1), today);
    },
  },
  {
    name: "weekend",
    needs: CUE.WEEKEND,
    pattern:
      /\b(?:(?<relative>last|next|this(?:\s+(?:past|coming))?|the\s+(?:past|coming))\s+weekend|(?:over|at|during|on)\s+the\s+weekend|the\s+weekend(?=['’]s))\b/gi,
    resolve: ({ relative = "" }, context) => weekend(relative.toLowerCase(), context),
  },
];

/** “USA Today”, “Today programme”. */
function isName({ words, before, after }: TimeContext): boolean {
  return (
    /^T/.test(words) && (/\p{Lu}\p{L}*\s$/u.test(before) || /^\s+(?:show|programme|program)\b/i.test(after))
  );
}

function apart(words: string): number {
  if (words.includes("before yesterday")) return -2;
  if (words.includes("after tomorrow")) return 2;
  if (words.startsWith("yesterday") || words.startsWith("last")) return -1;
  return words.startsWith("tomorrow") ? 1 : 0;
}

function from({ now }: TimeContext, days: number): string | null {
  return now?.day ? addDays(now.day, days) : null;
}

/** Saturday and Sunday: the ones nearest on the side that is meant, the current ones included. */
function weekend(relative: string, { now, orientation }: TimeContext): string | null {
  if (!now?.day) return null;
  const monday = nearestWeekday(now.day, 1, "PAST", true);
  const current = monday && addDays(monday, 5);
  if (current === null) return null;
  const begun = now.day >= current;
  const past = /past|last/.test(relative) || (!/next|coming/.test(relative) && orientation() !== "FUTURE");
  const weeks = past
    ? begun && !relative.startsWith("last")
      ? 0
      : -1
    : begun && relative !== "this" && relative !== ""
      ? 1
      : 0;
  const saturday = addDays(current, 7 * weeks);
  return saturday && interval(saturday, addDays(saturday, 1));
}
