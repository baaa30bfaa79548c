import type { Token } from "../annotated-text.ts";

/** Forms that stand without an auxiliary only as participles: “the letter written in May”. */
const PARTICIPLES_ONLY = new Set(
  `arisen been beaten become begun bitten blown borne broken chosen done drawn driven drunk eaten fallen flown forbidden
  forgiven forgotten frozen given gone grown hidden known ridden risen rung seen shaken shot shown shrunk slain spoken
  stolen sung sunk sworn taken thrown torn undergone undertaken withdrawn woken worn woven written`.split(
    /\s+/,
  ),
);

/** Verbs whose past looks like their base form. */
export const UNCHANGED_IN_PAST: ReadonlySet<string> = new Set(
  "beat bet bid broadcast burst cast cost cut forecast hit hurt let put quit read rid set shed shut slit split spread thrust upset".split(
    " ",
  ),
);

/** BASE: “meet”. THIRD: “meets”. PAST: “met”, also as a participle. PARTICIPLE: “taken”. ING: “meeting”. */
export type VerbForm = "BASE" | "THIRD" | "PAST" | "PARTICIPLE" | "ING";

/** The form of a main verb, by its letters. */
export function verbForm({ lower, lemma }: Token): VerbForm {
  if (lower.endsWith("ing") && lower.length > 4 && lower !== lemma) return "ING";
  if (PARTICIPLES_ONLY.has(lower) && lower !== "shot" && lower !== lemma) return "PARTICIPLE";
  if (lower === "begun" || lower === "been") return "PARTICIPLE";
  if (UNCHANGED_IN_PAST.has(lower)) return "PAST";
  if (lower.endsWith("s") && lower !== lemma && !lower.endsWith("ss")) return "THIRD";
  if (lower !== lemma || (lower.endsWith("ed") && lower.length > 4 && !BASES_IN_ED.has(lower))) return "PAST";
  return "BASE";
}

const BASES_IN_ED = new Set("exceed embed succeed proceed bleed breed speed".split(" "));
