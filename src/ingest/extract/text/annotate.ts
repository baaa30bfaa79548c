import type { AnnotatedText, Sentence, Token } from "../annotated-text.ts";
import { findParagraphs } from "./paragraphs.ts";
import { type FoundQuotation, findQuotations } from "./quotation-marks.ts";
import { findSentences } from "./sentences.ts";
import { type Piece, tagPieces } from "./tokens.ts";

/** Finds the paragraphs, quotations, sentences and words of a text. Each word is tagged once. */
export function annotate(text: string): AnnotatedText {
  const paragraphs = findParagraphs(text);
  const quotations = findQuotations(text, paragraphs);
  const frame = tagPieces(text, frameOf(text, quotations));
  const inside = tagPieces(
    text,
    quotations.flatMap(({ start, end, masked }, quotation) =>
      masked ? [{ start, end, quotation, whole: false }] : [],
    ),
  );
  let next = 0;
  const sentences = findSentences(text, paragraphs, quotations).map((found, index): Sentence => {
    const tokens: Token[] = [];
    for (let token = frame[next]; token !== undefined && token.start < found.end; token = frame[++next]) {
      tokens.push(token);
    }
    const { start, end, paragraph } = found;
    return { start, end, paragraph, index, tokens };
  });
  const words: Token[][] = quotations.map(() => []);
  for (const tagged of [frame, inside]) {
    for (const token of tagged) {
      if (token.quotation !== null && token.pos !== "QUOTE") words[token.quotation]?.push(token);
    }
  }
  return {
    text,
    paragraphs,
    sentences,
    // One by one: to spread objects takes several times as long, here and below.
    quotations: quotations.map(({ start, end, outer, paragraph, continues, masked }, index) => ({
      start,
      end,
      outer,
      paragraph,
      continues,
      masked,
      tokens: words[index] ?? [],
    })),
  };
}

/** The text as the reporter tells it: longer quotations are one token each, what shorter ones hold is known to be theirs. */
function frameOf(text: string, quotations: readonly FoundQuotation[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const tell = (end: number) => {
    if (at < end) pieces.push({ start: at, end, quotation: null, whole: false });
    at = end;
  };
  quotations.forEach(({ outer, start, end, masked }, quotation) => {
    tell(masked ? outer.start : start);
    const piece = masked ? outer : { start, end };
    pieces.push({ start: piece.start, end: piece.end, quotation, whole: masked });
    at = piece.end;
  });
  tell(text.length);
  return pieces;
}
