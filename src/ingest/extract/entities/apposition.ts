import { genderOfRole, KIN, singularRole } from "../lexicon/role-nouns.ts";
import type { TitlePhrase } from "./title-phrase.ts";
import { isNameWord, isRoleWord } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** How far a phrase after a name is read for a role. */
const REACH = 14;

/** What a name's apposition says somebody is: “Hugh Hill, a doctor, said”, “Donald Tusk, the president of the European Council”. */
export function appositionAfter(words: readonly Word[], name: number): TitlePhrase | null {
  const opening = words[name]?.text ?? "";
  if (!/^(?:,|\(|—|–)$/.test(opening)) return null;
  let from = name + 1;
  if (/^\d{1,3}$/.test(words[from]?.text ?? "") && words[from + 1]?.text === ",") from += 2;
  const article = words[from];
  if (
    article !== undefined &&
    /^(?:a|an|the|his|her|their|its|then|now|once|formerly|also|as)$/.test(article.lower)
  )
    from++;
  const head = headOf(words, from);
  if (head === null) return null;
  const noun = words[head];
  const after = words[head + 1];
  if (noun === undefined || (after !== undefined && isNameWord(after) && !noun.possessive)) return null;
  const served = servedBy(words, from, head) ?? servedAfter(words, head);
  const owner = words.slice(from, head).findLastIndex(({ possessive }) => possessive);
  const start = from + owner + 1;
  return {
    from: start,
    to: served !== null && served.from > head ? served.to : head + 1,
    head: singularRole(noun.lower),
    served,
    gender: genderOfRole(singularRole(noun.lower)),
    honorific: false,
  };
}

/** The first role noun that no other noun follows, unless the phrase ends before. */
function headOf(words: readonly Word[], from: number): number | null {
  for (let at = from; at < from + REACH; at++) {
    const word = words[at];
    if (
      word === undefined ||
      word.pos === "PUNCT" ||
      word.pos === "QUOTE" ||
      word.pos === "PRON" ||
      word.pos === "SCONJ"
    )
      return null;
    if (isRoleWord(word) && !word.possessive) {
      const next = words[at + 1];
      if (next === undefined) return at;
      const goesOn = (next.pos === "NOUN" || next.pos === "PROPN" || next.pos === "ADJ") && !isNameWord(next);
      if (!goesOn && !(isNameWord(next) && isRoleWord(next))) return at;
      continue;
    }
    if (/^(?:of|for|in|at|from|with|by|on)$/.test(word.lower) || word.pos === "VERB" || word.pos === "AUX") {
      if (word.pos === "VERB" && /(?:ed|ing)$/.test(word.lower)) continue;
      return null;
    }
  }
  return null;
}

/** “Belgium’s Prime Minister”, “Wagner field commander”: names before the role. */
function servedBy(words: readonly Word[], from: number, head: number): { from: number; to: number } | null {
  let to = from;
  while (to < head) {
    const word = words[to];
    if (word === undefined || !isNameWord(word) || isRoleWord(word)) break;
    to++;
    if (word.possessive) return { from, to };
  }
  return null;
}

/** “president of the European Council”, “attorney for Twitter”. */
function servedAfter(words: readonly Word[], head: number): { from: number; to: number } | null {
  const tie = words[head + 1]?.lower ?? "";
  if (!/^(?:of|for|at|with)$/.test(tie) || KIN.has(words[head]?.lower ?? "")) return null;
  const from = head + (words[head + 2]?.lower === "the" ? 3 : 2);
  let to = from;
  while (to < from + 8) {
    const word = words[to];
    if (word === undefined) break;
    const inside =
      to > from &&
      /^(?:of|for|and|the|&)$/.test(word.lower) &&
      isNameWord(words[to + 1] ?? word) &&
      word.lower !== "and";
    if (!isNameWord(word) && !inside) break;
    to++;
    if (word.possessive) break;
  }
  return to > from ? { from, to } : null;
}
