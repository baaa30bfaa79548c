import { FAMILY_FIRST } from "../lexicon/family-first.ts";
import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { NAME_PARTICLES, NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { THING_STARTS } from "../lexicon/never-names.ts";
import { ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { PLACE_STARTS } from "../lexicon/place-words.ts";
import { wordSet } from "../lexicon/word-set.ts";
import type { Run } from "./runs.ts";
import { isInitial, isRoleWord } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** Where the name begins in a run, after titles and the names of those served; null where no name is left. */
export function nameStart({ stream: { words }, from, to }: Run): number | null {
  if (
    to - from > 1 &&
    knownPlace(
      words
        .slice(from, to)
        .map(({ text }) => text)
        .join(" "),
    ) !== undefined
  )
    return null;
  if (THING_STARTS.has(words[from]?.lower ?? "")) return null;
  let start = from;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word === undefined || !isRoleWord(word) || isSurnameHere(words, from, at, to)) continue;
    start = at + 1;
    if (words[start]?.lower === "of" || words[start]?.lower === "for") start = afterOffice(words, start, to);
  }
  while (start < to && words[start] && skipsBeforeName(words, start, to)) start++;
  const firm = words.slice(start, to - 2).findIndex(({ lower }) => ORGANIZATION_ENDS.has(lower));
  if (firm > 0 && isGivenLike(words[start + firm + 1] ?? null)) return start + firm + 1;
  const given = givenNameWithin(words, start, to);
  if (given !== null) start = given;
  return start < to ? start : null;
}

/** “Stephen King” bears a name, “Chrysler President” an office: a first name goes before, and nothing after. */
function isSurnameHere(words: readonly Word[], from: number, at: number, to: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  if (before === undefined || word === undefined || at === from || !ROLES_AS_SURNAMES.has(word.lower))
    return false;
  if (isInitial(before)) return at + 1 === to;
  const last = at + 1 === to || NAME_SUFFIXES.has(words[at + 1]?.lower ?? "");
  return givenNameGender(before.text) !== undefined && last;
}

const ROLES_AS_SURNAMES = wordSet(
  `king pope prince bishop judge major dean marshal baron priest duke earl cook baker carpenter miner farmer page sheriff
  constable abbot abbott monk friend child kidman shepherd driver porter fisher hunter archer pastor deacon rector lord
  sargent cardinal count knight cooper singer butler mason butcher taylor fowler proctor provost marine coach sexton
  head chief fellow student bowler mariner pilot paige vicar nunn`,
);

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
  if (PLACE_STARTS.has(first.lower)) return null;
  for (let at = start + 1; at < to - 1; at++) {
    const word = words[at];
    if (word !== undefined && isGivenLike(word) && !isInitial(word)) return at;
  }
  return null;
}

function isGivenLike(word: Word | null): boolean {
  return word?.capital === true && givenNameGender(word.text) !== undefined;
}
