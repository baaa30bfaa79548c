import { type Delivering, deliver } from "../../../src/server/webhooks/deliver.ts";
import { newSecret } from "../../../src/server/webhooks/sign.ts";
import { Journal } from "../../../src/store/change-log.ts";
import type { Store } from "../../../src/store/open.ts";
import { leaseDue } from "../../../src/store/webhook-lease.ts";
import { addWebhook } from "../../../src/store/write-webhooks.ts";
import { AUTHOR } from "../../support/store.ts";

/** A clock that goes on when it is told to. */
export class Clock {
  #at = new Date("2026-11-26T12:00:00Z").getTime();
  readonly now = () => new Date(this.#at);
  forward(milliseconds: number): void {
    this.#at += milliseconds;
  }
}

/** A server process that delivers, as far as delivering goes. */
export function deliverer(store: Store, clock: Clock, fields: Partial<Delivering> = {}): Delivering {
  return {
    store,
    owner: "one",
    leaseMs: 45_000,
    now: clock.now,
    random: () => 1,
    timeoutMs: 5_000,
    allowPrivate: true,
    signal: new AbortController().signal,
    notice: () => undefined,
    ...fields,
  };
}

/** Delivers what is due, once. */
export async function deliverDue(delivering: Delivering): Promise<number> {
  const due = await leaseDue(delivering.store, delivering, { known: [], limit: 10 });
  for (const webhook of due) await deliver(webhook, delivering);
  return due.length;
}

/** Adds a webhook that is told everything from the start. Returns its secret. */
export async function webhookTo(url: string, store: Store, key = "hook"): Promise<string> {
  const secret = newSecret();
  const createdAt = new Date("2026-11-26T12:00:00Z");
  await addWebhook(store, { key, name: null, url, topicId: null, secret, createdAt, position: 0 });
  return secret;
}

/** Puts so many topics on record, topic-`first` and on; each is a change. */
export async function writeTopics(store: Store, first: number, count: number): Promise<void> {
  await store.write(async (tx) => {
    const journal = new Journal(AUTHOR);
    for (let index = first; index < first + count; index++) {
      const after = { key: `topic-${index}`, slug: `topic-${index}`, title: `Topic ${index}` };
      await tx.db.insert(tx.tables.topic).values(after);
      journal.note({ type: "Topic", key: after.key }, { table: "topic", before: null, after, isNode: true });
    }
    await journal.append(tx);
  });
}

/** What is told of so many topics. */
export function topics(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Topic:topic-${index}`);
}
