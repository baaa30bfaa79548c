import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { KeyUse } from "../../src/access/key-use.ts";
import { createKey } from "../../src/access/keys.ts";
import { type SignedIn, signIn } from "../../src/access/sign-in.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { onPostgres, withStore } from "../support/store.ts";

const NOW = new Date("2026-11-24T12:00:00Z");

function doorOf(store: Store, now = NOW) {
  const use = new KeyUse(store, (error) => {
    throw error;
  });
  return (secret: string, client: string) => signIn(secret, client, { store, use, now: () => now });
}

const clients = (store: Store) =>
  store.write(async ({ db, tables }) => {
    const [found] = await db.select({ all: count() }).from(tables.signInAttempt);
    return found?.all;
  });

test("servers that share a store let no more than ten tries of a client through, however many come at once", async () => {
  await withStore(async ({ store, url }) => {
    const { secret } = await createKey(store, { name: "Ada", scope: "EDITOR", expiresAt: null }, NOW);
    const other = await openStore(url);
    try {
      const doors = [doorOf(store), doorOf(other)];
      // Two stores on one SQLite file wait for each other by blocking, which only processes of their own can.
      const waves = onPostgres ? [doors] : doors.map((door) => [door]);
      const answers: SignedIn[] = [];
      for (const wave of waves) {
        const tries = wave.flatMap((door) =>
          Array.from({ length: 9 }, (_, one) => door(`wrong ${one}`, "a")),
        );
        answers.push(...(await Promise.all(tries)));
      }
      expect(answers.filter((answer) => "refused" in answer)).toHaveLength(10);
      expect(answers.filter((answer) => "waitFor" in answer)).toHaveLength(8);
      for (const door of doors) expect(await door(secret, "a")).toEqual({ waitFor: 900 });
      expect(await doorOf(other, new Date(NOW.getTime() + 899_001))(secret, "a")).toEqual({ waitFor: 1 });
      expect(await doorOf(other)(secret, "b")).toHaveProperty("token");
      expect(await doorOf(other, new Date(NOW.getTime() + 900_000))(secret, "a")).toHaveProperty("token");
    } finally {
      await other.close();
    }
  });
});

test("what was tried is forgotten with a right key and with time, and kept of so many clients at most", async () => {
  await withStore(async ({ store }) => {
    const { secret } = await createKey(store, { name: "Ada", scope: "EDITOR", expiresAt: null }, NOW);
    const door = doorOf(store);
    await door("wrong", "a");
    expect(await clients(store)).toBe(1);
    expect(await door(secret, "a")).toHaveProperty("token");
    expect(await clients(store)).toBe(0);
    const rows = Array.from({ length: 10_000 }, (_, number) => ({
      client: `client ${number}`,
      tried: 1,
      expiresAt: new Date(NOW.getTime() + 1_000 + number),
    }));
    await store.write(async ({ db, tables }) => {
      for (let at = 0; at < rows.length; at += 1_000)
        await db.insert(tables.signInAttempt).values(rows.slice(at, at + 1_000));
    });
    await door("wrong", "a");
    expect(await clients(store)).toBe(10_000);
    await doorOf(store, new Date(NOW.getTime() + 60_000))("wrong", "b");
    expect(await clients(store)).toBe(2);
  });
});
