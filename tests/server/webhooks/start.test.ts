import { expect, onTestFinished, test } from "vitest";
import { webhooks } from "../../../src/commands/webhooks.ts";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { createLogger } from "../../../src/server/log.ts";
import { startWebhooks, type Webhooks } from "../../../src/server/webhooks/start.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { startScript } from "../../support/cli.ts";
import { AUTHOR, withStore } from "../../support/store.ts";
import { article, change, event, passage, quote, story } from "../../support/story.ts";
import { receiver } from "./receiver.ts";
import { topics, webhookTo, writeTopics } from "./told.ts";

const PATIENCE = { timeout: 30_000 };

/** Does work on a new store, and stops what it started. */
async function withServers(
  work: (given: { store: Store; url: string; start: (store: Store) => Webhooks }) => Promise<void>,
): Promise<void> {
  await withStore(async ({ store, url }) => {
    const running: Webhooks[] = [];
    const start = (on: Store) => {
      const webhooks = startWebhooks(on, { logger: createLogger("silent"), allowPrivate: true });
      running.push(webhooks);
      return webhooks;
    };
    try {
      await work({ store, url, start });
    } finally {
      for (const one of running) await one.stop();
    }
  });
}

test("several processes on one store tell each change once, in order, as it is written", async () => {
  await withServers(async ({ store, url, start }) => {
    const other = await openStore(url);
    const there = await receiver((response) => response.writeHead(200).end());
    await webhookTo(there.url, store);
    const running = [start(store), start(other)];
    for (let written = 0; written < 60; written += 20) {
      await writeTopics(written % 40 === 0 ? store : other, written, 20);
      await expect.poll(() => there.changes().length, PATIENCE).toBe(written + 20);
    }
    expect(there.changes()).toEqual(topics(60));
    for (const one of running) await one.stop();
    await other.close();
  });
});

test("a server that stops while a receiver hangs leaves the message to the next one, which need not wait", async () => {
  await withServers(async ({ store, start }) => {
    const there = await receiver((response, nth) => void (nth > 0 && response.writeHead(200).end()));
    await webhookTo(there.url, store);
    const first = start(store);
    await writeTopics(store, 0, 2);
    await expect.poll(() => there.received.length, PATIENCE).toBe(1);
    await first.stop();
    await writeTopics(store, 2, 1);
    start(store);
    await expect.poll(() => there.received.length, PATIENCE).toBe(3);
    expect(there.received[1]).toMatchObject({ body: there.received[0]?.body });
    expect(there.changes().slice(2)).toEqual(topics(3));
  });
});

test("a webhook of a topic is told of its events, changes, quotes and articles, and of nothing else", async () => {
  await withServers(async ({ store, start }) => {
    const there = await receiver((response) => response.writeHead(200).end());
    await applyStory(store, story({}), AUTHOR);
    const added = { do: "add", url: there.url, topic: "talks" } as const;
    await webhooks(store, added, () => AUTHOR.at);
    await applyStory(
      store,
      story({
        articles: [article("a", { topics: ["talks"] }), article("b", { topics: ["trade"] })],
        events: [
          event("ours", {
            topics: ["talks"],
            evidence: [passage("a", 1)],
            history: [change("OCCURRED", "a")],
          }),
          event("theirs", { topics: ["trade"], evidence: [passage("b", 1)] }),
        ],
        quotes: [quote("a", 2, { topics: ["talks"] })],
      }),
      AUTHOR,
    );
    start(store);
    await expect.poll(() => there.changes().length, PATIENCE).toBeGreaterThan(0);
    await expect.poll(async () => (await store.webhooks.all())[0]?.leasedBy, PATIENCE).toBeNull();
    const kinds = there.changes().map((one) => one.split(":")[0]);
    expect(kinds.toSorted()).toEqual(["Article", "Event", "Quote", "StatusChange"]);
    expect(there.changes()).toContain("Event:ours");
  });
});

test("the documented receiver takes what is signed, once, and refuses the rest", async () => {
  await withServers(async ({ store, start }) => {
    const told = await webhooks(store, { do: "add", url: "http://127.0.0.1:9/" }, () => AUTHOR.at);
    const secret = /whsec_\S+/.exec(told)?.[0] ?? "";
    const script = startScript("docs/webhook-receiver.ts", ["0"], { WEBHOOK_SECRET: secret });
    onTestFinished(() => void script.kill());
    let out = "";
    script.stdout.on("data", (data) => {
      out += data;
    });
    await expect.poll(() => out, PATIENCE).toMatch(/port: \d+/);
    const url = `http://127.0.0.1:${/port: (\d+)/.exec(out)?.[1]}/`;
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
    // Another secret.
    await webhookTo(url, store, "stranger");
    await store.write(async (tx) => {
      await tx.db.update(tx.tables.webhook).set({ url });
    });
    await writeTopics(store, 0, 2);
    start(store);
    await expect.poll(() => out, PATIENCE).toMatch(/not genuine[\s\S]*CREATED Topic\nCREATED Topic\n/);
    await expect.poll(() => out, PATIENCE).toMatch(/not genuine[\s\S]*not genuine/);
    expect(out.match(/CREATED/g)).toHaveLength(2);
  });
});
