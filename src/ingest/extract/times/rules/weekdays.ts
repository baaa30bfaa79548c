import { weekdayNumber } from "../../lexicon/calendar-words.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import { nearestWeekday } from "../arithmetic.ts";
import { WEEKDAY } from "../patterns.ts";
import type { Groups, TimeContext, TimeRule } from "../time-rule.ts";
import { AHEAD, SINCE } from "./calendar-dates.ts";

/**
 * Days of the week: in the past the most recent, up to and including the day of publication; in the future the next, from
 * the day of publication on.
 */
export const WEEKDAYS: readonly TimeRule[] = [
  {
    name: "weekday",
    needs: CUE.WEEKDAY,
    pattern: new RegExp(
      `\\b(?:(?<relative>[Ll]ast|[Nn]ext|[Tt]his(?:\\s+(?:past|coming))?|[Cc]oming|[Pp]ast|(?:[Tt]he\\s+)?(?:[Ff]ollowing|[Pp]revious))\\s+)?(?<weekday>${WEEKDAY})(?:\\s+(?:morning|afternoon|evening|night|noon|lunchtime)\\b)?`,
      "g",
    ),
    resolve: weekday,
  },
];

/** What makes a weekday part of a name, or no single day. */
const NAMED_BEFORE =
  /\b(?:black|good|bloody|super|ash|cyber|palm|easter|holy|maundy|fat|red|every|each|most|some|alternate|per)\s+$/i;
const NAMED_AFTER =
  /^\s+(?:Times|Telegraph|Mirror|Express|Herald|Mail|Post|Night|Mass|Agreement|Island)\b|^s\b/;

function weekday({ weekday = "", relative }: Groups, context: TimeContext): string | null | undefined {
  const { before, after, now } = context;
  if (NAMED_BEFORE.test(before) || NAMED_AFTER.test(after)) return undefined;
  const number = weekdayNumber(weekday);
  const told = /following|previous/i.exec(relative ?? "")?.[0].toLowerCase();
  if (told !== undefined) {
    const from = context.reference("DAY");
    return from && nearestWeekday(from, number, told === "following" ? "FUTURE" : "PAST", false);
  }
  if (now === null || now.day === null) return null;
  if (/last|past/i.test(relative ?? "")) return nearestWeekday(now.day, number, "PAST", false);
  if (/next|coming/i.test(relative ?? "")) return nearestWeekday(now.day, number, "FUTURE", false);
  return nearestWeekday(now.day, number, wayOf(context, relative !== undefined), true);
}

function wayOf({ before, after, orientation }: TimeContext, thisOne: boolean): "PAST" | "FUTURE" {
  if (SINCE.test(before)) return "PAST";
  if (AHEAD.test(before) || BY.test(before)) return "FUTURE";
  const way = orientation();
  if (way === "PRESENT")
    return /\b(?:the|a|an)\s+$/i.test(before) || /^['’]s\b/.test(after) ? "PAST" : "FUTURE";
  return way ?? (thisOne ? "FUTURE" : "PAST");
}

/** “by Friday” and “before Monday” in a plan. */
const BY = /\b(?:no\s+later\s+than|in\s+time\s+for|as\s+(?:soon|early)\s+as|next\s+week\s+on)\s+$/i;
