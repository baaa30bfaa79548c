import { once } from "../domain/once.ts";
import type { AppDependencies } from "./dependencies.ts";
import { createFastPath, type FastPath } from "./fast/fast-path.ts";
import type { PlainApp } from "./fast/listener.ts";
import { Subscriptions } from "./subscriptions.ts";

/** A server without a port. */
export interface App {
  /** @param address where the request comes from, as the connection says */
  fetch(request: Request, address?: string): Promise<Response>;
  /** What answers plain requests before they become a Request; see `fastListener`. */
  readonly plain?: PlainApp;
  /**
   * Reports unready from now on, cuts subscriptions off, and waits until the requests that are running have been
   * answered.
   */
  close(): Promise<void>;
}

/** Puts the server together. Nothing listens yet: see `listen`. */
export function createApp<Context extends object>(dependencies: AppDependencies<Context>): App {
  let running = 0;
  let stopped: { promise: Promise<void>; resolve: () => void } | undefined;
  const subscriptions = new Subscriptions(dependencies.limits.subscriptionsPerClient);
  const fast = fastPathOf(dependencies);
  const routes = once(async () => {
    const { createRoutes } = await import("./routes.ts");
    return createRoutes(dependencies, subscriptions, () => stopped !== undefined);
  });
  const counted = async <T>(answer: () => T | Promise<T>): Promise<T> => {
    running += 1;
    try {
      return await answer();
    } finally {
      running -= 1;
      if (running === 0) stopped?.resolve();
    }
  };
  return {
    fetch: (request, address = "") => counted(async () => (await routes()).fetch(request, { address })),
    ...(fast && { plain: { takes: fast.takes, answer: (request) => counted(() => fast.answer(request)) } }),
    close() {
      if (stopped === undefined) {
        let resolve = () => {};
        const promise = new Promise<void>((done) => {
          resolve = done;
        });
        stopped = { promise, resolve };
        subscriptions.close();
        if (running === 0) resolve();
      }
      return stopped.promise;
    },
  };
}

function fastPathOf<Context extends object>({
  fast,
  ...settings
}: AppDependencies<Context>): FastPath | undefined {
  const { corsOrigins = "*", persisted, anonymousRead = true } = settings;
  // It answers strangers: where they may not read, there is nothing for it to do.
  if (fast === undefined || !anonymousRead) return undefined;
  return createFastPath({ ...settings, corsOrigins, persisted, answers: fast });
}
