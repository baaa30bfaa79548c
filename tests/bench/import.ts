import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import SQLite from "better-sqlite3";
import { z } from "zod";
import type { Story } from "../../src/domain/story.ts";
import { readStoredStory } from "../../src/export/story/stored-story.ts";
import { storyDocument } from "../../src/export/story/write-document.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { readDocumentFile } from "../../src/ingest/formats/document/read-document.ts";
import { openStore } from "../../src/store/open.ts";
import { buildDatabase } from "./database.ts";
import { wholeNumber } from "./options.ts";

// How fast a story is put on record, as a ratio to bare prepared inserts of the rows that it becomes.

const { values } = parseArgs({
  options: { events: { type: "string", default: "2000" }, rounds: { type: "string", default: "3" } },
});
const folder = mkdtempSync(join(tmpdir(), "dateline-bench-import-"));
const ratios: number[] = [];
try {
  const story = await generatedStory(wholeNumber("events", values.events));
  for (let round = 1; round <= wholeNumber("rounds", values.rounds); round++) {
    const [whole, bare] = [join(folder, `${round}.db`), join(folder, `${round}-bare.db`)];
    const imported = await importInto(whole, story);
    const tables = readTables(whole);
    const inserted = await insertInto(bare, tables);
    const rows = [...tables.values()].reduce((sum, one) => sum + one.length, 0);
    ratios.push(inserted / imported);
    process.stdout.write(
      `${rows} rows: import ${imported.toFixed(0)} ms, inserts ${inserted.toFixed(0)} ms, ratio ${(inserted / imported).toFixed(2)}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
ratios.sort((a, b) => a - b);
process.stdout.write(`median ratio ${ratios[Math.floor(ratios.length / 2)]?.toFixed(2)}\n`);

async function generatedStory(events: number): Promise<Story> {
  const [path, file] = [join(folder, "generated.db"), join(folder, "generated.json")];
  await buildDatabase({ path, events, seed: 1, search: false });
  const store = await openStore(path);
  try {
    await store.snapshot(async (readers) => {
      const request = { texts: "ALL" as const };
      const stored = await readStoredStory(readers, request);
      if (stored === null) throw new Error("Nothing was generated.");
      await pipeline(Readable.from(storyDocument(stored, request)), createWriteStream(file));
    });
  } finally {
    await store.close();
  }
  return readDocumentFile(file);
}

async function importInto(path: string, story: Story): Promise<number> {
  const store = await openStore(path);
  const started = performance.now();
  await applyStory(store, story, { at: new Date(), actor: null });
  const took = performance.now() - started;
  await store.close();
  return took;
}

type Rows = readonly (readonly unknown[])[];

/** The rows of every table but those of the full-text index, which SQLite makes itself. */
function readTables(path: string): Map<string, Rows> {
  const db = new SQLite(path, { readonly: true });
  const names = z
    .array(z.string())
    .parse(
      db
        .prepare(
          "select name from sqlite_master where type = 'table' and name not like 'search_index%' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
        )
        .pluck()
        .all(),
    );
  const rows = new Map(
    names.map((name) => [
      name,
      z.array(z.array(z.unknown())).parse(db.prepare(`select * from "${name}"`).raw().all()),
    ]),
  );
  db.close();
  return rows;
}

/** In one transaction, with the indexes that the schema has. */
async function insertInto(path: string, tables: ReadonlyMap<string, Rows>): Promise<number> {
  await (await openStore(path)).close();
  const db = new SQLite(path);
  db.pragma("foreign_keys = OFF");
  const started = performance.now();
  db.transaction(() => {
    for (const [name, rows] of tables) {
      const marks = rows[0]?.map(() => "?").join();
      if (marks === undefined) continue;
      const insert = db.prepare(`insert into "${name}" values (${marks})`);
      for (const row of rows) insert.run(row);
    }
  })();
  const took = performance.now() - started;
  db.close();
  return took;
}
