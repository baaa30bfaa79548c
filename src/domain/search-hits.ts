import { matchesAt, type SearchQuery } from "./search-query.ts";
import { tokenize } from "./search-text.ts";

/** Words of a text that are searched for: UTF-16 indices, end exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Index of the term in its search. */
  readonly term: number;
}

/**
 * Where the terms of a search stand in a text, in text order. Hits of several terms may overlap.
 *
 * @param limit UTF-16 units of the text that are looked at
 */
export function findHits(query: SearchQuery, text: string, limit = text.length): Hit[] {
  const tokens = [...tokenize(text.slice(0, limit))];
  const words = tokens.map((token) => token.text);
  return tokens.flatMap(({ start }, at) =>
    query.terms.flatMap((term, index) => {
      const last = tokens[at + term.tokens.length - 1];
      return last !== undefined && matchesAt(term, words, at) ? { start, end: last.end, term: index } : [];
    }),
  );
}

/** How many different terms hits are of. */
export function countTerms(hits: readonly Hit[]): number {
  return new Set(hits.map((hit) => hit.term)).size;
}
