import { and, eq } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Engine } from "./engine.ts";

type Row = Readonly<Record<string, unknown>>;

/** What tells rows apart of the tables whose references merges move, and whose rows have no numbers. */
const KEYS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["quoteAbout", ["quoteId", "position"]],
  ["claim", ["evidenceId", "position"]],
  ["articleAuthor", ["articleId", "position"]],
  ["eventTopic", ["eventId", "topicId"]],
]);

/** Properties by which the rows of a table are told apart where homes of references are kept. */
export function keyOfRows(table: string): readonly string[] {
  return KEYS.get(table) ?? ["id"];
}

/** What a row is called where homes of its references are kept. */
export function nameOfRow(table: string, row: Row): string {
  const key = KEYS.get(table);
  return key === undefined ? String(row["id"]) : JSON.stringify(key.map((property) => row[property]));
}

/**
 * Forgets what references named before merges. To be called where they are written anew: whoever does so says what they name, which
 * no merge and no undoing takes back.
 *
 * @param columns which references of the rows; left out: all of them
 */
export async function forgetHomes(
  { db, tables, oneOf }: Engine,
  table: SQLiteTable,
  rows: readonly Row[],
  columns?: readonly string[],
): Promise<void> {
  const { referenceHome } = tables;
  const [name] = Object.entries(tables).find(([, one]) => one === table) ?? [];
  if (name === undefined || rows.length === 0 || columns?.length === 0) return;
  await db.delete(referenceHome).where(
    and(
      eq(referenceHome.tableName, name),
      oneOf(
        referenceHome.row,
        rows.map((row) => nameOfRow(name, row)),
      ),
      columns && oneOf(referenceHome.column, columns),
    ),
  );
}

/** Whether any reference was moved by a merge: most records have none. */
export async function anyHomes({ db, tables: { referenceHome } }: Engine): Promise<boolean> {
  const [one] = await db.select({ row: referenceHome.row }).from(referenceHome).limit(1);
  return one !== undefined;
}
