import { Hono } from "hono";
import type { Logger } from "./log.ts";

/** How long the store may take to answer before it counts as unavailable, in milliseconds. */
const READY_WITHIN = 2_000;

/** What the health endpoints report on. */
export interface Health {
  readonly logger: Logger;
  /** Throws when the store does not answer. */
  readonly ready: () => Promise<void> | void;
  readonly stopping: () => boolean;
}

/**
 * `live` answers while the process does; `ready` is 503 while requests should go elsewhere, because the server is
 * stopping or its store does not answer.
 */
export function healthRoutes({ logger, ready, stopping }: Health): Hono {
  const routes = new Hono();
  routes.use(async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
  });
  routes.get("/live", (context) => context.json({ status: "ok" }));
  routes.get("/ready", async (context) => {
    if (stopping()) return context.json({ status: "unavailable", reason: "The server is stopping." }, 503);
    try {
      await inTime(ready, READY_WITHIN);
      return context.json({ status: "ok" });
    } catch (error) {
      logger.warn({ err: error }, "not ready");
      return context.json({ status: "unavailable", reason: "The store does not answer." }, 503);
    }
  });
  return routes;
}

async function inTime(work: () => Promise<void> | void, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
