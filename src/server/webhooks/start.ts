import { randomUUID } from "node:crypto";
import type { Store } from "../../store/open.ts";
import { leaseDue, releaseLeases, waitsUntil } from "../../store/webhook-lease.ts";
import type { Logger } from "../log.ts";
import { type Delivering, deliver } from "./deliver.ts";

/** Webhooks that one process delivers to at once. */
const AT_ONCE = 8;

/** How long one try may take, in milliseconds. */
const TIMEOUT = 15_000;

/** How long others leave a webhook to a process that says nothing more, in milliseconds: after a crash, it waits for so long. */
const LEASE = 3 * TIMEOUT;

/** However quiet it is, the table is looked at so often, in milliseconds: whoever adds a webhook or a retry writes no change. */
const LONGEST_WAIT = 60_000;

/** In milliseconds: what was written just before it was looked may show itself a moment later. */
const SHORTEST_WAIT = 50;

/** What delivering needs to know. */
export interface WebhookOptions {
  readonly logger: Logger;
  /** Whether addresses of private networks are told too. */
  readonly allowPrivate: boolean;
  /** For tests; what is left out is right. */
  readonly timing?: Partial<Pick<Delivering, "now" | "random" | "timeoutMs" | "leaseMs">>;
}

/** Deliveries that run. */
export interface Webhooks {
  /** Breaks off what is being sent, which is then sent again by whoever delivers next, and gives back all leases. */
  stop(): Promise<void>;
}

/** Delivers changes to webhooks whenever something is written or a retry is due, until it is stopped. */
export function startWebhooks(store: Store, { logger, allowPrivate, timing = {} }: WebhookOptions): Webhooks {
  const stopping = new AbortController();
  const delivering: Delivering = {
    store,
    owner: randomUUID(),
    now: () => new Date(),
    random: Math.random,
    timeoutMs: TIMEOUT,
    leaseMs: LEASE,
    ...timing,
    allowPrivate,
    signal: stopping.signal,
    notice: (
      { key, url },
      reason, // Of its address no more: the rest may hold a secret.
    ) => logger.warn({ webhook: key, origin: new URL(url).origin, reason }, "webhook not delivered"),
  };
  const running = new Map<number, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;

  const look = (): void => {
    if (stopping.signal.aborted) return;
    lookAgain = looking !== undefined;
    looking ??= lookOnce()
      .catch((error) => logger.error({ err: error }, "could not look for webhooks that are due"))
      .finally(() => {
        looking = undefined;
        if (lookAgain) look();
      });
  };
  const lookOnce = async () => {
    const limit = AT_ONCE - running.size;
    const due = limit === 0 ? [] : await leaseDue(store, delivering, { known: [...running.keys()], limit });
    for (const webhook of due) {
      const run = deliver(webhook, delivering)
        .catch((error) => {
          if (!stopping.signal.aborted)
            logger.error({ err: error, webhook: webhook.key }, "webhook broken off");
        })
        .finally(() => {
          running.delete(webhook.id);
          look();
        });
      running.set(webhook.id, run);
    }
    clearTimeout(timer);
    // Whoever is done looks again by itself.
    const wait = running.size === AT_ONCE ? LONGEST_WAIT : await nextLook(store, delivering, running);
    timer = setTimeout(look, wait).unref();
  };

  const unwatch = store.watch(look);
  look();
  const stop = async () => {
    stopping.abort();
    unwatch();
    await looking;
    clearTimeout(timer);
    await Promise.all(running.values());
    await releaseLeases(store, delivering.owner);
  };
  let stopped: Promise<void> | undefined;
  return {
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** How long nothing is due that this process has not in hand, in milliseconds. */
async function nextLook(store: Store, { now }: Delivering, running: ReadonlyMap<number, unknown>) {
  const last = await store.changes.last();
  const at = now().getTime();
  const waits = (await store.webhooks.all())
    .filter((webhook) => !running.has(webhook.id))
    .map((webhook) => waitsUntil(webhook, last))
    .filter((time) => time !== null)
    .map((time) => time.getTime() - at);
  return Math.min(LONGEST_WAIT, ...waits.map((wait) => Math.max(wait, SHORTEST_WAIT)));
}
