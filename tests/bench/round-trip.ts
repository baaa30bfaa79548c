import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { readStoredStory } from "../../src/export/story/stored-story.ts";
import { storyDocument } from "../../src/export/story/write-document.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { readDocumentFile } from "../../src/ingest/formats/document/read-document.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { Cluster } from "../support/postgres-cluster.ts";
import { buildDatabase } from "./database.ts";
import { wholeNumber } from "./options.ts";

/*
 * Exports a generated store, puts the file on record in an empty store, exports that, and compares the two files, on both
 * engines. A fact is an event, a change, a participation, a relation, a quote or a role; an event has about five.
 */

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    engine: { type: "string", multiple: true, default: ["sqlite", "postgres"] },
  },
});

const FACTS = ["event", "status_change", "participation", "event_relation", "quote", "role"];

const folder = mkdtempSync(join(tmpdir(), "dateline-round-trip-"));
try {
  const path = join(folder, "generated.db");
  const { rows } = await buildDatabase({
    path,
    events: wholeNumber("events", values.events),
    seed: wholeNumber("seed", values.seed),
    search: false,
  });
  const facts = FACTS.reduce((sum, table) => sum + (rows[table] ?? 0), 0);
  process.stdout.write(`${facts} facts with ${rows["evidence"]} pieces of evidence\n`);
  const first = join(folder, "first.json");
  await withStore(path, (store) => timed("sqlite: export", () => write(store, first), first));
  for (const engine of values.engine) await roundTrip(engine, first);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function roundTrip(engine: string, first: string): Promise<void> {
  const cluster = engine === "postgres" ? await Cluster.start() : null;
  try {
    const url = cluster === null ? join(folder, "imported.db") : cluster.url();
    await withStore(url, async (store) => {
      await timed(`${engine}: import`, async () => {
        const story = await timed(`${engine}: read`, () => readDocumentFile(first));
        await applyStory(store, story, { at: new Date(), actor: null });
      });
      const second = join(folder, `${engine}.json`);
      await timed(`${engine}: export`, () => write(store, second), second);
      const same = (await digest(first)) === (await digest(second));
      process.stdout.write(`${engine}: ${same ? "the same bytes" : "DIFFERENT BYTES"}\n`);
      if (!same) process.exitCode = 1;
    });
  } finally {
    await cluster?.remove();
  }
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function timed<T>(what: string, work: () => Promise<T>, file?: string): Promise<T> {
  const started = performance.now();
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const processor = ((user + system) / 1e6).toFixed(1);
  const size = file === undefined ? "" : `, ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`;
  process.stdout.write(`${what}: ${seconds} s (${processor} s of this process)${size}\n`);
  return done;
}

function write(store: Store, path: string): Promise<void> {
  return store.snapshot(async (readers) => {
    const request = { texts: "ALL" as const };
    const story = await readStoredStory(readers, request);
    if (story === null) throw new Error("There is nothing to export.");
    await pipeline(Readable.from(storyDocument(story, request)), createWriteStream(path));
  });
}

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
