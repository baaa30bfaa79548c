import { FoldedText, foldedWords } from "./folded-text.ts";
import { boundaryBefore, normalizeText } from "./passage.ts";
import { hasUnspaced, tokensOf } from "./search-text.ts";
import type { Span } from "./span.ts";

/** Where words stand in a text, in UTF-16 indices. */
export interface WordPlace extends Span {
  /** Whether they stand there character by character, not just in another typography. */
  readonly exact: boolean;
}

const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
/** Words, punctuation and spaces. */
const PLAIN = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}]*$/u;
const LETTER_AFTER = /^[\p{L}\p{N}\p{M}]/u;

/**
 * Finds words in a text as somebody who copied them may give them: with other quotation marks, dashes, accents, spaces or
 * letter case. They are found as whole words only: neither “art” in “start” nor a letter without its accent.
 */
export class WordPlaces {
  readonly #folded: FoldedText;
  #tokens: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {
    this.#folded = new FoldedText(text);
  }

  /** Every place, in order; none for what has no word in it, and for what no text can hold. */
  find(words: string): WordPlace[] {
    const wanted = plain(words);
    if (wanted === null) return [];
    const folded = foldedWords(wanted);
    const found: WordPlace[] = [];
    for (const { from, to } of this.#folded.places(wanted)) {
      const there = this.text.slice(from, to);
      // Some characters are several when folded, of which a part may have matched.
      if (foldedWords(there) !== folded || !this.#isBorder(from) || !this.#isBorder(to)) continue;
      found.push({ start: from, end: to, exact: there === wanted });
    }
    return found;
  }

  /** The words as the text has them, at the first place that has them exactly or else at the first; null without any. */
  asWritten(words: string): string | null {
    const places = this.find(words);
    const place = places.find((one) => one.exact) ?? places[0];
    return place === undefined ? null : this.text.slice(place.start, place.end).replace(/\s+/g, " ");
  }

  has(words: string): boolean {
    return this.find(words).length > 0;
  }

  /** Whether a label is made of words of the text alone, wherever they stand, and has any. */
  hasAllOf(label: string): boolean {
    this.#tokens ??= new Set(tokensOf(this.text));
    const tokens = tokensOf(label);
    return tokens.length > 0 && tokens.every((token) => this.#tokens?.has(token)) && PLAIN.test(label);
  }

  #isBorder(index: number): boolean {
    if (boundaryBefore(this.text, index) !== index) return false;
    const before = this.text.slice(Math.max(0, index - 2), index);
    const after = this.text.slice(index, index + 2);
    const isInWord = LETTER_BEFORE.test(before) && LETTER_AFTER.test(after);
    return !isInWord || hasUnspaced(before) || hasUnspaced(after);
  }
}

/** Words without space around them, in the form in which texts are stored; null where that cannot be, or none is in it. */
function plain(words: string): string | null {
  const trimmed = words.trim();
  if (/\0|\p{Surrogate}/u.test(trimmed) || tokensOf(trimmed).length === 0) return null;
  return normalizeText(trimmed);
}
