import type { AnnotatedText, Sentence, Token } from "../annotated-text.ts";
import { findParagraphs } from "./paragraphs.ts";
import { type FoundQuotation, findQuotations } from "./quotation-marks.ts";
import { findSentences } from "./sentences.ts";
import { tagAround, tagWithin, type Word } from "./tokens.ts";

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

  const standsFor = new Map(quotations.map((quotation, index) => [quotation.outer.start, index]));
  const frame = outside.map((word): Token => {
    const index = standsFor.get(word.start);
    const quotation = index === undefined ? undefined : quotations[index];
    if (index !== undefined && quotation?.masked) {
      const { start, end } = quotation.outer;
      const whole = text.slice(start, end);
      return { text: whole, lower: "", lemma: "", pos: "QUOTE", start, end, quotation: index };
    }
    return { ...word, quotation: indexAround(quotations, word) };
  });
  const own = inside.map((word): Token => ({ ...word, quotation: indexAround(quotations, word) }));

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
    quotations: quotations.map((quotation, index) => ({
      ...quotation,
      tokens: (quotation.masked ? own : frame).filter((token) => token.quotation === index),
    })),
  };
}

/** Position of the quotation whose words hold one. */
function indexAround(quotations: readonly FoundQuotation[], word: Word): number | null {
  const index = quotations.findIndex(({ start, end }) => start <= word.start && word.end <= end);
  return index < 0 ? null : index;
}
