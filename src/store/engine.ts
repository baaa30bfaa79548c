import type { InferInsertModel, Placeholder, SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { FullText } from "./full-text.ts";
import type { Selection } from "./row-shape.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";
import type { Tables } from "./schema/tables.ts";

/** An answer that one engine has at once and another promises. */
export type Awaitable<T> = T | Promise<T>;

/** Values for the placeholders of a statement. A list fills the placeholder of {@link Engine.among}. */
export type Params = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** Reads rows by their numbers, in no particular order. */
export type ReadById<Row> = (ids: readonly number[]) => Awaitable<readonly Row[]>;

/** A row to be added to a table. */
export type NewRow<T extends SQLiteTable> = Readonly<InferInsertModel<T>>;

/** A prepared statement. */
export type Query<Row> = (params?: Params) => Awaitable<Row[]>;

/** What {@link Engine.prepare} takes: a Drizzle query that has not run yet. */
export interface Preparable<Row> {
  readonly _: { readonly result: readonly Row[]; readonly selectedFields: Selection };
  toSQL(): { readonly sql: string; readonly params: readonly unknown[] };
}

/**
 * The part of a database that queries are written against. Query modules know no dialect: they build Drizzle queries
 * from `db` and `tables`, and use what is here for the little that differs between engines. Drizzle's builders share
 * no type across dialects, so that an engine other than SQLite is cast to this one where it is opened, and only there.
 */
export interface Engine {
  readonly db: BetterSQLite3Database;
  readonly tables: Tables;
  /** Adds rows to a table, in their order. A column that a row leaves out is null; an `id` is then the next one. */
  insert<T extends SQLiteTable>(table: T, rows: readonly NewRow<T>[]): Awaitable<void>;
  /** Prepares a statement, when it is run first, to be run many times. */
  prepare<Row>(query: Preparable<Row>): Query<Row>;
  /**
   * A reader of rows by their numbers that keeps what it has read while nothing is written, where the engine can tell
   * that at once; else the reader itself. Rows that were kept are shared: nobody may change them.
   */
  kept<Row extends { readonly id: number }>(read: ReadById<Row>): ReadById<Row>;
  /** A placeholder in a statement. */
  parameter(name: string): Placeholder;
  /** The condition that a column holds one of a list, which is given as one parameter however long it is. */
  among(column: AnyColumn, parameter: string): SQL;
  /** The same for a statement that runs once. */
  oneOf(column: AnyColumn, values: readonly (string | number)[]): SQL;
  /**
   * A condition that is always true and ends the statement with TOO_SLOW once it has run too long; for statements
   * whose LIMIT does not bound what they read.
   */
  readonly inTime: SQL;
  readonly fullText: FullText;
  /** Numbers new rows on after those that were written with numbers of their own. */
  numberOn(): Awaitable<void>;
}

/** An engine that can also write. */
export interface Database extends Engine {
  /**
   * Runs work in one transaction: everything it wrote is kept when it ends, nothing when it throws. Writers take
   * turns; readers see the state before until it has ended.
   */
  transaction<T>(work: (tx: Engine) => Promise<T>): Promise<T>;
  /**
   * Reads what was on record at one moment, whatever is written meanwhile, and without keeping anybody from writing. It
   * holds a connection of its own, and the old state on disk, until the work is done.
   */
  snapshot<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  /** Copies of the database that may be read from instead; they may be a little behind. */
  readonly replicas: readonly Engine[];
  /** The one of them to read from next; null where only the database itself will do. */
  replica(): Engine | null;
  /**
   * Calls back whenever something may have been written, by this process or by another; sometimes for nothing.
   *
   * @returns what ends it
   */
  watch(onWrite: () => void): () => void;
  /** A text that is another whenever something has been committed, by any process; null where that cannot be told. */
  version(): Awaitable<string | null>;
  /** Throws when nothing can be read. */
  ping(): Awaitable<void>;
  close(): Promise<void>;
}
