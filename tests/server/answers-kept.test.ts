import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { AnswerCache } from "../../src/server/fast/answer-cache.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { withStore } from "../support/store.ts";

const BODY = JSON.stringify({ query: '{ topic(slug: "counted") { title } }' });

async function served(store: Parameters<typeof createDatelineApp>[0], now = () => new Date()) {
  const logger = createLogger("silent");
  const app = createDatelineApp(store, { logger, graphiql: false, now });
  const server = await listen(app, { host: "127.0.0.1", port: 0, logger });
  onTestFinished(() => server.close());
  return async (body = BODY): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return response.text();
  };
}

/** The number in an answer, and what stands before it. */
function title(answer: string): { readonly by: string; readonly number: number } {
  const [, by = "", number = ""] = /"title":"(\w+) (\d+)"/.exec(answer) ?? [];
  return { by, number: Number(number) };
}

test("what has been committed, here or by another process, is in the next answer", async () => {
  await withStore(async ({ store, url }) => {
    await store.write(async (tx) => {
      await tx.db.insert(tx.tables.topic).values({ key: "counted", slug: "counted", title: "own 0" });
    });
    const read = await served(store);
    const written = { own: 0, other: 0 };
    const writes = 150;
    const other = fork(fileURLToPath(new URL("writer.ts", import.meta.url)), [url, String(writes)], {
      execArgv: ["--import", "tsx"],
    });
    let over = false;
    other.on("message", (number) => {
      written.other = Number(number);
    });
    const ended = new Promise<void>((resolve, reject) => {
      other.on("exit", (code) => {
        over = true;
        if (code === 0) resolve();
        else reject(new Error(`The writer ended with ${code}.`));
      });
    });
    const writeHere = async () => {
      for (let number = 1; !over; number++) {
        await store.write(async (tx) => {
          const { topic } = tx.tables;
          await tx.db
            .update(topic)
            .set({ title: `own ${number}` })
            .where(eq(topic.slug, "counted"));
        });
        written.own = number;
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    };
    let answers = 0;
    const readHere = async () => {
      while (!over) {
        const before = { ...written };
        const { by, number } = title(await read());
        answers += 1;
        // Each writer counts up: a number below what it had told before the question is an old answer.
        if (by === "own") expect(number).toBeGreaterThanOrEqual(before.own);
        else expect(number).toBeGreaterThanOrEqual(before.other);
      }
    };
    await Promise.all([writeHere(), readHere(), readHere(), readHere(), ended]);
    expect(answers).toBeGreaterThan(20);
    expect(written.other).toBe(writes);
  });
});

test("a day later, what depends on the day is answered anew", async () => {
  await withStore(async ({ store }) => {
    await store.write(async (tx) => {
      await tx.db.insert(tx.tables.topic).values({ key: "t", slug: "t", title: "T" });
    });
    let now = new Date("2025-12-01T23:59:59Z");
    const read = await served(store, () => now);
    const body = JSON.stringify({
      query: '{ topic(slug: "t") { whatChanged(since: "2025-01-01") { until } } }',
    });
    for (let time = 1; time <= 3; time++) expect(await read(body)).toContain('"until":"2025-12-01"');
    now = new Date("2025-12-02T00:00:00Z");
    expect(await read(body)).toContain('"until":"2025-12-02"');
  });
});

test("kept answers take no more memory than they may, and those asked for last stay", () => {
  const cache = new AnswerCache(20_000);
  cache.get("", "now");
  for (let number = 1; number <= 100; number++) {
    cache.set(`question ${number}`, "now", Buffer.alloc(700));
    cache.get("question 1", "now");
  }
  const kept = Array.from({ length: 100 }, (_, index) => cache.get(`question ${index + 1}`, "now"));
  const size = kept.filter((answer) => answer !== undefined).length;
  expect(size).toBeGreaterThan(10);
  expect(size).toBeLessThan(20_000 / 1_000);
  expect(kept[0]).toBeDefined();
  expect(kept[99]).toBeDefined();
  cache.set("too large", "now", Buffer.alloc(5_000));
  expect(cache.get("too large", "now")).toBeUndefined();
});

test("an answer begun before something was written is not kept after it", () => {
  const cache = new AnswerCache(20_000);
  expect(cache.get("question", "before")).toBeUndefined();
  expect(cache.get("question", "after")).toBeUndefined();
  cache.set("question", "before", Buffer.from("old"));
  expect(cache.get("question", "after")).toBeUndefined();
});
