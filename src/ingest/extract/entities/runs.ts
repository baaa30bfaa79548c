import { givenNameGender } from "../lexicon/given-names.ts";
import { NAME_PARTICLES } from "../lexicon/name-particles.ts";
import { ORGANIZATION_HEADS } from "../lexicon/organization-words.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { isNameWord, isRoleWord } from "./word-kinds.ts";
import type { Stream, Word } from "./words.ts";

/** Words next to each other that are written as a name is, titles among them: `from` inclusive, `to` exclusive. */
export interface Run {
  readonly stream: Stream;
  readonly from: number;
  readonly to: number;
}

/** The runs of capitals of a stream, in order. Small words tie where names have them: “de”, “of” after a ministry. */
export function findRuns(stream: Stream): Run[] {
  const runs: Run[] = [];
  const { words } = stream;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !isNameWord(word) || /^(?:the|an?)$/.test(word.lower)) continue;
    if (word.starts && isCommon(word) && !isRoleWord(word) && !beginsName(words, at)) continue;
    let to = at + 1;
    while (to < words.length && !words[to - 1]?.possessive) {
      const next = tie(words, at, to);
      if (next === undefined) break;
      to = next;
    }
    runs.push({ stream, from: at, to });
    at = to - 1;
  }
  return runs;
}

/** A word of English that its place in the sentence gives a capital. */
function isCommon(word: Word): boolean {
  return word.pos !== "PROPN" && isEnglishWord(word.lower);
}

/** “Will Smith slapped …”, but not “Will Trump win?” */
function beginsName(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next?.capital !== true || givenNameGender(word.text) === undefined) return false;
  return word.pos !== "AUX" || words.at(-1)?.text !== "?";
}

/** Where the run ends when what stands at `to` belongs to it; undefined when nothing does. */
function tie(words: readonly Word[], from: number, to: number): number | undefined {
  const word = words[to];
  if (word === undefined) return undefined;
  if (isNameWord(word)) return to + 1;
  if (word.text === "&" && isCapitalAt(words, to + 1)) return to + 2;
  if ((word.text === "]" || word.text === "[") && isCapitalAt(words, to + 1)) return to + 2;
  if (NAME_PARTICLES.has(word.lower) && word.lower !== "i") {
    for (let after = to + 1; after <= to + 2; after++) {
      if (isCapitalAt(words, after)) return after + 1;
      if (!NAME_PARTICLES.has(words[after]?.lower ?? "")) break;
    }
  }
  return tieOfBody(words, from, to);
}

/** “of”, “for” and “and” within the name of a body or an office: “Ministry of Culture and Sport”, “Secretary of State”. */
function tieOfBody(words: readonly Word[], from: number, to: number): number | undefined {
  const word = words[to];
  if (word === undefined) return undefined;
  const owns = word.lower === "of" || word.lower === "for";
  const joined = word.lower === "and" || word.text === ",";
  if (!owns && !joined) return undefined;
  const before = words.slice(from, to);
  const head = before.some(({ lower }) => ORGANIZATION_HEADS.has(lower));
  if (owns) {
    const office = before.at(-1);
    if (!head && !(office !== undefined && word.lower === "of" && isRoleWord(office))) return undefined;
    const article = words[to + 1]?.lower === "the" ? 1 : 0;
    return isCapitalAt(words, to + 1 + article) ? to + 2 + article : undefined;
  }
  if (head && before.some(({ lower }) => lower === "of" || lower === "for")) {
    const next = words[to + 1];
    const ending = words[to + 2];
    // “the Ministry of Health and President Smith” are two; “… of Culture and Sport” is one.
    if (next === undefined || !isCapitalAt(words, to + 1) || isRoleWord(next)) return undefined;
    if (ending !== undefined && isNameWord(ending)) return undefined;
    return word.text === "," ? undefined : to + 2;
  }
  return undefined;
}

function isCapitalAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && isNameWord(word);
}
