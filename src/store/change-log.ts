import type { ChangeAction, LoggedType } from "../domain/model.ts";
import type { Engine } from "./engine.ts";

/** A node as the log names it. */
export interface LoggedNode {
  readonly type: LoggedType;
  readonly key: string;
}

/** Who writes, and when: the same for everything in a transaction. */
export interface Author {
  readonly at: Date;
  /** Null where no one is known. */
  readonly actor: string | null;
}

/** A row that was written: its values before (null for a new one) and after (null for one that is gone), and whether it is the node itself. */
export interface RowWrite {
  readonly table: string;
  readonly before: Record<string, unknown> | null;
  /** Null for one that was taken out of a list. */
  readonly after: Record<string, unknown> | null;
  readonly isNode: boolean;
  /** Whether the node is no longer on record by it. */
  readonly isRemoval?: boolean;
}

/**
 * Gathers what a transaction does, so that the log has one entry for each node it touched, however many rows the node
 * is made of.
 */
export class Journal {
  readonly #writes = new Map<string, { readonly node: LoggedNode; readonly rows: RowWrite[] }>();

  constructor(readonly author: Author) {}

  note(node: LoggedNode, row: RowWrite): void {
    const id = `${node.type}:${node.key}`;
    const known = this.#writes.get(id);
    if (known) known.rows.push(row);
    else this.#writes.set(id, { node, rows: [row] });
  }

  /** How many nodes were created and changed. */
  count(): { readonly created: number; readonly updated: number } {
    const writes = [...this.#writes.values()];
    const created = writes.filter(({ rows }) => rows.some(isCreation)).length;
    return { created, updated: writes.length - created };
  }

  /** Appends the entries to the log, in the transaction that did the writes and in the order of their first. */
  async append(tx: Engine): Promise<void> {
    const entries = [...this.#writes.values()].map(({ node, rows }) => ({
      ...this.author,
      action: actionOf(rows),
      nodeType: node.type,
      nodeKey: node.key,
      before: rows.map(({ table, before }) => ({ table, row: before })),
      after: rows.map(({ table, after }) => ({ table, row: after })),
    }));
    await tx.insert(tx.tables.changeLog, entries);
    this.#writes.clear();
  }
}

function actionOf(rows: readonly RowWrite[]): ChangeAction {
  if (rows.some((row) => row.isRemoval)) return "REMOVED";
  return rows.some(isCreation) ? "CREATED" : "UPDATED";
}

function isCreation(row: RowWrite): boolean {
  return row.isNode && row.before === null;
}
