import { and, eq, getTableColumns, getTableName, type InferInsertModel, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Journal, LoggedNode } from "./change-log.ts";
import type { Engine } from "./engine.ts";
import { PendingRows, type TableWithId } from "./pending-rows.ts";
import { anyHomes, forgetHomes } from "./reference-homes.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";

type Row = Record<string, unknown>;

/** The columns by which a row is told from all others of its table, and what they hold. */
type Identity<T extends SQLiteTable> = Partial<InferInsertModel<T>>;

/**
 * Writes rows that a transaction wants to be there, and notes in its journal what that changed.
 *
 * What it has seen or written it does not ask for again, and new rows are written many at once: others see them after
 * {@link flush}. Everything that is written goes through it, therefore, until it is done.
 */
export class RowWriter {
  readonly #pending: PendingRows;
  /** Rows by table and identity; null for what is known not to be there. */
  readonly #rows = new Map<SQLiteTable, Map<string, Row | null>>();
  readonly #lists = new Map<SQLiteTable, Map<number, Row[]>>();
  #hasHomes: Promise<boolean> | undefined;

  constructor(
    readonly tx: Engine,
    readonly journal: Journal,
  ) {
    this.#pending = new PendingRows(tx);
  }

  /**
   * Reads the rows of a table that have one of many keys, so that they need not be looked for one by one.
   *
   * @param first what identities have before the key, where that alone does not tell rows apart
   */
  async prefetch(
    table: TableWithId & { readonly key: AnyColumn },
    keys: readonly string[],
    first: Row = {},
  ): Promise<void> {
    const rows = this.#rowsOf(table);
    const missing = keys.filter((key) => !rows.has(nameOf({ ...first, key })));
    for (const key of missing) rows.set(nameOf({ ...first, key }), null);
    if (missing.length === 0) return;
    const same = and(this.tx.oneOf(table.key, missing), ...this.#conditions(table, first));
    for (const row of await this.tx.db.select().from(table).where(same)) {
      rows.set(nameOf({ ...first, key: row["key"] }), row);
    }
  }

  /** A row that is on record, or was put here; null where there is none. */
  async find<T extends TableWithId>(table: T, identity: Identity<T>): Promise<Row | null> {
    const rows = this.#rowsOf(table);
    const name = nameOf(identity);
    const known = rows.get(name);
    if (known !== undefined) return known;
    const found = await this.#read(table, identity);
    rows.set(name, found);
    return found;
  }

  /** The row of a node: inserted, changed, or left when it holds the values already. */
  async node<T extends TableWithId>(
    table: T,
    identity: Identity<T>,
    values: InferInsertModel<T>,
    node: LoggedNode,
  ): Promise<RowPut> {
    return this.#put(table, identity, values, node, { isNode: true });
  }

  /**
   * The same for a row that is part of a node.
   *
   * @param of what its identity is within, where that was put here: a new one has no rows yet
   */
  async part<T extends TableWithId>(
    table: T,
    identity: Identity<T>,
    values: InferInsertModel<T>,
    node: LoggedNode,
    of?: RowPut,
  ): Promise<RowPut> {
    return this.#put(table, identity, values, node, { isNode: false, isNew: of?.created });
  }

  /** Adds a row that is part of a node and is known not to be there. */
  async append<T extends TableWithId>(
    table: T,
    values: InferInsertModel<T>,
    node: LoggedNode,
  ): Promise<RowPut> {
    const id = await this.#pending.addNumbered(table, values);
    this.journal.note(node, { table: getTableName(table), before: null, after: values, isNode: false });
    return { id, changed: true, created: true };
  }

  /**
   * Adds to a list of a node's the rows that it does not hold yet; what it holds stays.
   *
   * @param ordered whether the table keeps a `position`
   */
  async add(
    list: {
      readonly table: SQLiteTable;
      readonly owner: AnyColumn;
      readonly of: RowPut;
      readonly ordered: boolean;
    },
    rows: readonly Row[],
    node: LoggedNode,
  ): Promise<boolean> {
    const { table, ordered } = list;
    const known = rows.length === 0 ? [] : await this.#listOf(list);
    const missing = rows.filter((row) => !known.some((other) => holds(other, row)));
    let next = Math.max(-1, ...known.map(positionOf)) + 1;
    for (const row of missing) {
      const after = ordered ? { ...row, position: next++ } : row;
      known.push(after);
      await this.#pending.add(table, after);
      this.journal.note(node, { table: getTableName(table), before: null, after, isNode: false });
    }
    return missing.length > 0;
  }

  /** Removes the rows of a node's that hold some values, and forgets what it has seen of their table. */
  async remove<T extends SQLiteTable>(table: T, values: Identity<T>, node: LoggedNode): Promise<void> {
    await this.flush();
    const same = and(...this.#conditions(table, values));
    const gone: Row[] = await this.tx.db.select().from(table).where(same);
    for (const before of gone) {
      this.journal.note(node, { table: getTableName(table), before, after: null, isNode: false });
    }
    await this.tx.db.delete(table).where(same);
    await this.#forgetHomes(table, gone);
    this.#rows.delete(table);
    this.#lists.delete(table);
  }

  /**
   * Makes a list of a node's hold these rows and no others.
   *
   * @param list as for {@link add}; the list was on record before
   */
  async replace(
    list: {
      readonly table: SQLiteTable;
      readonly owner: AnyColumn;
      readonly id: number;
      readonly ordered: boolean;
    },
    rows: readonly Row[],
    node: LoggedNode,
  ): Promise<boolean> {
    const { table, owner, id, ordered } = list;
    await this.flush();
    this.#lists.get(table)?.delete(id);
    const before: Row[] = await this.tx.db.select().from(table).where(eq(owner, id));
    const after = rows.map((row, position) => (ordered ? { ...row, position } : row));
    const gone = before.filter((row) => !after.some((other) => holds(row, other)));
    const added = after.filter((row) => !before.some((other) => holds(other, row)));
    if (gone.length + added.length === 0) return false;
    await this.tx.db.delete(table).where(eq(owner, id));
    for (const row of after) await this.#pending.add(table, row);
    await this.flush();
    await this.#forgetHomes(table, gone);
    const name = getTableName(table);
    for (const row of gone) this.journal.note(node, { table: name, before: row, after: null, isNode: false });
    for (const row of added)
      this.journal.note(node, { table: name, before: null, after: row, isNode: false });
    return true;
  }

  /** Writes what waits, for those who read in the same transaction. */
  async flush(): Promise<void> {
    await this.#pending.write();
  }

  /** Writes what waits, and ends. */
  async finish(): Promise<void> {
    await this.#pending.finish();
  }

  async #put(
    table: TableWithId,
    identity: Row,
    values: Row,
    node: LoggedNode,
    { isNode, isNew = false }: { readonly isNode: boolean; readonly isNew?: boolean | undefined },
  ): Promise<RowPut> {
    const rows = this.#rowsOf(table);
    const name = nameOf(identity);
    const known = rows.get(name);
    const before: Row | null =
      known === undefined && !isNew ? await this.#read(table, identity) : (known ?? null);
    if (before !== null && holds(before, values)) {
      rows.set(name, before);
      return { id: rowNumber(before), changed: false, created: false };
    }
    const after = { ...before, ...values };
    if (before === null) {
      after["id"] = await this.#pending.addNumbered(table, values);
    } else {
      await this.flush();
      await this.tx.db.update(table).set(values).where(eq(table.id, before["id"]));
      const changed = Object.keys(values).filter(
        (property) => !sameValue(before[property], values[property]),
      );
      await this.#forgetHomes(table, [before], changed);
    }
    rows.set(name, after);
    this.journal.note(node, { table: getTableName(table), before, after: values, isNode });
    return { id: rowNumber(after), changed: true, created: before === null };
  }

  async #forgetHomes(table: SQLiteTable, rows: readonly Row[], columns?: readonly string[]): Promise<void> {
    this.#hasHomes ??= anyHomes(this.tx);
    if (await this.#hasHomes) await forgetHomes(this.tx, table, rows, columns);
  }

  /** Rows that wait are known by their identity: what is not known is in the table or nowhere. */
  async #read(table: TableWithId, identity: Row): Promise<Row | null> {
    const [row] = await this.tx.db
      .select()
      .from(table)
      .where(and(...this.#conditions(table, identity)))
      .limit(1);
    return row ?? null;
  }

  #conditions(table: SQLiteTable, identity: Row): SQL[] {
    const columns = getTableColumns(table);
    return Object.entries(identity).map(([property, value]) => {
      const column = columns[property];
      if (column === undefined) throw new Error(`${getTableName(table)} has no ${property}.`);
      return eq(column, value);
    });
  }

  #rowsOf(table: SQLiteTable): Map<string, Row | null> {
    const rows = this.#rows.get(table) ?? new Map<string, Row | null>();
    this.#rows.set(table, rows);
    return rows;
  }

  async #listOf({
    table,
    owner,
    of,
  }: {
    readonly table: SQLiteTable;
    readonly owner: AnyColumn;
    readonly of: RowPut;
  }): Promise<Row[]> {
    const lists = this.#lists.get(table) ?? new Map<number, Row[]>();
    this.#lists.set(table, lists);
    const known = lists.get(of.id);
    if (known !== undefined) return known;
    const rows: Row[] = of.created ? [] : await this.tx.db.select().from(table).where(eq(owner, of.id));
    lists.set(of.id, rows);
    return rows;
  }
}

/** The number of a row that was put, whether that changed anything, and whether the row is new. */
export interface RowPut {
  readonly id: number;
  readonly changed: boolean;
  readonly created: boolean;
}

function nameOf(identity: Row): string {
  return JSON.stringify(identity);
}

function holds(row: Row, values: Row): boolean {
  return Object.entries(values).every(([name, value]) => sameValue(row[name], value));
}

/** Those of a list that lost one of its rows have gaps between them. */
function positionOf({ position }: Row): number {
  return typeof position === "number" ? position : -1;
}

function rowNumber(row: Row): number {
  const id = row["id"];
  if (typeof id !== "number") throw new Error("A row was written without a number.");
  return id;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return (a ?? null) === (b ?? null);
}
