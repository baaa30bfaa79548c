import { expect, onTestFinished, test } from "vitest";
import { openStore, type Store } from "../../src/store/open.ts";
import { withStore } from "../support/store.ts";

function write(store: Store, slug: string): Promise<void> {
  return store.write((tx) =>
    tx.db
      .insert(tx.tables.topic)
      .values({ key: slug, slug, title: "Title" })
      .then(() => undefined),
  );
}

/** A watcher that counts how often it is called. */
function watcher(store: Store) {
  const calls = { count: 0 };
  const end = store.watch(() => {
    calls.count++;
  });
  onTestFinished(end);
  return { calls, end };
}

test("whoever watches hears of writes by this store and by another, until they stop", async () => {
  await withStore(async ({ store, url }) => {
    const other = await openStore(url);
    const [one, two] = [watcher(store), watcher(store)];
    await write(store, "own");
    await expect.poll(() => [one, two].every(({ calls }) => calls.count > 0)).toBe(true);
    const before = one.calls.count;
    two.end();
    const stopped = two.calls.count;
    await write(other, "other");
    await expect.poll(() => one.calls.count).toBeGreaterThan(before);
    expect(two.calls.count).toBe(stopped);
    one.end();
    await other.close();
  });
});

test("watching can begin again after everybody has stopped", async () => {
  await withStore(async ({ store, url }) => {
    const other = await openStore(url);
    for (const slug of ["a", "b"]) {
      const { calls, end } = watcher(store);
      await expect
        .poll(async () => {
          await write(other, `${slug}-${Math.random()}`);
          return calls.count;
        })
        .toBeGreaterThan(0);
      end();
    }
    await other.close();
  });
});
