import { eq } from "drizzle-orm";
import type { Store } from "./open.ts";
import type { Webhook } from "./webhooks.ts";

/** A webhook that is added. */
export type AddedWebhook = Pick<
  Webhook,
  "key" | "name" | "url" | "topicId" | "secret" | "createdAt" | "position"
>;

/** Adds a webhook. */
export async function addWebhook(store: Store, added: AddedWebhook): Promise<void> {
  await store.write(async (tx) => {
    await tx.db.insert(tx.tables.webhook).values({ ...added, failures: 0 });
  });
}

/** Removes a webhook, with what is noted of its deliveries. */
export async function removeWebhook(store: Store, { id }: Pick<Webhook, "id">): Promise<void> {
  await store.write(async (tx) => {
    const { webhook, webhookDelivery } = tx.tables;
    await tx.db.delete(webhookDelivery).where(eq(webhookDelivery.webhookId, id));
    await tx.db.delete(webhook).where(eq(webhook.id, id));
  });
}

/**
 * Has a webhook tried at once, as if it had never failed.
 *
 * @param position where in the change log it goes on; null for where it is
 */
export async function retryWebhook(store: Store, { id }: Webhook, position: number | null): Promise<void> {
  await store.write(async (tx) => {
    const { webhook } = tx.tables;
    // Whoever has it in hand loses it: what it is being told just now no longer counts.
    const elsewhere = position === null ? {} : { position, messageEnd: null, leasedBy: null };
    await tx.db
      .update(webhook)
      .set({ failures: 0, failingSince: null, nextAt: null, stoppedAt: null, ...elsewhere })
      .where(eq(webhook.id, id));
  });
}
