import { getTableName, is, type SQL, type Table } from "drizzle-orm";
import * as pgCore from "drizzle-orm/pg-core";
import * as sqliteCore from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import * as postgres from "../../../src/store/schema/postgres.ts";
import * as sqlite from "../../../src/store/schema/sqlite.ts";

/** What both engines' descriptions of a table consist of. */
interface TableConfig {
  readonly columns: readonly {
    readonly name: string;
    readonly notNull: boolean;
    readonly primary: boolean;
    readonly isUnique: boolean;
    readonly dataType: string;
    getSQLType(): string;
  }[];
  readonly indexes: readonly {
    readonly config: { name?: string | undefined; columns: unknown[]; where?: SQL | undefined };
  }[];
  readonly foreignKeys: readonly {
    reference(): { columns: Named[]; foreignColumns: (Named & { readonly table: Table })[] };
  }[];
  readonly checks: readonly { readonly name: string; readonly value: SQL }[];
  readonly primaryKeys: readonly { readonly columns: readonly Named[] }[];
  readonly uniqueConstraints: readonly {
    readonly name?: string | undefined;
    readonly columns: readonly Named[];
  }[];
}
interface Named {
  readonly name: string;
}

/** SQLite's type of a column, and PostgreSQL's for the same. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  integer: ["integer", "bigint", "boolean"],
  text: ['text collate "C"', "json"],
  real: ["double precision"],
};

const names = (columns: readonly unknown[]) =>
  columns.map((column) =>
    typeof column === "object" && column !== null && "name" in column ? String(column.name) : "expression",
  );

function words(dialect: { sqlToQuery(sql: SQL): { sql: string } }, sql: SQL | undefined): string | undefined {
  return sql && dialect.sqlToQuery(sql.inlineParams()).sql.replaceAll('"', "").replaceAll("`", "");
}

/** Everything about a table that does not depend on the engine. */
function described(config: TableConfig, dialect: Parameters<typeof words>[0]) {
  return {
    columns: config.columns.map(({ name, notNull, primary, isUnique }) => ({
      name,
      notNull,
      primary,
      isUnique,
    })),
    indexes: config.indexes.map(({ config: { name, columns, where } }) => ({
      name,
      columns: names(columns),
      where: words(dialect, where),
    })),
    foreignKeys: config.foreignKeys.map((key) => {
      const { columns, foreignColumns } = key.reference();
      return [names(columns), foreignColumns.map(({ name, table }) => `${getTableName(table)}.${name}`)];
    }),
    checks: config.checks.map(({ name, value }) => ({ name, value: words(dialect, value) })),
    primaryKeys: config.primaryKeys.map(({ columns }) => names(columns)),
    uniqueConstraints: config.uniqueConstraints.map(({ name, columns }) => ({
      name,
      columns: names(columns),
    })),
  };
}

test("both engines have the same tables", () => {
  expect(Object.keys(postgres)).toEqual(Object.keys(sqlite));
  expect(Object.keys(sqlite).length).toBeGreaterThan(20);
});

describe.each(Object.entries(sqlite))("%s", (name, table) => {
  const other: unknown = Object.entries(postgres).find(([key]) => key === name)?.[1];
  if (!is(other, pgCore.PgTable)) throw new Error(`${name} is no table of PostgreSQL's.`);
  const ours: TableConfig = sqliteCore.getTableConfig(table);
  const theirs: TableConfig = pgCore.getTableConfig(other);

  test("has the same columns, keys, checks and indexes on both", () => {
    expect(described(theirs, new pgCore.PgDialect())).toEqual(
      described(ours, new sqliteCore.SQLiteSyncDialect()),
    );
  });

  test("has columns of types that hold the same", () => {
    expect(theirs.columns.map((column) => column.name)).toEqual(ours.columns.map((column) => column.name));
    for (const [index, column] of ours.columns.entries()) {
      expect(TYPES[column.getSQLType()], column.name).toContain(theirs.columns[index]?.getSQLType());
    }
  });
});
