import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";

/**
 * The columns that tables are made of, as SQLite has them. Another engine gives the same names with its own types;
 * everything else about the tables is said once, in `tables.ts`.
 */
export const sqliteColumns = {
  table: sqliteTable,
  /** A row number: never leaves the store. */
  id: () => integer().primaryKey(),
  /** A reference to a row number. */
  ref: () => integer(),
  /** Text in code point order. */
  text: () => text(),
  int: () => integer(),
  real: () => real(),
  bool: () => integer({ mode: "boolean" }),
  /** Milliseconds since 1970 in UTC. */
  instant: () => integer({ mode: "timestamp_ms" }),
  json: () => text({ mode: "json" }),
  /** A position in the change log. */
  serial: () => integer().primaryKey({ autoIncrement: true }),
  primaryKey,
  index,
  unique,
  check,
};

export type Columns = typeof sqliteColumns;
export type AnyColumn = AnySQLiteColumn;
