import type { Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

/** Things taken at once, so that a large story does not fill the memory. */
const THINGS_AT_ONCE = 500;

/** Row numbers in parts. */
export function* slices(ids: Iterable<number>): Iterable<number[]> {
  const all = [...ids];
  for (let start = 0; start < all.length; start += THINGS_AT_ONCE) {
    yield all.slice(start, start + THINGS_AT_ONCE);
  }
}

/** The row numbers of all that a table holds. */
export async function rowNumbers(
  tx: Engine,
  table: Tables["topic" | "agent" | "place" | "event" | "quote" | "article" | "draft"],
): Promise<Set<number>> {
  return new Set((await tx.db.select({ id: table.id }).from(table)).map((row) => row.id));
}
