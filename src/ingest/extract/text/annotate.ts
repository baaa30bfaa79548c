import type { AnnotatedText, Sentence, Token } from "../annotated-text.ts";
import { findParagraphs } from "./paragraphs.ts";
import { type FoundQuotation, findQuotations } from "./quotation-marks.ts";
import { findSentences } from "./sentences.ts";
import { maskedWords, onlyWithin, tagWords, type Word } from "./tokens.ts";

/** Finds the paragraphs, quotations, sentences and words of a text. Each word is tagged once. */
export function annotate(text: string): AnnotatedText {
  const paragraphs = findParagraphs(text);
  const quotations = findQuotations(text, paragraphs);
  const masked = quotations.filter((quotation) => quotation.masked);
  const outside = tagWords(
    maskedWords(
      text,
      masked.map(({ outer }) => outer),
    ),
  );
  const inside = tagWords(onlyWithin(text, masked));

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

  const wordsOf = new Map<number, Token[]>();
  for (const token of [...frame, ...own]) {
    if (token.quotation === null || token.pos === "QUOTE") continue;
    const words = wordsOf.get(token.quotation);
    if (words === undefined) wordsOf.set(token.quotation, [token]);
    else words.push(token);
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
    quotations: quotations.map((quotation, index) => ({ ...quotation, tokens: wordsOf.get(index) ?? [] })),
  };
}

/** Position of the quotation whose words hold one; quotations are in order and apart. */
function indexAround(quotations: readonly FoundQuotation[], word: Word): number | null {
  let low = 0;
  let high = quotations.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quotation = quotations[middle];
    if (quotation === undefined) return null;
    if (word.end > quotation.end) low = middle + 1;
    else if (word.start < quotation.start) high = middle - 1;
    else return middle;
  }
  return null;
}
