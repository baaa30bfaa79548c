import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** A check that a column holds one of the words given (our own constants, never input). */
export function oneOf(column: SQLWrapper, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
}
