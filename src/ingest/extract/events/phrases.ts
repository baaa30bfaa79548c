import type { Token } from "../annotated-text.ts";

const IN_PHRASE: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ", "NUM", "SYM"]);
const BEFORE_NOUN: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "SYM"]);

/** Position of the first word of the noun phrase that ends at a position; articles and the like are left out. */
export function phraseStart(tokens: readonly Token[], head: number): number {
  let at = head;
  while (at > 0) {
    const before = tokens[at - 1];
    if (before === undefined) break;
    if (isHyphen(before.text) && before.start === (tokens[at - 2]?.end ?? -1)) {
      at -= 2;
      continue;
    }
    const participle =
      before.pos === "VERB" &&
      /(?:ed|ing)$/.test(before.lower) &&
      /^(?:DET|ADJ)$/.test(tokens[at - 2]?.pos ?? "");
    if (!participle && !(IN_PHRASE.has(before.pos) && before.quotation === tokens[head]?.quotation)) break;
    at--;
  }
  return at;
}

const SETS = new Set("round series wave spate string session set pair number".split(" "));

/** The same of a phrase that another tells a number or turn of: “a second round of talks”, “a series of attacks”. */
export function wholeStart(tokens: readonly Token[], head: number): number {
  const start = phraseStart(tokens, head);
  const noun = tokens[start - 2];
  return tokens[start - 1]?.lower === "of" && noun !== undefined && SETS.has(noun.lemma)
    ? phraseStart(tokens, start - 2)
    : start;
}

/** Position of the last word of the noun phrase that begins at a position, its article included; undefined where none begins. */
export function phraseEnd(tokens: readonly Token[], start: number): number | undefined {
  let end: number | undefined;
  for (let at = start; at < tokens.length && at < start + 12; at++) {
    const { pos = "X", text = "", lower = "" } = tokens[at] ?? {};
    if (pos === "PRON" && end !== undefined) break;
    if (pos === "NOUN" || pos === "PROPN" || pos === "PRON") end = at;
    else if (
      isHyphen(text) &&
      end === at - 1 &&
      tokens[at]?.start === tokens[at - 1]?.end &&
      tokens[at]?.end === tokens[at + 1]?.start
    ) {
      // “start-up”, “run-off”: one word, whatever its second part is taken for.
      end = ++at;
    } else if (isHyphen(text) || /^['’]s?$/.test(lower)) continue;
    else if (!BEFORE_NOUN.has(pos) && !(end === undefined && isRoughly(tokens, at))) break;
    if (pos === "PRON" && !/^(?:his|her|its|their|our|my|your)$/.test(lower)) break;
  }
  return end;
}

/** “about 200 jobs” */
function isRoughly(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.pos === "NUM" &&
    /^(?:about|around|nearly|almost|over|approximately|roughly|some|another|only)$/.test(
      tokens[at]?.lower ?? "",
    )
  );
}

const isHyphen = (text: string) => text === "-" || text === "–";

const COMPLEMENTS = new Set("of between on in at against with for to over from by into".split(" "));

/** The phrase that follows a word with “of”, “between”, “in” and the like; the same position where none does. */
export function withComplement(tokens: readonly Token[], last: number): number {
  const preposition = tokens[last + 1];
  if (preposition === undefined || !COMPLEMENTS.has(preposition.lower)) return last;
  const end = phraseEnd(tokens, last + 2);
  if (end === undefined || tokens[end]?.pos === "PRON") return last;
  if (preposition.lower !== "between" || tokens[end + 1]?.lower !== "and") return end;
  return phraseEnd(tokens, end + 2) ?? end;
}

/** Position of the first word of a subject that ends at a position: of “man” in “a man in the crowd”. */
export function subjectStart(tokens: readonly Token[], end: number): number {
  let start = phraseStart(tokens, end);
  for (let depth = 0; depth < 3; depth++) {
    const article =
      BEFORE_NOUN.has(tokens[start - 1]?.pos ?? "") || tokens[start - 1]?.pos === "PRON" ? 1 : 0;
    const noun = start - article - 2;
    const joined = tokens[noun + 1]?.pos === "ADP" && /^(?:NOUN|PROPN)$/.test(tokens[noun]?.pos ?? "");
    if (!joined) break;
    start = phraseStart(tokens, noun);
  }
  return start;
}

/** Position of the last word of the noun phrase that ends right before a position; undefined where none does. */
export function phraseBefore(tokens: readonly Token[], position: number): number | undefined {
  for (let at = position - 1; at >= 0 && at >= position - 3; at--) {
    const { pos = "X" } = tokens[at] ?? {};
    if (/^(?:NOUN|PROPN|PRON)$/.test(pos)) return at;
    if (pos !== "ADV" && pos !== "PUNCT") return undefined;
  }
  return undefined;
}
