import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject, onTestFinished } from "vitest";
import { once } from "../../src/domain/once.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { databaseAt } from "../../src/store/settings.ts";
import { newDatabase } from "./postgres-databases.ts";

/** Who writes in tests, and when. */
export const AUTHOR = { at: new Date("2026-11-24T12:00:00Z"), actor: "tester" };

/** A store with a database of its own. */
export interface TemporaryStore {
  readonly store: Store;
  /** Its path or URL. */
  readonly url: string;
}

/** Enough for readers to meet: on PostgreSQL, each connection is a process that knows nothing of the store yet. */
const POOL_SIZE = 2;

/** Whether the tests that run use PostgreSQL rather than SQLite. */
export const onPostgres = inject("postgres") !== undefined;

/** A new folder, removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** A new folder, and what removes it. */
export async function keptFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await makeFolder();
  return { folder, remove: () => removeFolder(folder) };
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

async function openTemporary(): Promise<TemporaryStore & { close(): Promise<void> }> {
  const { url, remove } = onPostgres ? await newDatabase() : await newFile();
  const settings = databaseAt(url);
  const store = await openStore(
    settings.engine === "postgres" ? { ...settings, poolSize: POOL_SIZE } : settings,
  );
  return {
    store,
    url,
    async close() {
      await store.close();
      await remove();
    },
  };
}

async function newFile() {
  const { folder, remove } = await keptFolder();
  const url = join(folder, "dateline.db");
  await writeFile(url, await emptyFile());
  return { url, remove };
}

/** A file that has the tables and nothing in them, to be copied: that takes less than migrating does. */
const emptyFile = once(async () => {
  const { folder, remove } = await keptFolder();
  const url = join(folder, "dateline.db");
  await (await openStore(url)).close();
  const file = await readFile(url);
  await remove();
  return file;
});

function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "dateline-store-"));
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
