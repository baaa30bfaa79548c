import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Drafts } from "../../../src/domain/draft.ts";
import type { Story } from "../../../src/domain/story.ts";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { storeDrafts } from "../../../src/ingest/drafts/store-drafts.ts";
import { copyStore } from "../../../src/store/copy.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { draftsArbitrary, namingCast } from "../../support/drafts.ts";
import { ask } from "../../support/graphql.ts";
import { newDatabase } from "../../support/postgres-databases.ts";
import { runs } from "../../support/runs.ts";
import { found } from "../../support/search.ts";
import { SEED } from "../../support/seed.ts";
import { AUTHOR, keptFolder } from "../../support/store.ts";
import { article, story } from "../../support/story.ts";
import { storyArbitrary } from "../../support/story-arbitrary.ts";

/** Two SQLite files with a PostgreSQL database between them. */
async function withStores(work: (stores: [Store, Store, Store]) => Promise<void>): Promise<void> {
  const { folder, remove } = await keptFolder();
  const database = await newDatabase();
  const stores: [Store, Store, Store] = [
    await openStore(join(folder, "one.db")),
    await openStore(database.url),
    await openStore(join(folder, "two.db")),
  ];
  try {
    await work(stores);
  } finally {
    for (const store of stores) await store.close();
    await database.remove();
    await remove();
  }
}

/** Every row of every table, in one form for both engines. What search is made of has numbers of its own. */
function dump(store: Store): Promise<Record<string, unknown>> {
  return store.write(async ({ db, tables }) => {
    const { searchDocument: _, ...others } = tables;
    const all: Record<string, unknown> = {};
    for (const [name, table] of Object.entries(others)) {
      all[name] = (await db.select().from(table)).map((row) => JSON.stringify(row)).sort();
    }
    return all;
  });
}

const PAGE = "edges { cursor node { __typename ... on Node { id } } } pageInfo { endCursor } totalCount";

const answers = (store: Store) =>
  ask(
    store,
    `{ timeline(first: 20, filter: { drafts: true }) { ${PAGE} } drafts { ${PAGE} } topics { edges { cursor node { id } } } articles { ${PAGE} }
    search(query: "sentence") { edges { cursor snippet } totalCount } }`,
  );

/** Copies a story to PostgreSQL and back, and compares all three after each step. */
async function copyAround(
  of: Story,
  [one, postgres, two]: [Store, Store, Store],
  proposed: ReadonlyMap<string, Drafts> = new Map(),
): Promise<void> {
  await applyStory(one, of, AUTHOR);
  for (const [key, some] of proposed) await storeDrafts(one, key, some, "RULE");
  const rows = await copyStore(one, postgres);
  expect(await copyStore(postgres, two)).toBe(rows);
  const expected = await dump(one);
  expect(await dump(postgres)).toEqual(expected);
  expect(await dump(two)).toEqual(expected);
  for (const copy of [postgres, two]) {
    expect(await answers(copy)).toEqual(await answers(one));
    expect(await found(copy, "sentence 3")).toEqual(await found(one, "sentence 3"));
  }
}

test("a story with its drafts goes to PostgreSQL and back without a loss, whatever is in it", async () => {
  const drafted = storyArbitrary()
    .map(namingCast)
    .chain((some) => fc.tuple(fc.constant(some), draftsArbitrary(some)));
  await fc.assert(
    fc.asyncProperty(drafted, ([some, proposed]) =>
      withStores((stores) => copyAround(some, stores, proposed)),
    ),
    { numRuns: runs(9) },
  );
});

test("the seed story too, and what is written after that is the same everywhere", async () => {
  await withStores(async (stores) => {
    await copyAround(SEED, stores);
    const later = story({ articles: [article("later", { topics: ["talks"] })] });
    for (const store of stores) expect((await applyStory(store, later, AUTHOR)).created).toBeGreaterThan(1);
    const [one, ...others] = await Promise.all(stores.map(dump));
    for (const other of others) expect(other).toEqual(one);
  });
});

test("many rows go over in many parts", async () => {
  await withStores(async ([one, postgres]) => {
    const slugs = Array.from({ length: 2_345 }, (_, index) => `t${index}`);
    await one.write(async ({ db, tables }) => {
      for (const slug of slugs) await db.insert(tables.topic).values({ key: slug, slug, title: slug });
    });
    const seen: number[] = [];
    await copyStore(one, postgres, {
      progress: (table, rows) => {
        if (table === "topic") seen.push(rows);
      },
    });
    expect(seen).toEqual([1_000, 2_000, 2_345]);
    expect(await dump(postgres)).toEqual(await dump(one));
  });
});

test("a database that holds something is left as it is", async () => {
  await withStores(async ([one, postgres, two]) => {
    await applyStory(one, SEED, AUTHOR);
    await applyStory(postgres, story({ articles: [article("own")] }), AUTHOR);
    await applyStory(two, story({}), AUTHOR);
    for (const other of [postgres, two]) {
      const before = await dump(other);
      await expect(copyStore(one, other)).rejects.toMatchObject({ code: "NOT_EMPTY" });
      expect(await dump(other)).toEqual(before);
    }
  });
});

test("a copy that breaks off leaves nothing", async () => {
  await withStores(async ([one, postgres]) => {
    await applyStory(one, SEED, AUTHOR);
    const empty = await dump(postgres);
    const broken = copyStore(one, postgres, {
      progress(table) {
        if (table === "evidence") throw new Error("The line went dead.");
      },
    });
    await expect(broken).rejects.toThrow("The line went dead.");
    expect(await dump(postgres)).toEqual(empty);
  });
});
