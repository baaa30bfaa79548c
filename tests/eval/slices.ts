import type { Span } from "../../src/domain/span.ts";

/** Gives the words of a text between code points. */
export function codePointSlices(text: string): (span: Span) => string {
  const points = [...text];
  return ({ start, end }) => points.slice(start, end).join("");
}
