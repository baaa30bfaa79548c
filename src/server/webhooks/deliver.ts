import { GIVE_UP_AFTER, retryDelay } from "../../domain/webhook-retry.ts";
import { packageVersion } from "../../package-root.ts";
import type { Store } from "../../store/open.ts";
import { advance, type Deliverer, type Progress } from "../../store/webhook-lease.ts";
import type { Webhook } from "../../store/webhooks.ts";
import { type Message, nextStretch } from "./message.ts";
import { type PostSettings, post } from "./post.ts";
import { signedHeaders } from "./sign.ts";

/** What delivering takes from outside. */
export interface Delivering extends Deliverer, PostSettings {
  readonly store: Store;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Called with what did not go well. */
  readonly notice: (webhook: Webhook, reason: string) => void;
}

/** Taking one message ends what failed before. */
const TAKEN: Progress = { messageEnd: null, failures: 0, failingSince: null, nextAt: null };

/**
 * Tells a webhook that was leased everything that it has not been told, message after message in the order of the log, until
 * there is no more, one is not taken, or the lease is lost.
 *
 * @throws whatever the store throws, and what aborted `signal`
 */
export async function deliver(webhook: Webhook, delivering: Delivering): Promise<void> {
  const { store, now, signal } = delivering;
  for (let current = webhook; ; ) {
    signal.throwIfAborted();
    const stretch = await nextStretch(store, current, now);
    if (stretch === null) {
      await advance(store, current, delivering, { progress: {}, keep: false });
      return;
    }
    const { message, end } = stretch;
    const progress =
      message === null ? await skip(current, end, delivering) : await tell(current, message, end, delivering);
    if (progress === null) return;
    current = { ...current, ...progress };
  }
}

/** Passes over what does not concern a webhook. Null where the lease is lost. */
async function skip(webhook: Webhook, end: number, delivering: Delivering): Promise<Progress | null> {
  const progress = { ...TAKEN, position: end };
  return (await advance(delivering.store, webhook, delivering, { progress, keep: true })) ? progress : null;
}

/** Tries one message. Null where it was not taken, or the lease is lost. */
async function tell(
  webhook: Webhook,
  message: Message,
  end: number,
  delivering: Delivering,
): Promise<Progress | null> {
  const { store, now } = delivering;
  // Written first: whoever tries it again, after a crash too, sends the same.
  const held = await advance(store, webhook, delivering, { progress: { messageEnd: end }, keep: true });
  if (!held) return null;
  const at = now();
  const headers = {
    ...signedHeaders(webhook.secret, message.id, at, message.body),
    "user-agent": `dateline-server/${packageVersion()}`,
  };
  const { status, reason, retryAfterMs } = await post(webhook.url, message.body, headers, delivering);
  const took = Math.max(0, now().getTime() - at.getTime());
  const delivery = { at, message: message.id, changes: message.changes, status, reason, took };
  if (reason === null) {
    const progress = { ...TAKEN, position: end };
    return (await advance(store, webhook, delivering, { progress, delivery, keep: true })) ? progress : null;
  }
  delivering.notice(webhook, reason);
  const progress = afterFailure(webhook, { status, retryAfterMs }, delivering);
  await advance(store, webhook, delivering, { progress, delivery, keep: false });
  return null;
}

function afterFailure(
  webhook: Webhook,
  { status, retryAfterMs }: { readonly status: number | null; readonly retryAfterMs: number },
  { now, random }: Delivering,
): Progress {
  const at = now().getTime();
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? new Date(at);
  // 410: the receiver says that there is nobody any more.
  const givenUp = status === 410 || at - failingSince.getTime() >= GIVE_UP_AFTER;
  const delay = Math.max(retryDelay(failures, random()), retryAfterMs);
  return {
    failures,
    failingSince,
    nextAt: givenUp ? null : new Date(at + delay),
    stoppedAt: givenUp ? new Date(at) : null,
  };
}
