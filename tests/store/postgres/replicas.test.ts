import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { ask } from "../../support/graphql.ts";
import { Cluster } from "../../support/postgres-cluster.ts";
import { SEED } from "../../support/seed.ts";
import { AUTHOR } from "../../support/store.ts";

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
async function open(notices: string[] = []): Promise<Store> {
  const settings = {
    engine: "postgres" as const,
    url: primary.url("story"),
    replicas: [replica.url("story")],
    poolSize: 4,
    statementTimeoutMs: 1_000,
  };
  const store = await openStore(settings, { notice: (message) => void notices.push(message) });
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
    await expect.poll(() => notices.at(-1), inStep).toContain("does not answer and is left out");
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
