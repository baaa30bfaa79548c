import { FAMILY_FIRST } from "../lexicon/family-first.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { isHonorific } from "../lexicon/honorifics.ts";
import { NAME_PARTICLES, NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import type { Run } from "./runs.ts";
import { isInitial, isRoleWord } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** Where the name begins in a run, after titles and the names of those served; null where no name is left. */
export function nameStart({ stream: { words }, from, to }: Run): number | null {
  let start = from;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word === undefined || !isRoleWord(word) || isSurnameHere(words, from, at, to)) continue;
    start = at + 1;
    if (words[start]?.lower === "of" || words[start]?.lower === "for") start = afterOffice(words, start, to);
  }
  while (start < to && words[start] && skipsBeforeName(words, start, to)) start++;
  const given = givenNameWithin(words, start, to);
  if (given !== null) start = given;
  return start < to ? start : null;
}

/** “Stephen King” bears a name, “Russian King” an office: a first name goes before, and nothing after. */
function isSurnameHere(words: readonly Word[], from: number, at: number, to: number): boolean {
  const before = words[at - 1];
  if (before === undefined || at === from || isHonorific(words[at]?.lower ?? "")) return false;
  if (isInitial(before)) return at + 1 === to;
  return (
    givenNameGender(before.text) !== undefined &&
    (at + 1 === to || NAME_SUFFIXES.has(words[at + 1]?.lower ?? ""))
  );
}

/** After “Secretary of State …”, “President of the European Council …”: the first known first name, or else the last two words. */
function afterOffice(words: readonly Word[], of: number, to: number): number {
  for (let at = of + 2; at < to - 1; at++) {
    if (givenNameGender(words[at]?.text ?? "") !== undefined) return at;
  }
  return to - of >= 4 ? to - 2 : to;
}

function skipsBeforeName(words: readonly Word[], at: number, to: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.text === "]" || word.text === "[" || word.text === "&") return true;
  if (NAME_PARTICLES.has(word.lower) && !word.capital)
    return at + 1 < to && !/^(?:de|von|van|al|bin|le|la|di|da|el)$/.test(word.lower);
  return countryOfNationality(word.lower) !== undefined && to - at > 1;
}

/** “Ohio Jim Jordan”, “Instagram Adam Mosseri”: a first name later in the run, after words that belong to no name. */
function givenNameWithin(words: readonly Word[], start: number, to: number): number | null {
  if (to - start < 3) return null;
  const first = words[start];
  if (first === undefined || isGivenLike(first) || isInitial(first) || FAMILY_FIRST.has(first.lower))
    return null;
  for (let at = start + 1; at < to - 1; at++) {
    const word = words[at];
    if (word !== undefined && isGivenLike(word) && !isInitial(word)) return at;
  }
  return null;
}

function isGivenLike(word: Word): boolean {
  return givenNameGender(word.text) !== undefined;
}
