import { existsSync, rmSync, statSync } from "node:fs";
import SQLite from "better-sqlite3";
import { z } from "zod";
import { openStore } from "../../src/store/open.ts";
import { rebuildSearchIndex } from "../../src/store/search-index.ts";
import { BulkWriter } from "../support/bulk-writer.ts";
import { createBatches } from "./generator/batches.ts";
import { createCast } from "./generator/cast.ts";
import type { Batch, NumberedTable, World } from "./generator/facts.ts";
import { Random } from "./generator/random.ts";
import { sizesFor } from "./generator/sizes.ts";
import { writeBatch, writeCast } from "./generator/write-batch.ts";

/** What to build. */
export interface DatabaseRequest {
  /** Of the SQLite file to create. */
  readonly path: string;
  readonly events: number;
  /** The same seed and number of events give the same rows. */
  readonly seed: number;
  /** Replaces a file that is there. */
  readonly force?: boolean;
  /** Whether the search index is made too: it takes longer than all the rest. */
  readonly search?: boolean;
  readonly onProgress?: (step: string) => void;
}

/** What was built. */
export interface DatabaseSummary {
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly seconds: number;
}

/** Batches written in one transaction. */
const BATCHES_AT_ONCE = 5;
/** Memory for pages while building, in KiB. */
const CACHE_KIB = 256 * 1024;

/** Builds a database of generated stories in the real schema. */
export async function buildDatabase(request: DatabaseRequest): Promise<DatabaseSummary> {
  const { path, events, seed, force = false, search = true, onProgress = () => undefined } = request;
  const started = performance.now();
  if (existsSync(path) && !force) throw new Error(`${path} is there already: give --force to replace it.`);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
  await (await openStore(path)).close();

  const connection = new SQLite(path);
  try {
    connection.pragma("journal_mode = MEMORY");
    connection.pragma("synchronous = OFF");
    connection.pragma("foreign_keys = OFF");
    connection.pragma(`cache_size = -${CACHE_KIB}`);
    const finish = prepareForBulk(connection, onProgress);
    writeWorld(connection, createWorld(events, seed), onProgress);
    finish();
    connection.pragma("journal_mode = WAL");
    if (search) await makeSearchIndex(path, onProgress);
    const rows = countRows(connection);
    return { rows, bytes: statSync(path).size, seconds: (performance.now() - started) / 1_000 };
  } finally {
    connection.close();
  }
}

async function makeSearchIndex(path: string, onProgress: (step: string) => void): Promise<void> {
  onProgress("making the search index");
  const store = await openStore(path);
  try {
    await store.write((tx, readers) => rebuildSearchIndex(tx, readers));
  } finally {
    await store.close();
  }
}

function createWorld(events: number, seed: number): World {
  const random = new Random(seed);
  const sizes = sizesFor(events);
  const last = new Map<NumberedTable, number>();
  return {
    sizes,
    random,
    cast: createCast(random, sizes),
    nextId(table) {
      const id = (last.get(table) ?? 0) + 1;
      last.set(table, id);
      return id;
    },
  };
}

function writeWorld(connection: SQLite.Database, world: World, onProgress: (step: string) => void): void {
  BulkWriter.write(connection, (writer) => writeCast(writer, world.cast));
  let batches: Batch[] = [];
  let written = 0;
  const write = () => {
    BulkWriter.write(connection, (writer) => {
      for (const batch of batches) writeBatch(writer, world, batch);
    });
    written += batches.reduce((sum, batch) => sum + batch.events.length, 0);
    batches = [];
    onProgress(`${written} of ${world.sizes.events} events`);
  };
  for (const batch of createBatches(world)) {
    batches.push(batch);
    if (batches.length === BATCHES_AT_ONCE) write();
  }
  if (batches.length > 0) write();
}

/**
 * Takes away what makes rows slow to add one by one: indexes are made at the end, and the clustered timeline is
 * gathered in a temporary table, which hides the real one from unqualified names, and written in its order.
 *
 * @returns what brings all of that back
 */
function prepareForBulk(connection: SQLite.Database, onProgress: (step: string) => void): () => void {
  const indexes = z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(
      connection
        .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
        .all(),
    );
  for (const { name } of indexes) connection.exec(`drop index "${name}"`);
  connection.exec("create temp table timeline as select * from main.timeline limit 0");
  return () => {
    onProgress("sorting the timeline");
    connection.exec(`
      insert into main.timeline select * from temp.timeline
      order by subject_type, subject_id, kind, earliest, latest, time, reported, key, from_day;
      drop table temp.timeline`);
    for (const { name, sql } of indexes) {
      onProgress(`index ${name}`);
      connection.exec(sql);
    }
  };
}

function countRows(connection: SQLite.Database): Record<string, number> {
  const names = z
    .array(z.string())
    .parse(
      connection
        .prepare(
          "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\' order by name",
        )
        .pluck()
        .all(),
    );
  return Object.fromEntries(
    names
      .filter((name) => !name.startsWith("sqlite_"))
      .map((name) => [
        name,
        z.number().parse(connection.prepare(`select count(*) from "${name}"`).pluck().get()),
      ]),
  );
}
