import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import SQLite from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { packagePath } from "../../../src/package-root.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { dump } from "../../support/dump.ts";
import { SEED } from "../../support/seed.ts";
import { AUTHOR, temporaryFolder } from "../../support/store.ts";
import { article, event, story } from "../../support/story.ts";

const MIGRATIONS = readdirSync(packagePath("drizzle/sqlite")).filter((file) => file.endsWith(".sql")).length;

/** Opens a store that is closed when the test is over, unless it has been already. */
async function open(path: string): Promise<Store> {
  const store = await openStore(path);
  onTestFinished(() => store.close());
  return store;
}

/** Does something to a database behind the store's back. */
function tamper(path: string, sql: string): void {
  const connection = new SQLite(path);
  connection.exec(sql);
  connection.close();
}

async function newPath(): Promise<string> {
  return join(await temporaryFolder(), "dateline.db");
}

describe("a new database", () => {
  test("is made with its folder, empty and migrated to the last step", async () => {
    const path = join(await temporaryFolder(), "some", "where", "dateline.db");
    const store = await open(path);
    expect(await store.isEmpty()).toBe(true);
    await expect((async () => store.ping())()).resolves.toBeUndefined();
    const tables = await dump(path);
    expect(tables["__drizzle_migrations"]).toHaveLength(MIGRATIONS);
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining(["event", "evidence", "timeline", "change_log"]),
    );
  });

  test("may be opened many times at once by one process", async () => {
    const path = await newPath();
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(path)));
    expect((await dump(path))["__drizzle_migrations"]).toHaveLength(MIGRATIONS);
    for (const [index, store] of stores.entries()) {
      await applyStory(store, story({ articles: [article(`a${index}`)] }), AUTHOR);
    }
    expect((await dump(path))["article"]).toHaveLength(4);
  });

  test("may be opened by several processes at the same moment", async () => {
    const path = await newPath();
    const starter = `${path}.start`;
    const program = `
      const { existsSync } = await import("node:fs");
      const { openStore } = await import(${JSON.stringify(packagePath("src/store/open.ts"))});
      console.log("ready");
      while (!existsSync(${JSON.stringify(starter)}));
      const store = await openStore(${JSON.stringify(path)});
      console.log(await store.isEmpty());
      await store.close();`;
    const processes = Array.from({ length: 3 }, () => startProcess(program));
    await Promise.all(processes.map(({ ready }) => ready));
    await writeFile(starter, "");
    const answers = await Promise.all(processes.map(({ output }) => output));
    expect(answers).toEqual(["ready\ntrue\n", "ready\ntrue\n", "ready\ntrue\n"]);
    expect((await dump(path))["__drizzle_migrations"]).toHaveLength(MIGRATIONS);
  });
});

/** Starts a program: `ready` when it has first written something, `output` when it has ended. */
function startProcess(program: string) {
  const started = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: packagePath("."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void started.kill());
  return { ready: once(started.stdout, "readable"), output: text(started.stdout) };
}

describe("a database that is filled", () => {
  test("is as it was when opened again", async () => {
    const path = await newPath();
    const first = await open(path);
    await applyStory(first, SEED, AUTHOR);
    await first.close();
    const before = await dump(path);
    const again = await open(path);
    expect(await again.isEmpty()).toBe(false);
    expect(await again.topics.bySlug(["putin-trump-summit"])).toHaveLength(1);
    expect(await dump(path)).toEqual(before);
  });

  test("keeps all it holds when a migration fails", async () => {
    const path = await newPath();
    const first = await open(path);
    await applyStory(first, SEED, AUTHOR);
    await first.close();
    const before = (await dump(path))["claim"];
    // The last migration is taken for one that is still to come; it finds its tables there.
    tamper(path, "update __drizzle_migrations set created_at = created_at - 1");
    await expect(openStore(path)).rejects.toThrow(/already exists/);
    expect((await dump(path))["claim"]).toEqual(before);
  });
});

describe("foreign keys", () => {
  test("are enforced once migrated: a row that names another which is not there is refused, and all with it", async () => {
    const path = await newPath();
    const store = await open(path);
    const write = store.write(async (tx) => {
      await tx.db.insert(tx.tables.topic).values({ key: "t", slug: "t", title: "Topic" });
      await tx.db.insert(tx.tables.event).values({ key: "e", slug: "e", title: "Event", placeId: 42 });
    });
    const cause = expect.objectContaining({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    await expect(write).rejects.toSatisfy((error) => {
      expect(error instanceof Error && (error.cause ?? error)).toEqual(cause);
      return true;
    });
    expect((await dump(path))["topic"]).toEqual([]);
  });

  test("are enforced in a database that is opened again", async () => {
    const path = await newPath();
    await (await open(path)).close();
    const store = await open(path);
    const evidence = {
      articleId: 42,
      revision: 1,
      eventId: 42,
      stance: "SUPPORTS",
      method: "HUMAN",
    } as const;
    await expect(
      store.write((tx) => tx.db.insert(tx.tables.evidence).values(evidence).then()),
    ).rejects.toThrow();
    expect((await dump(path))["evidence"]).toEqual([]);
  });
});

describe("a database that cannot be used is refused and left as it is", () => {
  test("where a newer version wrote it", async () => {
    const path = await newPath();
    await (await open(path)).close();
    tamper(path, "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
    const before = await dump(path);
    const refusal = expect.objectContaining({
      code: "INVALID_CONFIG",
      message: `${path} was written by a newer version of Dateline. Use that version, or another database.`,
    });
    await expect(openStore(path)).rejects.toThrow(refusal);
    expect(await dump(path)).toEqual(before);
  });

  test.each([
    ["a text", "This is not a database, though it is long enough to be one. ".repeat(40)],
    ["a short text", "No."],
  ])("where it is %s", async (_what, content) => {
    const path = await newPath();
    await writeFile(path, content);
    const refusal = expect.objectContaining({
      code: "INVALID_CONFIG",
      message: expect.stringMatching(/is not a SQLite database\. Point DATABASE_URL at another file/),
    });
    await expect(openStore(path)).rejects.toThrow(refusal);
    expect(readdirSync(join(path, ".."))).toEqual(["dateline.db"]);
  });

  test("where it is a folder", async () => {
    const path = await newPath();
    await mkdir(path);
    await expect(openStore(path)).rejects.toThrow();
  });
});

describe("writers", () => {
  test("take turns, and one that fails stops none of the others", async () => {
    const store = await open(await newPath());
    const good = (slug: string) => applyStory(store, story({ articles: [article(slug)] }), AUTHOR);
    const bad = applyStory(store, story({ events: [event("e0", { place: "nope" })] }), AUTHOR);
    const [first, failed, last] = await Promise.allSettled([good("a0"), bad, good("a1")]);
    expect([first.status, failed.status, last.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await store.articles.bySlug(["a0", "a1"])).toHaveLength(2);
    expect(await store.events.bySlug(["e0"])).toEqual([]);
  });

  test("show readers nothing before they have ended", async () => {
    const store = await open(await newPath());
    await store.write(async (tx, readers) => {
      await tx.db.insert(tx.tables.topic).values({ key: "t", slug: "t", title: "Topic" });
      expect(await readers.topics.bySlug(["t"])).toHaveLength(1);
      expect(await store.topics.bySlug(["t"])).toEqual([]);
    });
    expect(await store.topics.bySlug(["t"])).toHaveLength(1);
  });
});
