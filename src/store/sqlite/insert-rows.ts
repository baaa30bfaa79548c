import type SQLite from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { once } from "../../domain/once.ts";
import type { NewRow } from "../engine.ts";

/** Parameters of one statement at most: rows are written together up to here, which costs less than one by one. */
const PARAMETERS_AT_ONCE = 250;

/** Adds rows to a table, in their order. A column that a row leaves out is null; an `id` is then the next one. */
export type InsertRows = <T extends SQLiteTable>(table: T, rows: readonly NewRow<T>[]) => void;

/**
 * Makes what adds rows on a connection. Each table's statements are prepared once, and values go to them without a query
 * builder in between, which takes several times as long as SQLite does.
 */
export function rowInserter(connection: SQLite.Database): InsertRows {
  const writers = new Map<SQLiteTable, TableWriter>();
  return (table, rows) => {
    const writer = writers.get(table) ?? new TableWriter(connection, table);
    writers.set(table, writer);
    writer.insert(rows);
  };
}

/** A column as its table names it, and what makes a value of ours one of the database's; null: it is one already. */
interface BulkColumn {
  readonly property: string;
  readonly encode: ((value: unknown) => unknown) | null;
}

/** The statements of one table: for as many rows as fit, and for a single one. */
class TableWriter {
  readonly #columns: readonly BulkColumn[];
  readonly #rowsAtOnce: number;
  readonly #many: () => SQLite.Statement<unknown[]>;
  readonly #one: () => SQLite.Statement<unknown[]>;

  constructor(connection: SQLite.Database, table: SQLiteTable) {
    const columns = Object.entries(getTableColumns(table));
    this.#columns = columns.map(([property, column]) => ({
      property,
      encode:
        column.dataType === "string" || column.dataType === "number"
          ? null
          : (value) => column.mapToDriverValue(value),
    }));
    this.#rowsAtOnce = Math.max(1, Math.floor(PARAMETERS_AT_ONCE / columns.length));
    const names = columns.map(
      ([, column]) => `"${column.keyAsName ? toSnakeCase(column.name) : column.name}"`,
    );
    const row = `(${names.map(() => "?").join(", ")})`;
    const prepare = (rows: number) =>
      once(() =>
        connection.prepare<unknown[]>(
          `insert into "${getTableName(table)}" (${names.join(", ")}) values ${Array(rows).fill(row).join(", ")}`,
        ),
      );
    this.#many = prepare(this.#rowsAtOnce);
    this.#one = prepare(1);
  }

  insert(rows: readonly Readonly<Record<string, unknown>>[]): void {
    const together = rows.length - (rows.length % this.#rowsAtOnce);
    let values: unknown[] = [];
    rows.forEach((row, index) => {
      for (const { property, encode } of this.#columns) {
        const value = row[property] ?? null;
        values.push(encode === null || value === null ? value : encode(value));
      }
      const full = index >= together || values.length === this.#rowsAtOnce * this.#columns.length;
      if (!full) return;
      (index >= together ? this.#one() : this.#many()).run(values);
      values = [];
    });
  }
}
