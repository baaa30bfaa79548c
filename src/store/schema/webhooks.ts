import type { Columns } from "./columns-sqlite.ts";
import type { EntityTables } from "./entities.ts";

/** Who is told of changes, and how far each has come. */
export function defineWebhookTables(columns: Columns, { topic }: EntityTables) {
  const { table, id, ref, text, int, instant, index } = columns;

  const webhook = table("webhook", {
    id: id(),
    key: text().notNull().unique(),
    /** What the operator calls it. */
    name: text(),
    url: text().notNull(),
    /** Only what concerns this topic; null for all. */
    topicId: ref().references(() => topic.id),
    /** As it is signed with, which takes the secret itself and not a digest of it. */
    secret: text().notNull(),
    createdAt: instant().notNull(),
    /** The position in the change log up to which everything has been taken. */
    position: ref().notNull(),
    /** The last position of the message that is being tried, so that each try sends the same; null where none is. */
    messageEnd: ref(),
    /** Tries since one was taken. */
    failures: int().notNull(),
    failingSince: instant(),
    /** Not tried again before. */
    nextAt: instant(),
    /** When it was given up; null while it is not. */
    stoppedAt: instant(),
    /** The server process that delivers to it just now, and until when nobody else does. */
    leasedBy: text(),
    leasedUntil: instant(),
  });

  /** The latest tries, for whoever looks for what went wrong. */
  const webhookDelivery = table(
    "webhook_delivery",
    {
      id: id(),
      webhookId: ref()
        .notNull()
        .references(() => webhook.id),
      at: instant().notNull(),
      /** Id of the message. */
      message: text().notNull(),
      /** How many changes it told. */
      changes: int().notNull(),
      /** HTTP status; null where there was no answer. */
      status: int(),
      /** Why it failed; null where it was taken. */
      reason: text(),
      /** How long the answer took, in milliseconds. */
      took: int().notNull(),
    },
    (t) => [index("webhook_delivery_webhook").on(t.webhookId, t.id)],
  );

  return { webhook, webhookDelivery };
}
