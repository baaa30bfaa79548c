import type { Columns } from "./columns-sqlite.ts";
import { oneOf } from "./one-of.ts";

/** What may be merged with others of its type. */
export const MERGED_TYPES = ["PERSON", "ORGANIZATION", "PLACE", "EVENT"] as const;
export type MergedType = (typeof MERGED_TYPES)[number];

/** What editors did that the record itself does not show. */
export function defineEditTables({
  table,
  id,
  ref,
  text,
  instant,
  json,
  primaryKey,
  index,
  unique,
  check,
}: Columns) {
  /** A mutation that was done, so that sending it again does not do it again. */
  const edit = table(
    "edit",
    {
      id: id(),
      /** Public name of the key of whoever sent it. */
      accessKey: text().notNull(),
      /** As they gave it. */
      idempotencyKey: text().notNull(),
      mutation: text().notNull(),
      /** SHA-256 of what was to be done, in hexadecimal. */
      inputDigest: text().notNull(),
      result: json().notNull(),
      at: instant().notNull(),
    },
    (t) => [unique("edit_once").on(t.accessKey, t.idempotencyKey)],
  );

  /** That one thing was taken for another. The row numbers are those of the table of its type. */
  const merge = table(
    "merge",
    {
      id: id(),
      key: text().notNull().unique(),
      type: text().$type<MergedType>().notNull(),
      fromId: ref().notNull(),
      intoId: ref().notNull(),
      at: instant().notNull(),
      actor: text(),
      /** Null: it holds. */
      undoneAt: instant(),
      undoneBy: text(),
    },
    (t) => [
      index("merge_from").on(t.type, t.fromId),
      index("merge_into").on(t.type, t.intoId),
      check("merge_type", oneOf(t.type, MERGED_TYPES)),
    ],
  );

  /**
   * Whose a reference was before merges, where it is another's now: what merges are undone by, in any order. A row without a
   * home is there by a merge alone.
   */
  const referenceHome = table(
    "reference_home",
    {
      tableName: text().notNull(),
      /** Its number, or the columns of its primary key as a JSON list. */
      row: text().notNull(),
      column: text().notNull(),
      homeId: ref(),
    },
    (t) => [
      primaryKey({ columns: [t.tableName, t.row, t.column] }),
      index("reference_home_home").on(t.homeId, t.tableName, t.column),
    ],
  );
  return { edit, merge, referenceHome };
}
