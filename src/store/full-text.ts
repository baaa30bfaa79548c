import type { SQL } from "drizzle-orm";
import type { SearchTerm } from "../domain/search-query.ts";

/** The words of a document: folded tokens, as `domain/search-document.ts` writes them. */
export interface IndexedDocument {
  readonly id: number;
  readonly names: string;
  readonly text: string;
}

/**
 * Where a document must have the terms: each of them anywhere (ANY), of these one in a name (NAMED) or none (UNNAMED);
 * or each of them in the texts (TEXTS).
 */
export type Within = "ANY" | "NAMED" | "UNNAMED" | "TEXTS";

/** What an engine's index is asked for, as the value of one parameter. Only the engine knows how to read it. */
export type Expression = string | readonly string[];

/**
 * The full-text index of an engine. It only finds: folding, parsing, ranking and snippets are in `domain`, so that every
 * engine gives the same answers. An engine keeps each token as it is, in order, in two fields (names, texts), and knows
 * phrases and prefixes.
 */
export interface FullText {
  /** The index, to select from. */
  readonly table: SQL;
  /** Its column with the number of a document (`search_document.id`). */
  readonly documentId: SQL;
  /** The condition that a row of the index matches an expression, given as a parameter. */
  matches(parameter: string): SQL;
  /** Writes the expression for terms. It is made of folded tokens only, never of what somebody wrote. */
  expression(terms: readonly SearchTerm[], within: Within): Expression;
  /** Adds documents. */
  add(documents: readonly IndexedDocument[]): void | Promise<void>;
  remove(ids: readonly number[]): void | Promise<void>;
  /** Empties the index. */
  clear(): void | Promise<void>;
}
