import { addDays } from "../../../../domain/day.ts";
import { CUE } from "../../lexicon/time-cues.ts";
import type { TimeRule } from "../time-rule.ts";

const PART = "(?:day|morning|afternoon|evening|night)";

/** Days told from a day that the text told before: “the same day”, “the following morning”, “the day before”. */
export const TOLD_BEFORE: readonly TimeRule[] = [
  {
    name: "same-day",
    needs: CUE.TOLD_BEFORE | CUE.PART_OF_DAY,
    pattern: new RegExp(
      `\\b(?:(?:the|that|on\\s+the)\\s+same\\s+${PART}|(?:later|earlier)\\s+(?:that|the\\s+same)\\s+${PART}|that\\s+(?:day|night|evening|morning|afternoon))\\b`,
      "gi",
    ),
    resolve: (_, { reference }) => reference("DAY"),
  },
  {
    name: "day-beside",
    needs: CUE.TOLD_BEFORE | CUE.PART_OF_DAY,
    pattern: new RegExp(
      `\\b(?:the\\s+(?:(?<ahead>following|next)|previous|preceding)\\s+${PART}|the\\s+${PART}\\s+(?:(?<after>after)|before)(?=\\s*(?:[,.;)]|$)))\\b`,
      "gi",
    ),
    resolve: ({ ahead, after }, { reference }) => {
      const day = reference("DAY");
      return day && addDays(day, ahead || after ? 1 : -1);
    },
  },
];
