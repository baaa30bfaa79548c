import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GIVE_UP_AFTER, retryDelay } from "../../../src/domain/webhook-retry.ts";
import type { Store } from "../../../src/store/open.ts";
import { leaseDue } from "../../../src/store/webhook-lease.ts";
import { retryWebhook } from "../../../src/store/write-webhooks.ts";
import { runs } from "../../support/runs.ts";
import { withStore } from "../../support/store.ts";
import { changesIn, receiver } from "./receiver.ts";
import { Clock, deliverDue, deliverer, topics, webhookTo, writeTopics } from "./told.ts";

const stateOf = async (store: Store) => {
  const [webhook] = await store.webhooks.all();
  if (webhook === undefined) throw new Error("There is no webhook.");
  return webhook;
};
const reasons = async (store: Store) =>
  (await store.webhooks.deliveries((await stateOf(store)).id, 100)).map((one) => one.reason);

test("changes are told in the order of the log, in messages that are not too long", async () => {
  await withStore(async ({ store }) => {
    const there = await receiver((response) => response.writeHead(204).end());
    await webhookTo(there.url, store);
    await writeTopics(store, 0, 130);
    expect(await deliverDue(deliverer(store, new Clock()))).toBe(1);
    expect(there.changes()).toEqual(topics(130));
    expect(there.received.map(({ body }) => changesIn(body).length)).toEqual([100, 30]);
    expect(await deliverDue(deliverer(store, new Clock()))).toBe(0);
  });
});

describe("a receiver that does not take a message is sent the same again, later:", () => {
  test.each([
    ["fails", 5_000, /answers 503/, (nth: number) => (nth < 2 ? 503 : 200), 0],
    ["hangs", 60, /no answer within 0.06 s/, (nth: number) => (nth < 2 ? null : 200), 0],
    ["answers late", 60, /no answer within 0.06 s/, () => 200, 150],
  ])("one that %s", async (_, timeoutMs, reason, status, late) => {
    await withStore(async ({ store }) => {
      const there = await receiver((response, nth) => {
        const answer = status(nth);
        if (answer !== null) setTimeout(() => response.writeHead(answer).end(), nth < 2 ? late : 0);
      });
      await webhookTo(there.url, store);
      await writeTopics(store, 0, 2);
      const clock = new Clock();
      const one = deliverer(store, clock, { timeoutMs });
      for (const [failures, wait] of [5_000, 10_000].entries()) {
        expect(await deliverDue(one)).toBe(1);
        expect(await stateOf(store)).toMatchObject({ failures: failures + 1, position: 0 });
        // What is put on record meanwhile is told by the next message.
        await writeTopics(store, 2 + failures, 1);
        clock.forward(wait - 1);
        expect(await deliverDue(one)).toBe(0);
        clock.forward(1);
      }
      const patient = { ...one, timeoutMs: 5_000 };
      expect(await deliverDue(patient)).toBe(1);
      expect(await stateOf(store)).toMatchObject({ failures: 0, failingSince: null, nextAt: null });
      const ids = there.received.map(({ headers }) => headers["webhook-id"]);
      expect(new Set(ids.slice(0, 3)).size).toBe(1);
      expect(new Set(there.received.slice(0, 3).map(({ body }) => body)).size).toBe(1);
      expect(there.received.slice(2).flatMap(({ body }) => changesIn(body))).toEqual(topics(4));
      const told = await reasons(store);
      expect(told.slice(0, 2)).toEqual([null, null]);
      for (const failure of told.slice(2)) expect(failure).toMatch(reason);
    });
  });
});

test("after three days it is given up, and goes on where it was when it is tried again", async () => {
  await withStore(async ({ store }) => {
    let broken = true;
    const there = await receiver((response) => response.writeHead(broken ? 500 : 200).end());
    await webhookTo(there.url, store);
    await writeTopics(store, 0, 3);
    const clock = new Clock();
    const one = deliverer(store, clock);
    const began = clock.now().getTime();
    while ((await stateOf(store)).stoppedAt === null) {
      await deliverDue(one);
      clock.forward((await stateOf(store)).nextAt === null ? 0 : 3_600_000);
    }
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(GIVE_UP_AFTER);
    expect(there.received.length).toBeLessThan(40);
    broken = false;
    await writeTopics(store, 3, 1);
    clock.forward(30 * 86_400_000);
    expect(await deliverDue(one)).toBe(0);
    const tried = there.received.length;
    await retryWebhook(store, await stateOf(store), null);
    expect(await deliverDue(one)).toBe(1);
    expect(there.received.slice(tried).flatMap(({ body }) => changesIn(body))).toEqual(topics(4));
    await retryWebhook(store, await stateOf(store), 0);
    await deliverDue(one);
    expect(there.changes().slice(-4)).toEqual(topics(4));
  });
});

test("it is given up at once where the receiver says it is gone, and left alone for as long as it asks", async () => {
  await withStore(async ({ store }) => {
    const there = await receiver((response, nth) =>
      response.writeHead(nth === 0 ? 429 : 410, { "retry-after": "120" }).end(),
    );
    await webhookTo(there.url, store);
    await writeTopics(store, 0, 1);
    const clock = new Clock();
    const one = deliverer(store, clock);
    await deliverDue(one);
    clock.forward(119_999);
    expect(await deliverDue(one)).toBe(0);
    clock.forward(1);
    expect(await deliverDue(one)).toBe(1);
    expect(await stateOf(store)).toMatchObject({ stoppedAt: clock.now(), position: 0 });
  });
});

test("no redirect is followed", async () => {
  await withStore(async ({ store }) => {
    const elsewhere = await receiver((response) => response.writeHead(200).end());
    const there = await receiver((response) => response.writeHead(307, { location: elsewhere.url }).end());
    await webhookTo(there.url, store);
    await writeTopics(store, 0, 1);
    await deliverDue(deliverer(store, new Clock()));
    expect(elsewhere.received).toEqual([]);
    expect(await reasons(store)).toEqual([expect.stringMatching(/307: redirects are not followed/)]);
  });
});

test("private addresses are not asked unless that is allowed, whatever name they go by", async () => {
  await withStore(async ({ store }) => {
    const there = await receiver((response) => response.writeHead(200).end());
    const { port } = new URL(there.url);
    const hosts = ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"];
    for (const host of hosts) await webhookTo(`http://${host}:${port}/`, store, host);
    await writeTopics(store, 0, 1);
    await deliverDue(deliverer(store, new Clock(), { allowPrivate: false }));
    expect(there.received).toEqual([]);
    for (const { id } of await store.webhooks.all()) {
      const [delivery] = await store.webhooks.deliveries(id, 1);
      expect(delivery?.reason).toMatch(/private or reserved network/);
    }
  });
});

test("delays grow, stay within bounds, and at least half of each is waited", () => {
  const failures = fc.integer({ min: 1, max: 2_000 });
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(failures, random, (count, chance) => {
      const [least, most] = [retryDelay(count, 0), retryDelay(count, 1)];
      expect(retryDelay(count, chance)).toBeGreaterThanOrEqual(least);
      expect(retryDelay(count, chance)).toBeLessThanOrEqual(most);
      expect(most).toBeLessThanOrEqual(6 * 3_600_000);
      expect(least).toBeGreaterThanOrEqual(most / 2);
      expect(retryDelay(count + 1, 0)).toBeGreaterThanOrEqual(least);
    }),
  );
});

type Step =
  | { readonly do: "write"; readonly count: number }
  | { readonly do: "deliver" | "crash"; readonly owner: string }
  | { readonly do: "wait"; readonly seconds: number };

const owner = fc.constantFrom("one", "two");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("write" as const), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constantFrom("deliver" as const, "crash" as const), owner }),
  fc.record({ do: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 60 }) }),
);

test("whatever fails, crashes and waits: each change is taken, once, in order, by those who remember ids", async () => {
  const answers = fc.array(fc.boolean(), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), answers, async (steps, taken) => {
      await withStore(async ({ store }) => {
        const there = await receiver((response, nth) =>
          response.writeHead(taken[nth] === false ? 500 : 200).end(),
        );
        await webhookTo(there.url, store);
        const clock = new Clock();
        let written = 0;
        for (const one of [...steps, ...END]) {
          if (one.do === "write") {
            await writeTopics(store, written, one.count);
            written += one.count;
          } else if (one.do === "wait") clock.forward(one.seconds * 1_000);
          else if (one.do === "deliver") await deliverDue(deliverer(store, clock, { owner: one.owner }));
          else {
            const crashing = deliverer(store, clock, { owner: one.owner });
            await leaseDue(store, crashing, { known: [], limit: 1 });
          }
        }
        const seen = new Map(
          there.received
            .filter((_, nth) => taken[nth] !== false)
            .map(({ headers, body }) => [headers["webhook-id"], changesIn(body)]),
        );
        expect([...seen.values()].flat()).toEqual(topics(written));
      });
    }),
    { numRuns: runs(15) },
  );
});

/** Time enough for everything to have come through. */
const END: readonly Step[] = Array.from({ length: 13 }, () => [
  { do: "wait" as const, seconds: 86_400 / 6 },
  { do: "deliver" as const, owner: "one" },
]).flat();
