import { remembered } from "../../../domain/bounded-cache.ts";
import { isHonorific } from "../lexicon/honorifics.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { NEVER_NAMES } from "../lexicon/never-names.ts";
import { isRoleNoun, singularRole, TITLE_MODIFIERS } from "../lexicon/role-nouns.ts";
import type { Word } from "./words.ts";

/** Written as a name is, and no word that only chance gives a capital. */
export function isNameWord(word: Word): boolean {
  return (
    word.capital &&
    word.pos !== "QUOTE" &&
    !(word.starts && NEVER_NAMES.has(word.lower)) &&
    !NEVER_ALONE.has(word.lower)
  );
}

/** Whether it says what somebody is: “President”, “ministers”, “Sen.”. */
export function isRoleWord(word: Word): boolean {
  if (word.pos === "VERB" && !word.capital) return false;
  return saysRole(word.lower);
}

const saysRole = remembered(
  20_000,
  (lower) => isHonorific(lower) || isRoleNoun(singularRole(lastPart(lower))),
);

/** Whether it may go before a role noun: “foreign”, “Deputy”, “Russian”. */
export function isTitleModifier(word: Word): boolean {
  return (
    TITLE_MODIFIERS.has(word.lower) || word.pos === "ADJ" || countryOfNationality(word.lower) !== undefined
  );
}

/** A single letter with or without full stop, or several: “W.”, “J.K.”. */
export function isInitial(word: Word): boolean {
  return /^(?:\p{Lu}\.?-?){1,3}$/u.test(word.text) && (word.text.length === 1 || word.text.includes("."));
}

/** All capitals, so an abbreviation. */
export function isAcronym(word: Word): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(word.text) && !isInitial(word);
}

/** “vice-president”, “ex-minister”: what counts is the last part. */
function lastPart(lower: string): string {
  return isRoleNoun(lower) ? lower : lower.slice(lower.lastIndexOf("-") + 1);
}

/** With a capital anywhere these are no names. */
const NEVER_ALONE: ReadonlySet<string> = new Set(
  `i i'm i've monday tuesday wednesday thursday friday saturday sunday january february april_ july september october
  november december gmt utc am pm a.m. p.m. mr_`.split(/\s+/),
);
