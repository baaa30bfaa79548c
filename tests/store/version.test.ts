import { expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/open.ts";
import { withStore } from "../support/store.ts";

function write(store: Store, slug: string): Promise<void> {
  return store.write(async (tx) => {
    await tx.db.insert(tx.tables.topic).values({ key: slug, slug, title: "Title" });
  });
}

test("the version is the same until anybody has written, and never one that was before", async () => {
  await withStore(async ({ store, url }) => {
    const other = await openStore(url);
    const seen = new Set([await store.version()]);
    for (const [writer, slug] of [
      [store, "own"],
      [other, "other"],
      [store, "again"],
    ] as const) {
      await write(writer, slug);
      const now = await store.version();
      expect(seen).not.toContain(now);
      expect(now).not.toBeNull();
      seen.add(now);
      await store.topics.list("", 10);
      await other.topics.list("", 10);
      expect(await store.version()).toBe(now);
    }
    await other.close();
  });
});

test("what was given up leaves no trace that could be taken for a state that is", async () => {
  await withStore(async ({ store }) => {
    const before = await store.version();
    await expect(
      store.write(async (tx) => {
        await tx.db.insert(tx.tables.topic).values({ key: "gone", slug: "gone", title: "Title" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    const after = await store.version();
    await write(store, "kept");
    expect([before, after]).not.toContain(await store.version());
  });
});
