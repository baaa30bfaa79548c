import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, onTestFinished } from "vitest";
import { openStore, type Store } from "../../src/store/open.ts";

/** Who writes in tests, and when. */
export const AUTHOR = { at: new Date("2026-11-24T12:00:00Z"), actor: "tester" };

/** A store in a folder of its own. */
export interface TemporaryStore {
  readonly store: Store;
  readonly path: string;
}

/** A new folder, removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** A new store for all tests of a file (or `describe`): closed and removed when they are over. */
export async function storeOfThisFile(): Promise<TemporaryStore> {
  const { close, ...temporary } = await openTemporary();
  afterAll(close);
  return temporary;
}

/** Does work on a new store, which is closed and removed then: for the runs of a property. */
export async function withStore<T>(work: (temporary: TemporaryStore) => Promise<T>): Promise<T> {
  const { close, ...temporary } = await openTemporary();
  try {
    return await work(temporary);
  } finally {
    await close();
  }
}

/** What a database file holds: the rows of each table, in the order of their numbers or keys. */
export type Dump = Readonly<Record<string, readonly unknown[]>>;

/** Reads everything that a database file holds, over a connection of its own. */
export function dump(path: string): Dump {
  const connection = new SQLite(path, { readonly: true });
  try {
    return Object.fromEntries(
      tableNames(connection).map((table) => [table, connection.prepare(`select * from "${table}"`).all()]),
    );
  } finally {
    connection.close();
  }
}

function tableNames(connection: SQLite.Database): string[] {
  const names = connection
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all();
  return names.map(String);
}

async function openTemporary(): Promise<TemporaryStore & { close(): Promise<void> }> {
  const folder = await makeFolder();
  const path = join(folder, "dateline.db");
  const store = await openStore(path);
  return {
    store,
    path,
    async close() {
      await store.close();
      await removeFolder(folder);
    },
  };
}

function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "dateline-store-"));
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
