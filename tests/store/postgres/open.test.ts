import { readdirSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { packagePath } from "../../../src/package-root.ts";
import { openStore } from "../../../src/store/open.ts";
import { dump } from "../../support/dump.ts";
import { newDatabase, newEmptyDatabase, run } from "../../support/postgres-databases.ts";
import { SEED } from "../../support/seed.ts";
import { AUTHOR } from "../../support/store.ts";

async function refusal(url: string): Promise<string> {
  try {
    await (await openStore(url)).close();
  } catch (error) {
    expect(error).toMatchObject({ name: "DatelineError", code: "INVALID_CONFIG" });
    return error instanceof Error ? error.message : "";
  }
  throw new Error("It was opened.");
}

test("an empty database is migrated, by several servers at once too", async () => {
  const migrations = readdirSync(packagePath("drizzle/postgres")).filter((name) => name.endsWith(".sql"));
  const url = await newEmptyDatabase();
  const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
  const [store] = stores;
  if (!store) throw new Error("There are six.");
  expect((await applyStory(store, SEED, AUTHOR)).created).toBeGreaterThan(40);
  for (const one of stores) await one.close();
  expect((await dump(url))["__drizzle_migrations"]).toHaveLength(migrations.length);
});

test("an open database is the same when it is opened again", async () => {
  const { url, remove } = await newDatabase();
  onTestFinished(remove);
  const store = await openStore(url);
  await applyStory(store, SEED, AUTHOR);
  await store.close();
  const before = await dump(url);
  await (await openStore(url)).close();
  expect(await dump(url)).toEqual(before);
});

test("a database of a newer version is refused and left as it is", async () => {
  const url = await newEmptyDatabase();
  await (await openStore(url)).close();
  await run(url, "insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)");
  expect(await refusal(url)).toContain("newer version");
});

test("a migration that fails leaves nothing behind", async () => {
  const url = await newEmptyDatabase();
  await run(url, "create table timeline (of_another_program int)");
  await expect(openStore(url)).rejects.toThrow();
  expect(Object.keys(await dump(url))).toEqual([]);
});

test("a database or a server that is not there is named, without the password", async () => {
  const url = new URL((await newDatabase()).url);
  url.password = "hunter2";
  url.pathname = "/nowhere";
  expect(await refusal(url.href)).toMatch(/^127\.0\.0\.1:\d+ has no such database/);
  url.port = "1";
  const message = await refusal(url.href);
  expect(message).toContain("127.0.0.1:1 cannot be reached");
  expect(message).not.toContain("hunter2");
});

test("a statement that runs too long ends with what to do", async () => {
  const { url, remove } = await newDatabase();
  onTestFinished(remove);
  const store = await openStore({
    engine: "postgres",
    url,
    replicas: [],
    poolSize: 2,
    statementTimeoutMs: 50,
  });
  onTestFinished(() => store.close());
  const slow = store.write(async (tx) => {
    await tx.db.insert(tx.tables.topic).values({ key: "k", slug: "k", title: "Title" });
    // Writers may take their time.
    await tx.prepare(tx.db.select({ slept: sql`pg_sleep(0.2)` }).from(tx.tables.topic))();
  });
  await expect(slow).resolves.toBeUndefined();
  const locked = run(url, "begin; lock table topic in access exclusive mode; select pg_sleep(0.5); commit");
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect(store.topics.list("", 1)).rejects.toMatchObject({ code: "TOO_SLOW" });
  await locked;
  expect(await store.topics.list("", 1)).toHaveLength(1);
});

test("a database that cannot hold every text is refused", async () => {
  const url = await newEmptyDatabase("encoding 'LATIN1'");
  expect(await refusal(url)).toContain("encoding LATIN1");
});

test("a write says so where the server does not answer", async () => {
  const { url, remove } = await newDatabase();
  onTestFinished(remove);
  const store = await openStore(url);
  onTestFinished(() => store.close());
  const work = store.write(async (tx) => {
    await run(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dateline' and datname = current_database()",
    ).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.db.insert(tx.tables.topic).values({ key: "k", slug: "k", title: "Title" });
  });
  await expect(work).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
