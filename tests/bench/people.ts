import SQLite from "better-sqlite3";
import { z } from "zod";

/** The slugs of the people of a database, the one with most entries first. */
export function readPeople(path: string): string[] {
  return readColumn(path, "select slug from agent where type = 'PERSON' order by id");
}

/** The values of a query with one column, of which there must be some. */
export function readColumn(path: string, query: string): string[] {
  const db = new SQLite(path, { readonly: true });
  const rows = db.prepare(query).pluck().all();
  db.close();
  return z.array(z.string()).nonempty().parse(rows);
}
