import type { QuoteKind } from "./model.ts";

/** Words of a quote in a title at most, in code points. */
const LONGEST = 120;

/** A line that tells a quote: who, and how it begins. Only what stands in quotation marks gets them. */
export function quoteTitle(speaker: string | null, kind: QuoteKind, text: string): string {
  const letters = [...text];
  const words =
    letters.length > LONGEST
      ? `${letters
          .slice(0, LONGEST - 1)
          .join("")
          .trimEnd()}…`
      : text;
  return `${speaker ?? "Unknown speaker"}: ${kind === "INDIRECT" ? words : `“${words}”`}`;
}
