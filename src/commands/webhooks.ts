import { randomBytes } from "node:crypto";
import type { Config } from "../config.ts";
import { decodeChangeCursor } from "../domain/change-cursor.ts";
import { DatelineError } from "../domain/errors.ts";
import { newSecret } from "../server/webhooks/sign.ts";
import { openStore, type Store } from "../store/open.ts";
import type { ListedWebhook } from "../store/webhooks.ts";
import { addWebhook, removeWebhook, retryWebhook } from "../store/write-webhooks.ts";
import { deliveryLines, webhookLines, webhooksAsJson } from "./webhooks/show.ts";

/** What is said of a webhook when it is added. */
export interface NewWebhook {
  readonly name?: string;
  /** A slug. */
  readonly topic?: string;
  /** A cursor of `changes`, or `start`. */
  readonly since?: string;
}

/** What to do about webhooks. */
export type WebhookTask =
  | ({ readonly do: "add"; readonly url: string } & NewWebhook)
  | { readonly do: "list"; readonly json?: boolean }
  | { readonly do: "remove" | "deliveries"; readonly key: string }
  | { readonly do: "retry"; readonly key: string; readonly since?: string };

/** Deliveries that are listed. */
const LISTED = 20;

/** Opens the store and prints what {@link webhooks} says. */
export async function webhookCommand({ database }: Pick<Config, "database">, task: WebhookTask) {
  const store = await openStore(database);
  try {
    process.stdout.write(await webhooks(store, task, () => new Date()));
  } finally {
    await store.close();
  }
}

/**
 * Does what is to be done about webhooks.
 *
 * @returns what to print
 * @throws DatelineError INVALID_WEBHOOK for an address that is none, a topic or webhook that is not there;
 *   INVALID_CURSOR
 */
export async function webhooks(store: Store, task: WebhookTask, now: () => Date): Promise<string> {
  switch (task.do) {
    case "add":
      return added(store, task, now());
    case "list": {
      const all = await store.webhooks.all();
      const last = await store.changes.last();
      return task.json ? webhooksAsJson(all, last) : webhookLines(all, last);
    }
    case "remove": {
      const webhook = await named(store, task.key);
      await removeWebhook(store, webhook);
      return `Removed ${webhook.key}: nothing is posted to ${webhook.url} any more.\n`;
    }
    case "deliveries":
      return deliveryLines(await store.webhooks.deliveries((await named(store, task.key)).id, LISTED));
    case "retry": {
      const webhook = await named(store, task.key);
      await retryWebhook(store, webhook, task.since === undefined ? null : positionOf(task.since));
      return `${webhook.key} is due now: a server that runs tries it within a minute.\n`;
    }
  }
}

async function added(
  store: Store,
  { url, name, topic, since }: { readonly url: string } & NewWebhook,
  createdAt: Date,
): Promise<string> {
  const key = `wh_${randomBytes(6).toString("hex")}`;
  const secret = newSecret();
  const position = since === undefined ? await store.changes.last() : positionOf(since);
  if (name !== undefined && (await store.webhooks.all()).some((one) => one.name === name)) {
    throw new DatelineError(
      "INVALID_WEBHOOK",
      `There is a webhook "${name}" already; call this one otherwise.`,
    );
  }
  await addWebhook(store, {
    key,
    name: name ?? null,
    url: addressOf(url),
    topicId: topic === undefined ? null : await topicNamed(store, topic),
    secret,
    createdAt,
    position,
  });
  return `Added ${key}. Its secret, which is not shown again:\n\n  ${secret}\n\nCheck signatures with it: docs/webhooks.md.\n`;
}

function addressOf(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new DatelineError("INVALID_WEBHOOK", `"${written}" is no http or https address.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new DatelineError(
      "INVALID_WEBHOOK",
      "The address has a name and password in it, which would stand in lists. Leave them out, and check signatures instead.",
    );
  }
  return url.href;
}

function positionOf(since: string): number {
  return since === "start" ? 0 : decodeChangeCursor(since);
}

async function topicNamed(store: Store, slug: string): Promise<number> {
  const [topic] = await store.topics.bySlug([slug]);
  if (topic !== undefined) return topic.id;
  throw new DatelineError("INVALID_WEBHOOK", `There is no topic "${slug}" on record; check the spelling.`);
}

async function named(store: Store, name: string): Promise<ListedWebhook> {
  const webhook = (await store.webhooks.all()).find((one) => one.key === name || one.name === name);
  if (webhook !== undefined) return webhook;
  throw new DatelineError(
    "INVALID_WEBHOOK",
    `There is no webhook "${name}": \`dateline webhooks list\` shows them.`,
  );
}
