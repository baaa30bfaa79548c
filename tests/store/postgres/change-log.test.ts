import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { Journal } from "../../../src/store/change-log.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { newDatabase } from "../../support/postgres-databases.ts";
import { AUTHOR } from "../../support/store.ts";

/** So many servers with a store each on one database, and a connection that watches the change log. */
async function servers(count: number) {
  const { url, remove } = await newDatabase();
  const stores = await Promise.all(Array.from({ length: count }, () => openStore(url)));
  const watcher = new pg.Client({ connectionString: url });
  await watcher.connect();
  onTestFinished(async () => {
    await watcher.end();
    for (const store of stores) await store.close();
    await remove();
  });
  return {
    stores,
    query: (text: string) => watcher.query(text),
    async after(position: number): Promise<{ position: number; key: string }[]> {
      const { rows } = await watcher.query(
        'select "position"::int, node_key as key from change_log where "position" > $1 order by 1',
        [position],
      );
      return rows;
    },
  };
}

/** Writes an entry into the change log, and does something else before the transaction ends. */
function write(store: Store, key: string, before?: () => Promise<void>): Promise<void> {
  return store.write(async (tx) => {
    const journal = new Journal(AUTHOR);
    const after = { key, slug: key, title: key };
    const node = { type: "Topic" as const, key };
    journal.note(node, { table: "topic", before: null, after, isNode: true });
    await journal.append(tx);
    await before?.();
  });
}

test("a transaction that began later is not seen before one that is still open", async () => {
  const { stores, after } = await servers(2);
  const [one, two] = stores;
  if (!one || !two) throw new Error("There are two.");
  let goOn = () => {};
  let first = Promise.resolve();
  await new Promise<void>((written) => {
    first = write(one, "first", () => {
      written();
      return new Promise((resolve) => {
        goOn = resolve;
      });
    });
  });
  const second = write(two, "second");
  // The second has all the time it needs to slip past.
  await new Promise((done) => setTimeout(done, 200));
  expect(await after(0)).toEqual([]);
  goOn();
  await Promise.all([first, second]);
  expect((await after(0)).map(({ key }) => key)).toEqual(["first", "second"]);
});

test("whoever reads on from the last position misses nothing, while several servers write", async () => {
  const { stores, after } = await servers(4);
  const writing = { done: false };
  const seen: number[] = [];
  const reader = (async () => {
    for (let last = 0; ; ) {
      const done = writing.done;
      for (const { position } of await after(last)) {
        seen.push(position);
        last = position;
      }
      if (done) return;
    }
  })();
  await Promise.all(
    stores.map(async (store, server) => {
      for (let number = 0; number < 25; number++) {
        const pause = () => new Promise<void>((done) => setTimeout(done, Math.random() * 4));
        await write(store, `${server}-${number}`, pause);
      }
    }),
  );
  writing.done = true;
  await reader;
  const all = (await after(0)).map(({ position }) => position);
  expect(all).toHaveLength(100);
  expect(seen).toEqual(all);
});

test("work that PostgreSQL gives up for another's sake is done again", async () => {
  const { stores } = await servers(1);
  const [store] = stores;
  let tries = 0;
  await store?.write(async (tx) => {
    await tx.db.insert(tx.tables.topic).values({ key: "k", slug: "k", title: "Title" });
    if (++tries < 3) throw Object.assign(new Error("could not serialize access"), { code: "40001" });
  });
  expect(tries).toBe(3);
  expect(await store?.topics.bySlug(["k"])).toHaveLength(1);
});

test("work that fails for another reason is not, and leaves nothing", async () => {
  const { stores } = await servers(1);
  const [store] = stores;
  let tries = 0;
  const work = store?.write(async (tx) => {
    tries++;
    await tx.db.insert(tx.tables.topic).values({ key: "k", slug: "k", title: "Title" });
    throw new Error("No.");
  });
  await expect(work).rejects.toThrow("No.");
  expect(tries).toBe(1);
  expect(await store?.topics.bySlug(["k"])).toEqual([]);
});

test("nothing that waits its turn in work that fails is written after all", async () => {
  const { stores } = await servers(1);
  const [store] = stores;
  const slugs = ["a", "a", "b", "c", "d"];
  const work = store?.write(async (tx) => {
    await Promise.all(
      slugs.map((slug) => tx.db.insert(tx.tables.topic).values({ key: slug, slug, title: "Title" })),
    );
  });
  await expect(work).rejects.toThrow();
  // Whatever was still on its way has arrived by now.
  await store?.write(async () => undefined);
  expect(await store?.topics.bySlug(slugs)).toEqual([]);
});

test("a connection that is cut within a transaction fails that, and nothing else", async () => {
  const { stores, query } = await servers(1);
  const [store] = stores;
  const work = store?.write(async (tx) => {
    await tx.db.insert(tx.tables.topic).values({ key: "k", slug: "k", title: "Title" });
    await query(
      "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.db.insert(tx.tables.topic).values({ key: "l", slug: "l", title: "Title" });
  });
  await expect(work).rejects.toThrow();
  expect(await store?.topics.bySlug(["k", "l"])).toEqual([]);
  await store?.write((tx) =>
    tx.db
      .insert(tx.tables.topic)
      .values({ key: "m", slug: "m", title: "Title" })
      .then(() => undefined),
  );
  expect(await store?.topics.bySlug(["m"])).toHaveLength(1);
});
