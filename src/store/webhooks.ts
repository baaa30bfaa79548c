import { asc, desc, eq } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

/** Somebody who is told of changes. */
export type Webhook = Tables["webhook"]["$inferSelect"];

/** A webhook with the slug of its topic. */
export interface ListedWebhook extends Webhook {
  readonly topic: string | null;
}

/** One try to deliver a message. */
export type WebhookDelivery = Tables["webhookDelivery"]["$inferSelect"];

/** Tries that are kept for each webhook. */
export const DELIVERIES_KEPT = 100;

/** Reads webhooks. */
export function webhookReaders({ db, tables }: Engine) {
  const { webhook, webhookDelivery, topic } = tables;
  return {
    /** All of them, the oldest first. */
    async all(): Promise<ListedWebhook[]> {
      const rows = await db
        .select({ webhook, topic: topic.slug })
        .from(webhook)
        .leftJoin(topic, eq(topic.id, webhook.topicId))
        .orderBy(asc(webhook.id));
      return rows.map((row) => ({ ...row.webhook, topic: row.topic }));
    },
    /** The latest tries of one, the latest first. */
    deliveries: (id: number, limit: number): Promise<WebhookDelivery[]> | WebhookDelivery[] =>
      db
        .select()
        .from(webhookDelivery)
        .where(eq(webhookDelivery.webhookId, id))
        .orderBy(desc(webhookDelivery.id))
        .limit(limit),
  };
}
