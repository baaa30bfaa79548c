import { genderOfHonorific, isHonorific, officeOfHonorific } from "../lexicon/honorifics.ts";
import { NAME_PARTICLES } from "../lexicon/name-particles.ts";
import { countryOfTwoWords } from "../lexicon/nationalities.ts";
import { NEVER_NAMES } from "../lexicon/never-names.ts";
import { genderOfRole, KIN, singularRole } from "../lexicon/role-nouns.ts";
import { isNameWord, isRoleWord, isTitleModifier } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** A title: where it stands among the words of its stream (`to` exclusive), the noun that heads it, who is served. */
export interface TitlePhrase {
  readonly from: number;
  readonly to: number;
  /** The role noun, in lower case and singular: “minister”. */
  readonly head: string;
  /** Where the name of the one served stands: “Russia” of “Russia’s Deputy Foreign Minister”. */
  readonly served: { readonly from: number; readonly to: number } | null;
  readonly gender: "MALE" | "FEMALE" | null;
  readonly honorific: boolean;
}

/** The title that ends right before a name. */
export function titleBefore(words: readonly Word[], name: number): TitlePhrase | null {
  let head = name - 1;
  const comma = words[head]?.text === ",";
  if (comma) head--;
  const noun = words[head];
  if (noun === undefined || noun.possessive) return null;
  if (!isRoleWord(noun)) return comma ? null : titleWithComplement(words, name);
  if (comma && !introducesName(words, head)) return null;
  return extendLeft(words, head, head + 1);
}

/** “The French President, François Hollande, …”: an article or a possessor begins the phrase, not a list. */
function introducesName(words: readonly Word[], head: number): boolean {
  for (let at = head - 1; at >= 0 && at > head - 8; at--) {
    const word = words[at];
    if (word === undefined) return false;
    if (word.possessive || /^(?:the|its|his|her|their|our|a|an)$/.test(word.lower)) return true;
    if (!isNameWord(word) && !isTitleModifier(word) && word.pos !== "NOUN" && word.lower !== "of")
      return false;
  }
  return false;
}

/** “head of Instagram Adam Mosseri”, “Secretary of State Antony Blinken”. */
function titleWithComplement(words: readonly Word[], name: number): TitlePhrase | null {
  const last = words[name - 1];
  if (last === undefined || last.pos === "ADP" || last.pos === "DET" || last.pos === "PUNCT") return null;
  for (let at = name - 2; at >= 1 && at > name - 8; at--) {
    const word = words[at];
    if (word === undefined) return null;
    if (word.lower === "of" || word.lower === "for") {
      const noun = words[at - 1];
      if (noun === undefined || !isRoleWord(noun) || isHonorific(noun.lower)) return null;
      return extendLeft(words, at - 1, name, {
        from: at + (words[at + 1]?.lower === "the" ? 2 : 1),
        to: name,
      });
    }
    if (word.pos === "PUNCT" || word.pos === "VERB" || word.pos === "QUOTE" || word.pos === "PRON")
      return null;
  }
  return null;
}

function extendLeft(
  words: readonly Word[],
  head: number,
  to: number,
  complement: { readonly from: number; readonly to: number } | null = null,
): TitlePhrase {
  let from = head;
  while (from > 0) {
    const word = words[from - 1];
    if (word === undefined || word.possessive) break;
    if (isTitleModifier(word) || (isRoleWord(word) && !endsTitle(word))) from--;
    else if (isPlainNoun(word)) from--;
    else if (countryOfTwoWords(word.lower, words[from]?.lower ?? "") !== undefined) from--;
    else if (word.text === "and" && from > 1 && words[from - 2] && isRoleWord(words[from - 2] ?? word))
      from--;
    else break;
  }
  let served = complement;
  let before = from - 1;
  const owner = words[before];
  if (owner?.possessive) served ??= spanOfName(words, before);
  else if (owner !== undefined && isNameWord(owner) && !isHonorific(owner.lower)) {
    served ??= spanOfName(words, before);
    before = served?.from ?? before;
  }
  const noun = words[head]?.lower ?? "";
  const office = officeOfHonorific(noun);
  return {
    from,
    to,
    head: office ?? singularRole(noun),
    served,
    gender: genderOfHonorific(noun) ?? genderOfRole(singularRole(noun)),
    honorific: isHonorific(noun) && office === null,
  };
}

/** “Mr. President”, “his cousin Prince Michael”: what ends the title to the left. */
function endsTitle({ lower }: Word): boolean {
  if (isHonorific(lower)) return officeOfHonorific(lower) === null;
  const noun = singularRole(lower);
  return KIN.has(noun) || /^(?:counterpart|colleague|predecessor|successor|ally|rival|opponent)$/.test(noun);
}

/** “foreign ministry spokesman”: other nouns within the title; no words of time. */
function isPlainNoun(word: Word): boolean {
  return word.pos === "NOUN" && !word.capital && !NEVER_NAMES.has(word.lower) && !/s$/.test(word.lower);
}

/** The run of name words that ends at a word. */
function spanOfName(words: readonly Word[], last: number): { from: number; to: number } | null {
  let from = last + 1;
  while (from > 0 && from > last - 8) {
    const word = words[from - 1];
    if (word === undefined) break;
    if (from <= last && word.possessive) break;
    const inside =
      from <= last && /^(?:of|for|and|the|&)$/.test(word.lower) && isNameWord(words[from - 2] ?? word);
    if (!isNameWord(word) && !inside && !(from <= last && NAME_PARTICLES.has(word.lower))) break;
    from--;
  }
  return from > last ? null : { from, to: last + 1 };
}
