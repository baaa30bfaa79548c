import { describe, expect, test } from "vitest";
import { identifyByHeader } from "../../src/access/identify.ts";
import { KeyUse } from "../../src/access/key-use.ts";
import { createKey, listKeys, revokeKey } from "../../src/access/keys.ts";
import { keysChanged } from "../../src/commands/keys.ts";
import { mayAct, SCOPES } from "../../src/domain/access.ts";
import { storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
const NOW = new Date("2026-11-24T12:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

function identifying(now: Date) {
  const use = new KeyUse(store, (error) => {
    throw error;
  });
  return {
    use,
    who: (header: string | null, at = now) => identifyByHeader(header, { store, use, now: () => at }),
  };
}

test("a key is known by its secret alone, which is nowhere kept", async () => {
  const { key, secret } = await createKey(store, { name: "desk", scope: "EDITOR", expiresAt: null }, NOW);
  const { who, use } = identifying(NOW);
  expect(await who(`Bearer ${secret}`)).toEqual({ viewer: { name: "desk", scope: "EDITOR", key } });
  expect(await who(`bearer   ${secret}  `)).toHaveProperty("viewer.key", key);
  for (const wrong of [key, secret.slice(0, -1), `${secret}A`, secret.toUpperCase(), ""]) {
    expect(await who(`Bearer ${wrong}`)).toHaveProperty("refused");
  }
  expect(await who(null)).toEqual({ viewer: null });
  expect(await who("Basic ZGVzazpkZXNr")).toEqual({ viewer: null });
  expect(JSON.stringify(await listKeys(store))).not.toContain(secret);
  await use.settled();
});

test("a key that has expired or was revoked is refused, from that moment on", async () => {
  const expiring = await createKey(store, { name: "guest", scope: "READER", expiresAt: later(60) }, NOW);
  const { who, use } = identifying(NOW);
  expect(await who(`Bearer ${expiring.secret}`, later(59))).toHaveProperty("viewer.name", "guest");
  expect(await who(`Bearer ${expiring.secret}`, later(60))).toEqual({
    refused: expect.stringContaining("expired on 2026-11-24"),
  });
  const other = await createKey(store, { name: "stringer", scope: "EDITOR", expiresAt: null }, NOW);
  expect(await who(`Bearer ${other.secret}`)).toHaveProperty("viewer.name", "stringer");
  await revokeKey(store, "stringer", later(1));
  expect(await who(`Bearer ${other.secret}`)).toEqual({ refused: expect.stringContaining("was revoked") });
  await use.settled();
});

test("two keys that hold are never called the same, so that the log tells who wrote", async () => {
  const named = { name: "twin", scope: "READER", expiresAt: null } as const;
  const { key } = await createKey(store, named, NOW);
  await expect(createKey(store, named, NOW)).rejects.toMatchObject({ code: "INVALID_KEY" });
  await revokeKey(store, key, NOW);
  await expect(createKey(store, named, NOW)).resolves.toHaveProperty("secret");
  await expect(revokeKey(store, "nobody", NOW)).rejects.toThrow("dateline keys list");
});

test("its last use is written at most once a minute", async () => {
  const { key, secret } = await createKey(store, { name: "app", scope: "READER", expiresAt: null }, NOW);
  const { who, use } = identifying(NOW);
  const used = async (seconds: number) => {
    await who(`Bearer ${secret}`, later(seconds));
    await use.settled();
    const [found] = await store.accessKeys.byKey([key]);
    return found?.lastUsedAt;
  };
  expect(await used(0)).toEqual(NOW);
  expect(await used(1)).toEqual(NOW);
  expect(await used(59)).toEqual(NOW);
  expect(await used(60)).toEqual(later(60));
  expect(await used(61)).toEqual(later(60));
});

describe("the command line", () => {
  const create = (options: { name: string; scope: string; expires?: string }) =>
    keysChanged(store, { do: "create", options }, NOW);

  test("shows a secret once", async () => {
    const shown = await create({ name: "Night desk", scope: "editor", expires: "2026-12-31" });
    const [secret = ""] = /dateline_\S{43}/.exec(shown) ?? [];
    const { who, use } = identifying(NOW);
    expect(await who(`Bearer ${secret}`)).toHaveProperty("viewer.name", "Night desk");
    expect(await who(`Bearer ${secret}`, new Date("2026-12-31T23:59:59Z"))).toHaveProperty("viewer");
    expect(await who(`Bearer ${secret}`, new Date("2027-01-01T00:00:00Z"))).toHaveProperty("refused");
    await use.settled();
    const listed = await keysChanged(store, { do: "list" }, NOW);
    expect(listed).toMatch(
      /^\w{12} {2}editor {2}Night desk {2}\(made .*, until 2027-01-01 00:00, last used /m,
    );
    expect(listed).not.toContain(secret);
  });

  test.each([
    [{ name: "a", scope: "owner" }, "reader, editor, admin"],
    [{ name: "a", scope: "reader", expires: "tomorrow" }, "2027-01-31T18:00:00Z"],
    [{ name: "a", scope: "reader", expires: "2026-02-30" }, "neither a day"],
    [{ name: "a", scope: "reader", expires: "2020-01-01" }, "has passed"],
    [{ name: "  ", scope: "reader" }, "needs a name"],
  ])("refuses %o", async (options, message) => {
    await expect(create(options)).rejects.toThrow(message);
  });
});

test("each scope may what those before it may, and a stranger nothing", () => {
  for (const [index, scope] of SCOPES.entries()) {
    expect(mayAct(null, scope)).toBe(false);
    const viewer = { name: "one", scope, key: "one" };
    expect(SCOPES.filter((needed) => mayAct(viewer, needed))).toEqual(SCOPES.slice(0, index + 1));
  }
});
