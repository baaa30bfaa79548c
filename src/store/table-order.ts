import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import * as sqliteTables from "./schema/sqlite.ts";

/** A table by the property that it has among the tables, and as SQLite's schema describes it. */
export interface OrderedTable {
  readonly property: string;
  readonly table: SQLiteTable;
  /** Properties of columns that refer to rows of the same table. */
  readonly within: readonly string[];
}

/** All tables, each after those that it refers to. What refers to what is the same on every engine. */
export function tablesInOrder(): OrderedTable[] {
  const waiting = new Map<string, SQLiteTable>(Object.entries(sqliteTables));
  const ordered: OrderedTable[] = [];
  while (waiting.size > 0) {
    for (const [property, table] of waiting) {
      const referred = getTableConfig(table).foreignKeys.map((key) => key.reference());
      const missing = referred.some(
        ({ foreignTable }) => foreignTable !== table && [...waiting.values()].includes(foreignTable),
      );
      if (missing) continue;
      waiting.delete(property);
      const within = referred.flatMap(({ foreignTable, columns }) =>
        foreignTable === table ? columns.map((column) => propertyOf(table, column)) : [],
      );
      ordered.push({ property, table, within });
    }
  }
  return ordered;
}

/** The property under which a table has a column. */
export function propertyOf(table: SQLiteTable, column: { readonly name: string }): string {
  const found = Object.entries(getTableColumns(table)).find(([, one]) => one.name === column.name);
  if (found === undefined) throw new Error(`${getTableName(table)} has no column ${column.name}.`);
  return found[0];
}
