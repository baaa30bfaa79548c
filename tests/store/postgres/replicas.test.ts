import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createContext } from "../../../src/graphql/context.ts";
import { follow } from "../../../src/graphql/follow.ts";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import type { PostgresSettings } from "../../../src/store/settings.ts";
import { ask, nameOf } from "../../support/graphql.ts";
import { Cluster } from "../../support/postgres-cluster.ts";
import { SEED } from "../../support/seed.ts";
import { AUTHOR } from "../../support/store.ts";
import { article, cite, event, story } from "../../support/story.ts";

/** A primary and a real streaming replica of it, on servers of their own. */
let primary: Cluster;
let replica: Cluster;

const SETTINGS = [
  "wal_level=replica",
  "max_wal_senders=4",
  "wal_receiver_timeout=2s",
  "wal_retrieve_retry_interval=200ms",
];

beforeAll(async () => {
  primary = await Cluster.start(SETTINGS);
  await primary.run("create database story");
  replica = await primary.replica();
}, 120_000);

afterAll(async () => {
  await replica.remove();
  await primary.remove();
});

/** A store on both, with what it told its operator. */
function settings(): PostgresSettings {
  return {
    engine: "postgres",
    url: primary.url("story"),
    replicas: [replica.url("story")],
    poolSize: 4,
    statementTimeoutMs: 1_000,
  };
}

async function open(notices: string[] = []): Promise<Store> {
  const store = await openStore(settings(), { notice: (message) => void notices.push(message) });
  onTestFinished(() => store.close());
  return store;
}

/** Waits until requests are answered by the replica. */
function readsFromReplica(store: Store): Promise<void> {
  return expect.poll(() => store.forRequest().topics !== store.topics, inStep).toBe(true);
}

/** Stops a replica from showing what the primary has, and goes on when the test is over. */
async function pause(): Promise<void> {
  await replica.run("select pg_wal_replay_pause()");
  onTestFinished(async () => {
    await replica.run("select pg_wal_replay_resume()");
  });
}

const inStep = { timeout: 15_000, interval: 100 };
const QUERY = "{ topics(first: 5) { edges { node { slug timeline(first: 5) { edges { node { id } } } } } } }";

describe("with a replica", () => {
  test("reads go to it, and are those of the primary", async () => {
    const store = await open();
    await applyStory(store, SEED, AUTHOR);
    const answer = await ask(store, QUERY);
    expect(JSON.stringify(answer)).toContain("putin-trump-summit");
    await readsFromReplica(store);
    expect(await ask(store.forRequest(), QUERY)).toEqual(answer);
  });

  test("a writer reads its own write at once, whatever the replica has by then", async () => {
    const store = await open();
    await readsFromReplica(store);
    await pause();
    for (let index = 0; index < 5; index++) {
      const slug = `own-${index}-${Date.now()}`;
      await store.write((tx) =>
        tx.db.insert(tx.tables.topic).values({ key: slug, slug, title: "Title" }).then(),
      );
      expect(await store.forRequest().topics.bySlug([slug])).toHaveLength(1);
      expect(await store.topics.bySlug([slug])).toHaveLength(1);
    }
  });

  test("one that falls too far behind is left out, and taken back when it has caught up", async () => {
    const notices: string[] = [];
    const store = await open(notices);
    await expect.poll(() => notices.length, inStep).toBe(1);
    await pause();
    // Another process writes.
    await primary.run("insert into topic (key, slug, title) values ('late', 'late', 'Late')", "story");
    expect(await store.topics.bySlug(["late"])).toHaveLength(1);
    expect(await store.forRequest().topics.bySlug(["late"])).toEqual([]);
    await expect
      .poll(() => notices, { timeout: 20_000, interval: 200 })
      .toContainEqual(expect.stringContaining("is too far behind and is left out"));
    expect(await store.forRequest().topics.bySlug(["late"])).toHaveLength(1);
    await replica.run("select pg_wal_replay_resume()");
    await expect.poll(() => notices.at(-1), inStep).toContain("is read from");
    expect(await store.forRequest().topics.bySlug(["late"])).toHaveLength(1);
  });
});

test.each([
  ["a database of another name", () => replica.url("postgres"), "It has the database postgres, not story."],
  ["the primary itself", () => primary.url("story"), "It is not a replica"],
  ["a server that is not there", () => "postgres://dateline@127.0.0.1:1/story", "ECONNREFUSED"],
])("%s is not read from, and that is told", async (_what, url, why) => {
  const told: string[] = [];
  const store = await openStore(
    { ...settings(), replicas: [url()] },
    { notice: (message, error) => void told.push(`${message} ${String(error)}`) },
  );
  onTestFinished(() => store.close());
  await expect.poll(() => told, inStep).toEqual([expect.stringContaining("is left out")]);
  expect(told[0]).toContain(why);
  expect(store.forRequest().topics).toBe(store.topics);
});

test("a replica that hangs does not keep the store from closing, though statements may take for ever", async () => {
  const store = await openStore({ ...settings(), statementTimeoutMs: 0 });
  await readsFromReplica(store);
  replica.freeze(true);
  onTestFinished(() => replica.freeze(false));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const started = performance.now();
  await store.close();
  expect(performance.now() - started).toBeLessThan(6_000);
});

describe("under load, readers notice nothing", () => {
  /** Readers that ask without a pause until they are told to stop. */
  function readers(store: Store, count: number) {
    const state = { stop: false, answers: 0 };
    const done = Promise.all(
      Array.from({ length: count }, async () => {
        const expected = JSON.stringify(await ask(store, QUERY));
        while (!state.stop) {
          expect(JSON.stringify(await ask(store.forRequest(), QUERY))).toBe(expected);
          state.answers++;
        }
      }),
    );
    const more = async (answers: number) => {
      const from = state.answers;
      await expect.poll(() => state.answers - from, inStep).toBeGreaterThan(answers);
    };
    const finish = () => {
      state.stop = true;
      return done;
    };
    return { more, finish };
  }

  test.each([
    ["stopped", (server: Cluster) => server.stop("SIGINT"), (server: Cluster) => server.resume()],
    ["killed", (server: Cluster) => server.stop("SIGQUIT"), (server: Cluster) => server.resume()],
    [
      "frozen",
      async (server: Cluster) => server.freeze(true),
      async (server: Cluster) => server.freeze(false),
    ],
  ])("when the replica is %s and comes back", async (_how, stop, resume) => {
    const notices: string[] = [];
    const store = await open(notices);
    await expect.poll(() => notices.length, inStep).toBe(1);
    const { more, finish } = readers(store, 4);
    await more(20);
    await stop(replica);
    await expect.poll(() => notices.at(-1), inStep).toContain("cannot be read from and is left out");
    await more(20);
    await resume(replica);
    await expect.poll(() => notices.at(-1), inStep).toContain("is read from");
    await more(20);
    await finish();
  });

  test("when the primary is stopped: the replica still answers, and writes work again once it is back", async () => {
    const notices: string[] = [];
    const store = await open(notices);
    await expect.poll(() => notices.length, inStep).toBe(1);
    const answer = await ask(store.forRequest(), QUERY);
    await primary.stop("SIGINT");
    expect(await ask(store.forRequest(), QUERY)).toEqual(answer);
    await expect((async () => store.ping())()).resolves.toBeUndefined();
    const write = (slug: string) =>
      store.write((tx) => tx.db.insert(tx.tables.topic).values({ key: slug, slug, title: "Title" }).then());
    await expect(write("nowhere")).rejects.toThrow();
    await primary.resume();
    await write("again");
    expect(await store.forRequest().topics.bySlug(["again", "nowhere"])).toHaveLength(1);
  });
});

test("one who follows misses nothing where replicas are not in step", async () => {
  const other = await primary.replica();
  onTestFinished(() => other.remove());
  const store = await openStore({ ...settings(), replicas: [replica.url("story"), other.url("story")] });
  onTestFinished(() => store.close());
  await readsFromReplica(store);
  await other.run("select pg_wal_replay_pause()");
  const stream = await follow(
    {},
    createContext(store, () => AUTHOR.at),
  );
  onTestFinished(async () => void (await stream.return?.()));
  const writer = await openStore(primary.url("story"));
  const talks = story({
    articles: [article("followed")],
    events: [event("followed", { evidence: [cite("followed")] })],
  });
  const { created } = await applyStory(writer, talks, AUTHOR);
  await writer.close();
  const started = performance.now();
  const seen: string[] = [];
  while (seen.length < created) seen.push(nameOf((await stream.next()).value.nodeId));
  expect(seen.at(-1)).toBe("Event:followed");
  expect(performance.now() - started).toBeLessThan(3_000);
});
