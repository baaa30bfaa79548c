import { and, asc, eq, getTableColumns, getTableName, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { DatelineError } from "../domain/errors.ts";
import type { Engine } from "./engine.ts";
import type { Store } from "./open.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";
import { rebuildSearchIndex } from "./search-index.ts";
import { propertyOf, tablesInOrder } from "./table-order.ts";

/** Rows read at once. */
const ROWS_AT_ONCE = 1_000;

/** How a store is copied. */
export interface CopyOptions {
  /** Told how far it has come: so many rows of a table. */
  readonly progress?: (table: string, rows: number) => void;
  /** Whether the search index is made too, which takes longer than all the rest; true where left out. */
  readonly search?: boolean;
}

/**
 * Copies everything on record into another, empty store, whatever engine each is on: rows with their numbers, keys and
 * positions, so that ids, cursors and orders stay what they were. The search index is made anew. Nobody else writes to
 * either store meanwhile; in the end the other one holds all of it, or nothing.
 *
 * @returns how many rows were copied
 * @throws DatelineError NOT_EMPTY when something is on record in the other store
 */
export function copyStore(from: Store, to: Store, options: CopyOptions = {}): Promise<number> {
  const { progress = () => undefined, search = true } = options;
  return from.write((source) =>
    to.write(async (target, readers) => {
      const tables = pairs(source, target);
      await refuseUnlessEmpty(target, tables);
      let total = 0;
      for (const pair of tables) {
        total += await copyTable(source, target, pair, (count) => progress(pair.name, count));
      }
      await target.numberOn();
      if (search) await rebuildSearchIndex(target, readers);
      return total;
    }),
  );
}

/** A table in both databases. */
interface Pair {
  readonly name: string;
  readonly source: SQLiteTable;
  readonly target: SQLiteTable;
  /** Properties of its primary key. */
  readonly key: readonly string[];
  /** Properties that refer to rows of the same table. */
  readonly within: readonly string[];
}

/** All tables but what is derived for search, each after those that it refers to. */
function pairs(source: Engine, target: Engine): Pair[] {
  const sources = new Map<string, SQLiteTable>(Object.entries(source.tables));
  const targets = new Map<string, SQLiteTable>(Object.entries(target.tables));
  return tablesInOrder().flatMap(({ property, table, within }) => {
    const [from, into] = [sources.get(property), targets.get(property)];
    if (property === "searchDocument" || from === undefined || into === undefined) return [];
    return { name: getTableName(table), source: from, target: into, key: primaryKeyOf(table), within };
  });
}

function primaryKeyOf(table: SQLiteTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  return key.map((column) => propertyOf(table, column));
}

async function refuseUnlessEmpty(target: Engine, tables: readonly Pair[]): Promise<void> {
  for (const { name, target: table } of tables) {
    if ((await target.db.select().from(table).limit(1)).length > 0) {
      throw new DatelineError(
        "NOT_EMPTY",
        `The database to copy to has something on record already (in its table ${name}). Copy to an empty one.`,
      );
    }
  }
}

async function copyTable(
  source: Engine,
  target: Engine,
  pair: Pair,
  progress: (rows: number) => void,
): Promise<number> {
  let rows = 0;
  const later: Row[] = [];
  for await (const page of pagesOf(source, pair)) {
    // What a row refers to in its own table may come after it.
    const first = page.map((row) => without(row, pair.within));
    await target.insert(pair.target, first);
    later.push(...page.filter((row) => pair.within.some((property) => row[property] !== null)));
    rows += page.length;
    progress(rows);
  }
  for (const row of later) {
    const references = Object.fromEntries(pair.within.map((property) => [property, row[property]]));
    const same = and(...pair.key.map((property) => eq(columnOf(pair.target, property), row[property])));
    await target.db.update(pair.target).set(references).where(same);
  }
  return rows;
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table in the order of its primary key. */
async function* pagesOf(source: Engine, { source: table, key }: Pair): AsyncIterable<Row[]> {
  const columns = key.map((property) => columnOf(table, property));
  for (let last: Row | undefined; ; ) {
    const after = last;
    const page: Row[] = await source.db
      .select()
      .from(table)
      .where(after && sql`${list(columns)} > ${list(key.map((property) => sql`${after[property]}`))}`)
      .orderBy(...columns.map((column) => asc(column)))
      .limit(ROWS_AT_ONCE);
    if (page.length > 0) yield page;
    if (page.length < ROWS_AT_ONCE) return;
    last = page.at(-1);
  }
}

function columnOf(table: SQLiteTable, property: string): AnyColumn {
  const column = getTableColumns(table)[property];
  if (column === undefined) throw new Error(`${getTableName(table)} has no column ${property}.`);
  return column;
}

function without(row: Row, properties: readonly string[]): Row {
  return { ...row, ...Object.fromEntries(properties.map((property) => [property, null])) };
}

/** Values as one, to be compared one after the other. */
function list(values: readonly SQLWrapper[]): SQL {
  return sql`(${sql.join([...values], sql`, `)})`;
}
