import type { ListedWebhook, WebhookDelivery } from "../../store/webhooks.ts";
import { count } from "../words.ts";

/** How a webhook fares. */
type State = "active" | "failing" | "given up";

/** Webhooks as people read them: two lines for each. */
export function webhookLines(webhooks: readonly ListedWebhook[], last: number): string {
  if (webhooks.length === 0) return "There is no webhook. Add one: dateline webhooks add URL\n";
  return webhooks.map((webhook) => `${titleOf(webhook)}\n  ${fares(webhook, last)}\n`).join("");
}

/** Webhooks for programs, one JSON object a line; without their secrets. */
export function webhooksAsJson(webhooks: readonly ListedWebhook[], last: number): string {
  return webhooks
    .map(({ key, name, url, topic, createdAt, failures, failingSince, nextAt, stoppedAt, ...webhook }) => {
      const state = stateOf({ failures, stoppedAt });
      const behind = Math.max(0, last - webhook.position);
      const told = {
        key,
        name,
        url,
        topic,
        state,
        behind,
        failures,
        failingSince,
        nextAt,
        stoppedAt,
        createdAt,
      };
      return `${JSON.stringify(told)}\n`;
    })
    .join("");
}

/** Tries to deliver, a line for each. */
export function deliveryLines(deliveries: readonly WebhookDelivery[]): string {
  if (deliveries.length === 0) return "Nothing has been posted to it yet.\n";
  return deliveries
    .map(({ at, message, changes, status, reason, took }) => {
      const outcome = reason === null ? `taken (${status})` : `failed: ${reason}`;
      return `${at.toISOString()}  ${message}  ${count(changes, "change")}  ${outcome}, ${took} ms\n`;
    })
    .join("");
}

function titleOf({ key, name, url, topic }: ListedWebhook): string {
  return [key, ...(name === null ? [] : [name]), url, ...(topic === null ? [] : [`(${topic})`])].join("  ");
}

function fares(webhook: ListedWebhook, last: number): string {
  const { failures, failingSince, stoppedAt, nextAt } = webhook;
  const behind = last - webhook.position;
  const waiting = behind > 0 ? `; ${count(behind, "change")} or fewer to go` : "";
  switch (stateOf(webhook)) {
    case "given up":
      return `given up ${stoppedAt?.toISOString()} after ${count(failures, "failure")}${waiting}: dateline webhooks retry ${webhook.key}`;
    case "failing":
      return `failing since ${failingSince?.toISOString()}, ${count(failures, "failure")}${waiting}; tried again ${nextAt?.toISOString()}`;
    case "active":
      return `active${waiting}`;
  }
}

function stateOf({ failures, stoppedAt }: Pick<ListedWebhook, "failures" | "stoppedAt">): State {
  if (stoppedAt !== null) return "given up";
  return failures > 0 ? "failing" : "active";
}
