import {
  bigint,
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  unique,
} from "drizzle-orm/pg-core";
import type { Columns } from "./columns-sqlite.ts";

/** Text in code point order, whatever the database's own order is, so that pages and cursors are those of SQLite. */
const text = customType<{ data: string }>({ dataType: () => `text collate "C"` });

/** Milliseconds since 1970 in UTC, as SQLite keeps them. */
const instant = customType<{ data: Date; driverData: number }>({
  dataType: () => "bigint",
  fromDriver: (milliseconds) => new Date(Number(milliseconds)),
  toDriver: (date) => date.getTime(),
});

const postgresColumns = {
  table: pgTable,
  id: () => bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
  ref: () => bigint({ mode: "number" }),
  text: () => text(),
  int: () => integer(),
  real: () => doublePrecision(),
  bool: () => boolean(),
  instant: () => instant(),
  /** Not jsonb, which would reorder what is kept. */
  json: () => json(),
  serial: () => bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
  primaryKey,
  index,
  unique,
  check,
};

/**
 * The columns as PostgreSQL has them, under the type of SQLite's: Drizzle's column builders share no type across dialects
 * though they share what is called here. Rows have the same TypeScript types on both (a test compares the tables).
 */
export const asSharedColumns = (): Columns => postgresColumns as unknown as Columns;
