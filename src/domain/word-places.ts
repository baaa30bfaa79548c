import { boundaryBefore, normalizeText } from "./passage.ts";
import { hasUnspaced, tokensOf } from "./search-text.ts";
import type { Span } from "./span.ts";
import { foldTypography } from "./typography.ts";

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
  readonly #folded: string;
  readonly #origins: readonly number[];
  #tokens: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {
    const { folded, origins } = foldTypography(text);
    this.#folded = folded;
    this.#origins = origins;
  }

  /** Every place, in order; none for what has no word in it, and for what no text can hold. */
  find(words: string): WordPlace[] {
    const wanted = plain(words);
    if (wanted === null) return [];
    const { folded } = foldTypography(wanted);
    const sought = folded.trim();
    if (sought === "") return [];
    const found: WordPlace[] = [];
    for (let at = this.#folded.indexOf(sought); at >= 0; at = this.#folded.indexOf(sought, at + 1)) {
      const place = this.#place(at, at + sought.length);
      if (place) found.push({ ...place, exact: this.text.slice(place.start, place.end) === wanted });
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

  /** What stands between two indices of the folded text, unless one of them is inside of a character or word. */
  #place(from: number, to: number): Span | null {
    const start = this.#origins[from];
    const last = this.#origins[to - 1];
    if (start === undefined || last === undefined || this.#origins[from - 1] === start) return null;
    if (this.#origins[to] === last) return null;
    // With the marks that were folded away, but without the space after them.
    let end = this.#origins[to] ?? this.text.length;
    while (end > last + 1 && /\s/.test(this.text.charAt(end - 1))) end--;
    return this.#isBorder(start) && this.#isBorder(end) ? { start, end } : null;
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
