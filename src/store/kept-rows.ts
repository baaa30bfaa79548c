import { RecentMap } from "../domain/bounded-cache.ts";
import type { ReadById } from "./engine.ts";

/** How many rows of one reader are kept, at least. */
const ROWS = 2_000;

/**
 * Keeps the rows that readers have read for as long as nothing is written, so that who and what is named again and again
 * is read once. They are shared: nobody may change them.
 *
 * @param version tells the state that a statement would read now: it is another whenever anybody has written
 */
export function keepRows(version: () => string) {
  return <Row extends { readonly id: number }>(read: ReadById<Row>): ReadById<Row> => {
    const rows = new RecentMap<number, Row>(ROWS);
    let state = "";
    return (ids) => {
      const now = version();
      if (now !== state) rows.clear();
      state = now;
      const known: Row[] = [];
      const others: number[] = [];
      for (const id of ids) {
        const row = rows.get(id);
        if (row === undefined) others.push(id);
        else known.push(row);
      }
      if (others.length === 0) return known;
      const keep = (found: readonly Row[]) => {
        // What was read in several steps may be older than what others have seen meanwhile.
        if (state === now) for (const row of found) rows.set(row.id, row);
        return [...known, ...found];
      };
      const found = read(others);
      return found instanceof Promise ? found.then(keep) : keep(found);
    };
  };
}
