import { type InferInsertModel, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type PgTable, withReplicas } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/pg-proxy";
import { once } from "../../domain/once.ts";
import type { Engine, Preparable, Query, ReadById } from "../engine.ts";
import { placeholderFiller } from "../placeholders.ts";
import { rowMaker } from "../row-shape.ts";
import type { AnyColumn } from "../schema/columns-sqlite.ts";
import * as tables from "../schema/postgres.ts";
import { writeBatches } from "../write-batches.ts";
import { postgresFullText } from "./full-text.ts";
import type { Run } from "./server.ts";

/** Names under which servers keep statements prepared, by their text: the same on every connection. */
const names = new Map<string, string>();

/**
 * The engine over something that runs statements: a server, a transaction, a replica with the primary behind it.
 *
 * @param write what runs statements that write, where that is another
 */
export function postgresEngine(run: Run, write: Run = run): Engine {
  const reading = database(run);
  const writing = run === write ? reading : database(write);
  const engine = {
    db: run === write ? reading : withReplicas(writing, [reading]),
    tables,
    async insert<T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): Promise<void> {
      for (const batch of writeBatches(rows)) await writing.insert(table).values([...batch]);
    },
    prepare<Row>(query: Preparable<Row>): Query<Row> {
      const prepared = once(() => {
        const { sql: text, params } = query.toSQL();
        const name = names.get(text) ?? `dateline_${names.size + 1}`;
        names.set(text, name);
        const fill = placeholderFiller(params, (value) => value);
        return { text, name, fill, toRow: rowMaker<Row>(query._.selectedFields) };
      });
      return async (params = {}) => {
        const { text, name, fill, toRow } = prepared();
        const rows = await run({ text, name, values: fill(params), asLists: true });
        return rows.map((row) => toRow(Array.isArray(row) ? row : []));
      };
    },
    // Whether anybody has written is a question to the server.
    kept: <Row>(read: ReadById<Row>): ReadById<Row> => read,
    parameter: (name: string): Placeholder => sql.placeholder(name),
    among: (column: AnyColumn, parameter: string): SQL => sql`${column} = any(${sql.placeholder(parameter)})`,
    oneOf: (column: AnyColumn, values: readonly (string | number)[]): SQL =>
      sql`${column} = any(${sql.param(values)})`,
    // The server itself ends what runs too long (statement_timeout).
    inTime: sql`true`,
    fullText: postgresFullText(write),
    async numberOn() {
      await write({ text: NUMBER_ON, values: [], asLists: false });
    },
  };
  // Drizzle's query builders share no type across dialects; those of SQLite are what query modules are written against,
  // and they use only what both have. That this holds is what the contract tests show, on both engines.
  return engine as unknown as Engine;
}

/** Sets the sequence of each column that has one to the column's largest value. */
const NUMBER_ON = `do $$ declare one record; begin
  for one in select attrelid::regclass::text as tab, attname as col from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and attidentity <> '' and relname not like '\\_\\_%' loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %s',
      one.tab, one.col, one.col, one.tab);
  end loop;
end $$`;

function database(run: Run) {
  return drizzle(
    async (text, values, method) => ({
      rows: await run({ text, values, name: names.get(text), asLists: method === "all" }),
    }),
    { casing: "snake_case" },
  );
}
