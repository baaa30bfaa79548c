import { boundaryBefore } from "../../../domain/passage.ts";

/**
 * A text in parts of at most so many UTF-16 units, which together are the text: parted between paragraphs; where one is
 * too long between sentences, or else words, or else characters.
 */
export function partsOf(text: string, length: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > length) {
    const end = start + lastBreak(text.slice(start, start + length + 1), length);
    parts.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length || parts.length === 0) parts.push(text.slice(start));
  return parts;
}

/** Where the first part of a text ends that is too long by at least one unit. */
function lastBreak(text: string, length: number): number {
  for (const border of [/\n+/g, /[.!?…。！？][”"’'»)\]]*\s+/gu, /\s+/g]) {
    const ends = [...text.matchAll(border)].map(({ index, 0: { length: width } }) => index + width);
    // A part that is nearly empty would not be worth a request.
    const last = ends.filter((end) => end <= length && end > length / 2).at(-1);
    if (last !== undefined) return last;
  }
  const isInPair = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) && length > 1;
  return boundaryBefore(text, length) || (isInPair ? length - 1 : length);
}
