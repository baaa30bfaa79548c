import type { AnnotatedText, Sentence, Token } from "../annotated-text.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findQuotations } from "./quotation-marks.ts";
import { findSentences } from "./sentences.ts";
import { tagAround, tagWithin } from "./tokens.ts";

/** Finds the paragraphs, quotations, sentences and words of a text. Each word is tagged once. */
export function annotate(text: string): AnnotatedText {
  const paragraphs = findParagraphs(text);
  const quotations = findQuotations(text, paragraphs);
  const masked = quotations.filter((quotation) => quotation.masked);
  const outside = tagAround(
    text,
    masked.map(({ outer }) => outer),
  );
  const inside = tagWithin(text, masked);

  const ownWords: Token[][] = quotations.map(() => []);
  let around = 0;
  const frame = outside.map((word): Token => {
    while (word.start >= (quotations[around]?.outer.end ?? Number.POSITIVE_INFINITY)) around++;
    const quotation = quotations[around];
    if (quotation === undefined || word.start < quotation.outer.start) return { ...word, quotation: null };
    const { outer, start, end, masked: whole } = quotation;
    if (whole) {
      const words = text.slice(outer.start, outer.end);
      return { ...outer, text: words, lower: "", lemma: "", pos: "QUOTE", quotation: around };
    }
    const isInside = start <= word.start && word.end <= end;
    const token = { ...word, quotation: isInside ? around : null };
    if (isInside) ownWords[around]?.push(token);
    return token;
  });
  let within = 0;
  for (const word of inside) {
    while (word.start >= (quotations[within]?.end ?? Number.POSITIVE_INFINITY) || !quotations[within]?.masked)
      within++;
    ownWords[within]?.push({ ...word, quotation: within });
  }

  let next = 0;
  const sentences = findSentences(text, paragraphs, quotations).map((found, index): Sentence => {
    const tokens: Token[] = [];
    for (let token = frame[next]; token !== undefined && token.start < found.end; token = frame[++next]) {
      tokens.push(token);
    }
    return { ...found, index, tokens };
  });
  return {
    text,
    paragraphs,
    sentences,
    quotations: quotations.map((quotation, index) => ({ ...quotation, tokens: ownWords[index] ?? [] })),
  };
}
