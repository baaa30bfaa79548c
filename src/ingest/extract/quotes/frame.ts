import type { AnnotatedText, Sentence, Token } from "../annotated-text.ts";
import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { EntityMention, Mentions } from "./mentions.ts";

/**
 * A sentence with each quotation that somebody is quoted with as one token, and other quotation marks left out. Names are
 * tagged as names.
 */
export interface Frame {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

/** Frames of all sentences; `spoken` holds the positions of quotations that are quotes. */
export function framesOf(
  { text, sentences, quotations }: AnnotatedText,
  spoken: ReadonlySet<number>,
  mentions: Mentions,
): Frame[] {
  const marks = new Map<number, number>();
  quotations.forEach(({ outer }, index) => {
    marks.set(outer.start, index);
    marks.set(outer.end - 1, index);
  });
  return sentences.flatMap((sentence) => {
    const tokens: Token[] = [];
    let last = -1;
    for (const token of sentence.tokens) {
      const isMark = token.pos === "QUOTE" || token.text.length <= 2;
      const index = token.quotation ?? (isMark ? marks.get(token.start) : undefined) ?? null;
      if (index === null) {
        tokens.push(token);
        continue;
      }
      const quotation = quotations[index];
      if (quotation === undefined) continue;
      if (!spoken.has(index)) {
        if (token.pos === "QUOTE") tokens.push({ ...token, pos: "PROPN" });
        else if (token.quotation !== null) tokens.push(token);
        continue;
      }
      if (last === index) continue;
      last = index;
      const { start, end } = quotation.outer;
      const words = text.slice(start, end);
      tokens.push({ text: words, lower: "", lemma: "", pos: "QUOTE", start, end, cues: 0, quotation: index });
    }
    return piecesOf(retagged(tokens, mentions.within(sentence))).map((piece) => ({
      sentence,
      tokens: piece,
    }));
  });
}

/** Longest sentence that is read as one. What is longer is a list or broken, and would take long. */
const LONGEST = 300;

function piecesOf(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length <= LONGEST) return [tokens];
  return Array.from({ length: Math.ceil(tokens.length / LONGEST) }, (_, piece) =>
    tokens.slice(piece * LONGEST, (piece + 1) * LONGEST),
  );
}

/** Corrects tags that names and reporting verbs tell to be wrong: “Jane Rumble”, “the report alleged:”. */
function retagged(tokens: readonly Token[], mentions: readonly EntityMention[]): Token[] {
  const names = mentions.filter(({ form }) => form === "NAME");
  let next = 0;
  return tokens.map((token, at): Token => {
    while ((names[next]?.end ?? token.end) < token.end) next++;
    const name = names[next];
    const inName = name !== undefined && name.start <= token.start && token.end <= name.end;
    if (inName && token.pos !== "PROPN" && token.pos !== "QUOTE" && /^\p{Lu}/u.test(token.text)) {
      return { ...token, pos: "PROPN" };
    }
    if (isNameBeforeVerb(tokens, at)) return { ...token, pos: "PROPN" };
    if (isVerbAfterPlural(tokens, at)) return { ...token, pos: "VERB", lemma: token.lower };
    if (token.pos !== "ADJ") return token;
    const after = tokens[at + 1];
    const reports = after?.pos === "QUOTE" || after?.text === ":" || after?.lower === "that";
    if (!reports || !token.lower.endsWith("ed")) return token;
    const lemma = [token.lower.slice(0, -2), token.lower.slice(0, -1)].find(
      (stem) => reportingVerb(stem)?.speech,
    );
    return lemma === undefined ? token : { ...token, pos: "VERB", lemma };
  });
}

/** “Cook told”: a capitalised word at the head of a sentence, before a verb that reports. */
function isNameBeforeVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (at > 0 || token?.pos !== "VERB" || after?.pos !== "VERB") return false;
  return /^\p{Lu}/u.test(token.text) && reportingVerb(after.lemma)?.plain === true;
}

/** “opponents call it”, “supporters say”: a verb that looks like a noun, between a plural and what it reports. */
function isVerbAfterPlural(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token?.pos !== "NOUN" || before?.pos !== "NOUN" || after === undefined) return false;
  if (!before.lower.endsWith("s") && before.lower !== "people") return false;
  const begins = /^(?:DET|PRON|AUX|QUOTE|SCONJ)$/.test(after.pos) || after.text === ":";
  return begins && reportingVerb(token.lower) !== undefined;
}
