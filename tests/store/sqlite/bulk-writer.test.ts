import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codePointLength, normalizeText, verifyPassage } from "../../../src/domain/passage.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import * as tables from "../../../src/store/schema/sqlite.ts";
import { rebuildTimelineIndex } from "../../../src/store/timeline-index.ts";
import { buildDatabase, type DatabaseSummary } from "../../bench/database.ts";
import { BulkWriter } from "../../support/bulk-writer.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-bulk-"));
const path = join(folder, "generated.db");
const request = { path, events: 400, seed: 7 };
let summary: DatabaseSummary;
let store: Store;

beforeAll(async () => {
  summary = await buildDatabase(request);
  store = await openStore(path);
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** All rows of the timeline index, in its order. */
function timeline(): unknown[] {
  const connection = new SQLite(path, { readonly: true });
  try {
    return connection.prepare("select * from timeline").raw().all();
  } finally {
    connection.close();
  }
}

test("a generated database holds what was asked for, and every reference in it leads somewhere", () => {
  expect(summary.rows).toMatchObject({ event: 400, quote: 200, article: 80, topic: 1, source: 200 });
  const connection = new SQLite(path, { readonly: true });
  expect(connection.pragma("foreign_key_check")).toEqual([]);
  expect(connection.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(connection.pragma("journal_mode", { simple: true })).toBe("wal");
  connection.close();
});

test("every fact has evidence", () => {
  const connection = new SQLite(path, { readonly: true });
  const facts = {
    status_change: "change_id",
    participation: "participation_id",
    event_relation: "relation_id",
  };
  const others = { event: "event_id", quote: "quote_id", role: "role_id" };
  for (const [table, column] of Object.entries({ ...facts, ...others })) {
    const without = connection.prepare(
      `select id from ${table} where id not in (select ${column} from evidence where ${column} is not null)`,
    );
    expect(without.all(), table).toEqual([]);
  }
  connection.close();
});

test("its timeline is the one that follows from its facts", async () => {
  const written = timeline();
  expect(written.length).toBeGreaterThan(4_000);
  await store.write((tx, readers) => rebuildTimelineIndex(tx, readers));
  expect(timeline()).toEqual(written);
});

test("its passages are where they say, word for word", async () => {
  const rows = await store.write(async (tx) =>
    tx.db
      .select()
      .from(tables.passage)
      .innerJoin(tables.articleRevision, eq(tables.articleRevision.id, tables.passage.revisionId)),
  );
  expect(rows.length).toBeGreaterThan(600);
  for (const { passage, article_revision: revision } of rows) {
    const body = revision.body ?? "";
    expect(verifyPassage(body, passage), passage.exact).toBe(true);
    expect(normalizeText(body)).toBe(body);
  }
  // Some come after a character of two UTF-16 units, so that counting those would not do.
  expect(
    rows.some(({ article_revision: { body } }) => codePointLength(body ?? "") < (body ?? "").length),
  ).toBe(true);
});

test("the same seed gives the same rows, and a file that is there is kept", async () => {
  const again = join(folder, "again.db");
  await buildDatabase({ ...request, path: again });
  const connection = new SQLite(again);
  connection.prepare("attach ? as first").run(path);
  for (const table of [
    "article_revision",
    "passage",
    "evidence",
    "status_change",
    "participation",
    "quote",
  ]) {
    const difference = `select * from main.${table} except select * from first.${table}`;
    expect(connection.prepare(difference).all(), table).toEqual([]);
  }
  connection.close();
  await expect(buildDatabase({ ...request, path: again })).rejects.toThrow("--force");
});

test("a bulk write keeps all or nothing, and numbers rows that have no id", async () => {
  const connection = new SQLite(join(folder, "generated.db"));
  const count = () => connection.prepare("select count(*) from place").pluck().get();
  const before = count();
  const places = Array.from({ length: 77 }, (_, index) => ({
    key: `p${index}`,
    slug: `p${index}`,
    name: "P",
  }));
  expect(() =>
    BulkWriter.write(connection, (writer) => {
      writer.insert(tables.place, places);
      throw new Error("stop");
    }),
  ).toThrow("stop");
  expect(count()).toBe(before);
  BulkWriter.write(connection, (writer) => writer.insert(tables.place, places));
  expect(count()).toBe(Number(before) + 77);
  const stored = connection.prepare("select name, country from place where slug = 'p76'").get();
  expect(stored).toEqual({ name: "P", country: null });
  connection.close();
});
