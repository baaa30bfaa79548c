import { tokensOf } from "./search-text.ts";

/** A name by which those who bear it are found: without letter case, accents and punctuation. */
export function foldedName(name: string): string {
  return tokensOf(name).join(" ");
}

/** Whether all words of a name stand in another: “Ryabkov” in “Sergey Ryabkov”. */
export function isPartOfName(part: string, name: string): boolean {
  const words = new Set(tokensOf(name));
  return tokensOf(part).every((word) => words.has(word));
}
