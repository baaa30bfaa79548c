import type { AnnotatedText, Sentence, Token } from "../annotated-text.ts";

/** A sentence with each quotation that somebody is quoted with as one token, and other quotation marks left out. */
export interface Frame {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

/** Frames of all sentences; `spoken` holds the positions of quotations that are quotes. */
export function framesOf(
  { text, sentences, quotations }: AnnotatedText,
  spoken: ReadonlySet<number>,
): Frame[] {
  const marks = new Map<number, number>();
  quotations.forEach(({ outer }, index) => {
    marks.set(outer.start, index);
    marks.set(outer.end - 1, index);
  });
  return sentences.map((sentence) => {
    const tokens: Token[] = [];
    let last = -1;
    for (const token of sentence.tokens) {
      const index = token.quotation ?? marks.get(token.start) ?? null;
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
      tokens.push({ text: words, lower: "", lemma: "", pos: "QUOTE", start, end, quotation: index });
    }
    return { sentence, tokens };
  });
}
