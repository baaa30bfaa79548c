import { DatelineError } from "../../../domain/errors.ts";
import { foldedWords } from "../../../domain/folded-text.ts";
import type { Span } from "../../../domain/span.ts";
import { type WordPlace, WordPlaces } from "../../../domain/word-places.ts";
import type { AnsweredWords } from "./answer.ts";

/** Where words that a model gave stand, in UTF-16 units of the whole text. */
export interface Located extends Span {
  /** Whether they stand there exactly so and nowhere else, so that nothing had to be chosen. */
  readonly sure: boolean;
}

/** A part of a text in which words are looked for. */
export class PartWords {
  readonly #places: WordPlaces;

  /** @param offset where the part starts in the whole text */
  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {
    this.#places = new WordPlaces(text);
  }

  /**
   * The one place of the words: of several the one between the words that are given with them.
   *
   * @throws DatelineError PASSAGE_NOT_FOUND, or PASSAGE_AMBIGUOUS where these do not tell which
   */
  locate({ words, before, after }: AnsweredWords): Located {
    const all = this.#places.find(words);
    const exact = all.filter((place) => place.exact);
    const places = exact.length > 0 ? exact : all;
    const [first, ...others] = places;
    if (first === undefined) throw notThere("PASSAGE_NOT_FOUND", "these words are not in the text");
    if (others.length === 0) return this.#located(first, first.exact);
    const fitting = places.filter((place) => this.#isBetween(place, before, after));
    const [only, ...more] = fitting;
    if (only === undefined || more.length > 0) {
      const why = `these words occur ${places.length} times, and it does not say which are meant`;
      throw notThere("PASSAGE_AMBIGUOUS", why);
    }
    return this.#located(only, false);
  }

  #located({ start, end }: Span, sure: boolean): Located {
    return { start: this.offset + start, end: this.offset + end, sure };
  }

  #isBetween({ start, end }: WordPlace, before: string | null, after: string | null): boolean {
    const [left, right] = [foldedWords(before ?? ""), foldedWords(after ?? "")];
    if (left === "" && right === "") return false;
    return (
      foldedWords(this.text.slice(Math.max(0, start - around(left)), start)).endsWith(left) &&
      foldedWords(this.text.slice(end, end + around(right))).startsWith(right)
    );
  }
}

/** So much of a text has as many folded characters, unless it is nearly all space and marks. */
function around(words: string): number {
  return 4 * words.length + 20;
}

function notThere(code: "PASSAGE_NOT_FOUND" | "PASSAGE_AMBIGUOUS", why: string): DatelineError {
  return new DatelineError(code, why);
}

const OPENING = /^[\p{Quotation_Mark}\s]+/u;
const CLOSING = /[\p{Quotation_Mark}\s]+$/u;

/** Quoted words without the marks around them, where both are there. */
export function withoutMarks(text: string, located: Located): Located {
  const words = text.slice(located.start, located.end);
  const [opening] = OPENING.exec(words) ?? [""];
  const [closing] = CLOSING.exec(words) ?? [""];
  const isQuoted = opening !== "" && closing !== "" && opening.length + closing.length < words.length;
  if (!isQuoted) return located;
  return { ...located, start: located.start + opening.length, end: located.end - closing.length };
}
