import { max } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Engine } from "./engine.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";
import { tablesInOrder } from "./table-order.ts";

/** A table whose rows have numbers. */
export type TableWithId = SQLiteTable & { readonly id: AnyColumn };

type Row = Record<string, unknown>;

/** Rows that wait to be written at most. */
const MOST_PENDING = 10_000;

let order: readonly string[] | undefined;

/**
 * New rows of a transaction that are written together, which takes a fraction of the time that they take one by one. They
 * get their numbers here: only one transaction writes at a time.
 */
export class PendingRows {
  readonly #waiting = new Map<SQLiteTable, Row[]>();
  readonly #next = new Map<TableWithId, number>();
  #count = 0;

  constructor(private readonly tx: Engine) {}

  /** Takes a new row and answers with the number that it gets. */
  async addNumbered(table: TableWithId, row: Row): Promise<number> {
    const id = this.#next.get(table) ?? (await this.#firstFree(table));
    this.#next.set(table, id + 1);
    await this.add(table, { ...row, id });
    return id;
  }

  /** The same where rows have no numbers. */
  async add(table: SQLiteTable, row: Row): Promise<void> {
    const rows = this.#waiting.get(table);
    if (rows === undefined) this.#waiting.set(table, [row]);
    else rows.push(row);
    this.#count++;
    if (this.#count >= MOST_PENDING) await this.write();
  }

  /** Writes what waits, each table after those that it refers to. */
  async write(): Promise<void> {
    if (this.#count === 0) return;
    this.#count = 0;
    const tables = new Map<string, SQLiteTable>(Object.entries(this.tx.tables));
    order ??= tablesInOrder().map(({ property }) => property);
    for (const property of order) {
      const table = tables.get(property);
      const rows = table && this.#waiting.get(table);
      if (table === undefined || rows === undefined) continue;
      this.#waiting.delete(table);
      await this.tx.insert(table, rows);
    }
  }

  /** To be called when all is written: whoever else writes rows goes on counting after these. */
  async finish(): Promise<void> {
    await this.write();
    if (this.#next.size > 0) await this.tx.numberOn();
  }

  async #firstFree(table: TableWithId): Promise<number> {
    const [row] = await this.tx.db.select({ last: max(table.id) }).from(table);
    return Number(row?.last ?? 0) + 1;
  }
}
