import type { Paragraph, Quotation } from "../annotated-text.ts";
import { marksOf } from "./marks.ts";
import { pairMarks } from "./pair-marks.ts";

/** A quotation before its words are tagged. */
export type FoundQuotation = Omit<Quotation, "tokens">;

/** From four words on, a quotation is a single token of the sentence around it. */
const MANY_WORDS = /\S\s+\S+\s+\S+\s+\S/;

/**
 * Pairs the quotation marks of each paragraph. A quotation that its paragraph leaves open goes on in the next where that
 * begins with a mark of its kind; where it does not, the closing mark was forgotten. Single marks count only where they
 * cannot be apostrophes, and inside of a double pair they are part of its words.
 */
export function findQuotations(text: string, paragraphs: readonly Paragraph[]): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  const marks = paragraphs.map((paragraph) => marksOf(text, paragraph));
  let leftOpen = false;
  paragraphs.forEach((paragraph, index) => {
    const next = marks[index + 1]?.[0];
    const nextOpens = next?.start === paragraphs[index + 1]?.start ? next : undefined;
    const { pairs, goesOn } = pairMarks(text, paragraph, marks[index] ?? [], nextOpens);
    for (const { outer, inner } of pairs) {
      const words = text.slice(inner.start, inner.end);
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      const start = inner.start + words.length - words.trimStart().length;
      const end = inner.end - words.length + words.trimEnd().length;
      found.push({
        start,
        end,
        outer,
        paragraph: index,
        continues: leftOpen && outer.start === paragraph.start,
        masked: MANY_WORDS.test(words),
      });
    }
    leftOpen = goesOn;
  });
  return found;
}
