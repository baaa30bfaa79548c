import { and, desc, eq } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { Store } from "./open.ts";
import { DELIVERIES_KEPT, type Webhook, type WebhookDelivery } from "./webhooks.ts";

/** A server process that delivers, and for how long it may keep others from it. */
export interface Deliverer {
  /** Told apart from every other process. */
  readonly owner: string;
  /** In milliseconds; longer than one try takes. */
  readonly leaseMs: number;
  readonly now: () => Date;
}

/** What changes of a webhook with a delivery. */
export type Progress = Partial<
  Pick<Webhook, "position" | "messageEnd" | "failures" | "failingSince" | "nextAt" | "stoppedAt">
>;

/** A try as it is noted. */
export type NotedDelivery = Omit<WebhookDelivery, "id" | "webhookId">;

/**
 * Takes webhooks that have something to be told and are due, so that no other process delivers to them until the lease ends.
 *
 * @param known those that are left out: this process has them in hand
 */
export async function leaseDue(
  store: Store,
  { owner, leaseMs, now }: Deliverer,
  { known, limit }: { readonly known: readonly number[]; readonly limit: number },
): Promise<Webhook[]> {
  const at = now();
  const last = await store.changes.last();
  const isDue = (one: Webhook) => {
    const time = waitsUntil(one, last);
    return time !== null && time <= at && !known.includes(one.id);
  };
  const due = (webhooks: readonly Webhook[]) => webhooks.filter(isDue).slice(0, limit);
  // Most of the time there is nothing to do, and nothing is locked to find that out.
  if (due(await store.webhooks.all()).length === 0) return [];
  return store.write(async (tx, readers) => {
    const taken = due(await readers.webhooks.all()).map((one) => one.id);
    if (taken.length === 0) return [];
    const { webhook } = tx.tables;
    return tx.db
      .update(webhook)
      .set({ leasedBy: owner, leasedUntil: new Date(at.getTime() + leaseMs) })
      .where(tx.oneOf(webhook.id, taken))
      .returning();
  });
}

/**
 * When a webhook can next be delivered to; null where nothing waits for it or it was given up.
 *
 * @param last the end of the change log
 */
export function waitsUntil(webhook: Webhook, last: number): Date | null {
  if (webhook.stoppedAt !== null || webhook.position >= last) return null;
  const times = [webhook.nextAt, webhook.leasedUntil].map((time) => time?.getTime() ?? 0);
  return new Date(Math.max(...times));
}

/**
 * Writes how far a webhook has come, and keeps the lease for another while or gives it back.
 *
 * @returns false where the webhook has been removed, or another process has it by now: nothing is then written
 */
export function advance(
  store: Store,
  webhook: Webhook,
  { owner, leaseMs, now }: Deliverer,
  { progress, delivery, keep }: { progress: Progress; delivery?: NotedDelivery; keep: boolean },
): Promise<boolean> {
  return store.write(async (tx) => {
    const { webhook: table } = tx.tables;
    const leasedUntil = keep ? new Date(now().getTime() + leaseMs) : null;
    const written = await tx.db
      .update(table)
      .set({ ...progress, leasedUntil, leasedBy: keep ? owner : null })
      .where(and(eq(table.id, webhook.id), eq(table.leasedBy, owner)))
      .returning({ id: table.id });
    if (written.length === 0) return false;
    if (delivery !== undefined) await noteDelivery(tx, webhook.id, delivery);
    return true;
  });
}

/** Gives back all leases of a process that stops, so that others need not wait for their end. */
export async function releaseLeases(store: Store, owner: string): Promise<void> {
  await store.write(async (tx) => {
    const { webhook } = tx.tables;
    await tx.db.update(webhook).set({ leasedBy: null, leasedUntil: null }).where(eq(webhook.leasedBy, owner));
  });
}

async function noteDelivery(tx: Engine, webhookId: number, delivery: NotedDelivery): Promise<void> {
  const { webhookDelivery: table } = tx.tables;
  await tx.db.insert(table).values({ webhookId, ...delivery });
  const surplus = await tx.db
    .select({ id: table.id })
    .from(table)
    .where(eq(table.webhookId, webhookId))
    .orderBy(desc(table.id))
    .limit(DELIVERIES_KEPT)
    .offset(DELIVERIES_KEPT);
  const ids = surplus.map((row) => row.id);
  if (ids.length > 0) await tx.db.delete(table).where(tx.oneOf(table.id, ids));
}
