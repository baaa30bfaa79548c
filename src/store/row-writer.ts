import { eq, getTableName, type InferInsertModel, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Journal, LoggedNode } from "./change-log.ts";
import type { Engine } from "./engine.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";

type TableWithId = SQLiteTable & { readonly id: AnyColumn };

/** Writes rows that a transaction wants to be there, and notes in its journal what that changed. */
export class RowWriter {
  constructor(
    readonly tx: Engine,
    readonly journal: Journal,
  ) {}

  /** The row of a node: inserted, changed, or left when it holds the values already. Returns its number. */
  async node<T extends TableWithId>(
    table: T,
    identity: SQL | undefined,
    values: InferInsertModel<T>,
    node: LoggedNode,
  ): Promise<RowPut> {
    return this.#put(table, identity, values, node, true);
  }

  /** The same for a row that is part of a node. */
  async part<T extends TableWithId>(
    table: T,
    identity: SQL | undefined,
    values: InferInsertModel<T>,
    node: LoggedNode,
  ): Promise<RowPut> {
    return this.#put(table, identity, values, node, false);
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
      readonly ownerId: number;
      readonly ordered: boolean;
    },
    rows: readonly Record<string, unknown>[],
    node: LoggedNode,
  ): Promise<boolean> {
    const { table, owner, ownerId, ordered } = list;
    const known = await this.tx.db.select().from(table).where(eq(owner, ownerId));
    const missing = rows.filter((row) => !known.some((other) => holds(other, row)));
    for (const [index, row] of missing.entries()) {
      const after = ordered ? { ...row, position: known.length + index } : row;
      await this.tx.db.insert(table).values(after);
      this.journal.note(node, { table: getTableName(table), before: null, after, isNode: false });
    }
    return missing.length > 0;
  }

  async #put(
    table: TableWithId,
    identity: SQL | undefined,
    values: Record<string, unknown>,
    node: LoggedNode,
    isNode: boolean,
  ): Promise<RowPut> {
    if (identity === undefined) throw new Error("A row is put by its identity.");
    const [before] = await this.tx.db.select().from(table).where(identity).limit(1);
    if (before && holds(before, values)) return { id: rowNumber(before), changed: false };
    const [row] = before
      ? [before, await this.tx.db.update(table).set(values).where(eq(table.id, before["id"]))]
      : await this.tx.db.insert(table).values(values).returning({ id: table.id });
    this.journal.note(node, { table: getTableName(table), before: before ?? null, after: values, isNode });
    return { id: rowNumber(row), changed: true };
  }
}

/** The number of a row that was put, and whether that changed anything. */
export interface RowPut {
  readonly id: number;
  readonly changed: boolean;
}

function holds(row: Record<string, unknown>, values: Record<string, unknown>): boolean {
  return Object.entries(values).every(([name, value]) => sameValue(row[name], value));
}

function rowNumber(row: Record<string, unknown> | undefined): number {
  const id = row?.["id"];
  if (typeof id !== "number") throw new Error("A row was written without a number.");
  return id;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return (a ?? null) === (b ?? null);
}
