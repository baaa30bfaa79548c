import { DatelineError } from "./errors.ts";
import { codePointLength } from "./passage.ts";
import { tokensOf } from "./search-text.ts";

/** Length of a search at most, in code points. */
export const LONGEST_SEARCH = 1_000;
/** Words and phrases of a search at most. */
export const MOST_TERMS = 16;

/** A word or phrase that is searched for: folded words that must stand in a row in one text. */
export interface SearchTerm {
  readonly tokens: readonly [string, ...string[]];
  /** Whether the last of the words may go on. */
  readonly prefix: boolean;
}

/** What is searched for: something is found that has all terms, each in any of its texts. */
export interface SearchQuery {
  readonly terms: readonly [SearchTerm, ...SearchTerm[]];
}

/** Words between double quotation marks of any kind, or anything up to a space. */
const PARTS = /["“”„‟«»＂]([^"“”„‟«»＂]*)["“”„‟«»＂]|[^\s"“”„‟«»＂]+/gu;

/**
 * Reads what somebody searches for: words, and phrases in double quotation marks. What is written without a space
 * between (Putin-Trump, O'Neill, 東京) is a phrase as well. The last word is taken for the beginning of one unless it
 * stands in quotation marks; a quotation mark without its partner counts for nothing. There are no operators.
 *
 * @returns null where there is not a letter or digit: nothing is found then
 * @throws DatelineError INVALID_SEARCH for more than 1,000 characters or 16 different terms
 */
export function parseSearch(text: string): SearchQuery | null {
  const length = text.length > LONGEST_SEARCH ? codePointLength(text) : text.length;
  if (length > LONGEST_SEARCH) {
    throw new DatelineError(
      "INVALID_SEARCH",
      `The search has ${length} characters; it may have ${LONGEST_SEARCH}. Search for fewer words.`,
    );
  }
  const parts = [...text.matchAll(PARTS)].flatMap(([word, phrase]) => {
    const [first, ...others] = tokensOf(phrase ?? word);
    return first === undefined ? [] : { tokens: [first, ...others] as const, quoted: phrase !== undefined };
  });
  const last = parts.at(-1);
  const terms = new Map(
    parts.map((part) => {
      const term = { tokens: part.tokens, prefix: part === last && !part.quoted };
      return [`${term.tokens.join(" ")}${term.prefix ? "*" : ""}`, term];
    }),
  );
  if (terms.size > MOST_TERMS) {
    throw new DatelineError(
      "INVALID_SEARCH",
      `The search has ${terms.size} words or phrases; it may have ${MOST_TERMS}. Leave some out, or put quotation marks around words that stand together.`,
    );
  }
  const [first, ...others] = terms.values();
  return first === undefined ? null : { terms: [first, ...others] };
}

/** All words of a search in a row; null where that is what its only term says already. */
export function wholePhrase({ terms }: SearchQuery): SearchTerm | null {
  const [first, ...others] = terms;
  const last = others.at(-1);
  if (last === undefined) return null;
  const [token, ...tokens] = first.tokens;
  return { tokens: [token, ...tokens, ...others.flatMap((term) => term.tokens)], prefix: last.prefix };
}

/** Whether the words of a text, from one of them on, are those of a term. */
export function matchesAt({ tokens, prefix }: SearchTerm, text: readonly string[], at: number): boolean {
  return tokens.every((token, index) => {
    const other = text[at + index];
    return prefix && index === tokens.length - 1 ? (other?.startsWith(token) ?? false) : other === token;
  });
}
