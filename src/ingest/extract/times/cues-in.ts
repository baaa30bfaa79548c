import type { Quotation, Sentence } from "../annotated-text.ts";

/** All cues, of what is not known. */
const ALL = ~0;

/** The cues that a sentence has, as bits of `CUE`; those in its quotations too. */
export function cuesIn({ tokens, start, end }: Sentence, quotations: readonly Quotation[]): number {
  // In broken text a quotation may begin before the sentence or end after it; then its words are not among these.
  if (tokens[0]?.start !== start || tokens.at(-1)?.end !== end) return ALL;
  let cues = 0;
  for (const token of tokens) {
    cues |= token.cues;
    if (token.pos !== "QUOTE" || token.quotation === null) continue;
    for (const inside of quotations[token.quotation]?.tokens ?? []) cues |= inside.cues;
  }
  return cues;
}
