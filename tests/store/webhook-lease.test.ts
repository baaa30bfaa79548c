import { expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { advance, leaseDue, waitsUntil } from "../../src/store/webhook-lease.ts";
import { DELIVERIES_KEPT } from "../../src/store/webhooks.ts";
import { addWebhook, removeWebhook } from "../../src/store/write-webhooks.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { story } from "../support/story.ts";

const NONE = { known: [], limit: 10 };

test("a webhook is leased to one process at a time, and noted by the one that has it", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({}), AUTHOR);
    const url = "https://example.org/";
    const webhook = { name: null, url, topicId: null, secret: "whsec_", createdAt: AUTHOR.at, position: 0 };
    for (const key of ["a", "b", "c"]) await addWebhook(store, { key, ...webhook });
    const at = { time: AUTHOR.at.getTime() };
    const process = (owner: string) => ({ owner, leaseMs: 1_000, now: () => new Date(at.time) });
    const [one, two] = [process("one"), process("two")];

    const leased = await Promise.all([one, two, one, two].map((by) => leaseDue(store, by, NONE)));
    expect(
      leased
        .flat()
        .map((taken) => taken.key)
        .toSorted(),
    ).toEqual(["a", "b", "c"]);
    const mine = leased.flat().find((taken) => taken.key === "a");
    if (mine === undefined) throw new Error("Nobody has it.");
    const [owner, other] = mine.leasedBy === "one" ? [one, two] : [two, one];

    at.time += 1_001;
    expect(await leaseDue(store, other, { known: [], limit: 1 })).toMatchObject([{ key: "a" }]);
    const delivery = { at: AUTHOR.at, message: "m", changes: 1, status: 200, reason: null, took: 1 };
    const said = { progress: { position: 1 }, delivery, keep: true };
    expect(await advance(store, mine, owner, said)).toBe(false);
    for (let nth = 0; nth < DELIVERIES_KEPT + 2; nth++) {
      expect(await advance(store, mine, other, { ...said, delivery: { ...delivery, took: nth } })).toBe(true);
    }
    const kept = await store.webhooks.deliveries(mine.id, 1_000);
    expect(kept.map((one) => one.took)).toEqual(
      Array.from({ length: DELIVERIES_KEPT }, (_, index) => DELIVERIES_KEPT + 1 - index),
    );

    const last = await store.changes.last();
    expect(await advance(store, mine, other, { progress: { position: last }, keep: false })).toBe(true);
    const [done] = await store.webhooks.all();
    expect(done).toMatchObject({ leasedBy: null, position: last });
    expect(done && waitsUntil(done, last)).toBeNull();
    await removeWebhook(store, mine);
    expect((await store.webhooks.all()).map((one) => one.key)).toEqual(["b", "c"]);
  });
});
