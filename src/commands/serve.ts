import type { Config } from "../config.ts";
import { guardedFetch } from "../edit/guarded-fetch.ts";
import { schema } from "../graphql/schema.ts";
import { createDatelineApp } from "../server/dateline-app.ts";
import { type Listening, listen, urlOf } from "../server/listen.ts";
import { createLogger, type Logger } from "../server/log.ts";
import type { PersistedSettings } from "../server/persisted/operation.ts";
import { readPersistedOperations } from "../server/persisted/read-operations.ts";
import { type SignalSource, stopOnSignals } from "../server/stop-on-signals.ts";
import { startWebhooks } from "../server/webhooks/start.ts";
import { openStore, type Store } from "../store/open.ts";

/** How the server is run. */
export interface ServeOptions {
  /** Whether an empty store is given the story that ships with us. */
  readonly demo: boolean;
  /** What stops it, and who says where it runs: another process, where it is one of several. */
  readonly worker?: { readonly signals: SignalSource };
}

/** Runs the server until it is told to stop. */
export async function serve(config: Config, { demo, worker }: ServeOptions): Promise<void> {
  const logger = createLogger(config.logLevel);
  const persisted = await registered(config.persisted);
  const store = await openStore(config.database, {
    notice: (message, error) => (error ? logger.warn({ err: error }, message) : logger.info(message)),
  });
  let server: Listening;
  try {
    if (demo) await seedIfEmpty(store, logger);
    const { graphiql, introspection, corsOrigins, trustedProxies, anonymousRead, limits } = config;
    const { fastPath, cacheBytes, publicUrl } = config;
    const access = { graphiql, introspection, corsOrigins, trustedProxies, anonymousRead, persisted };
    const fetching =
      config.fetchUrls === "false"
        ? null
        : { fetch: guardedFetch({ allowPrivate: config.fetchUrls === "private" }) };
    const app = createDatelineApp(store, {
      ...access,
      limits,
      logger,
      fastPath,
      cacheBytes,
      publicUrl,
      fetching,
      now: () => new Date(),
    });
    server = await listen(app, { ...config, logger });
  } catch (error) {
    await store.close();
    throw error;
  }
  const webhooks = startWebhooks(store, { logger, allowPrivate: config.webhooksPrivate });
  stopOnSignals(
    async () => {
      await Promise.all([server.close(), webhooks.stop()]);
      await store.close();
    },
    { logger, ...(worker && { source: worker.signals }) },
  );
  if (worker === undefined) announce(config, server.port);
}

/** Says where the server runs. */
export function announce({ host, graphiql, persisted }: Config, port: number): void {
  const url = urlOf(host, port);
  process.stdout.write(
    `Dateline is running at ${url}\n` +
      (graphiql && !persisted?.only ? `Ask it something at ${url}/graphql\n` : "") +
      "Press Ctrl-C to stop.\n",
  );
}

/** Gives an empty store the story that ships with us. */
export async function seedIfEmpty(store: Store, logger: Logger): Promise<void> {
  if (!(await store.isEmpty())) return;
  const { seedStory } = await import("./seed.ts");
  const { created } = await seedStory(store);
  logger.info({ created }, "put the demo story on record");
}

async function registered(config: Config["persisted"]): Promise<PersistedSettings | undefined> {
  if (config === undefined) return undefined;
  const { path, only, maxAgeSeconds } = config;
  return { operations: await readPersistedOperations(path, schema), only, maxAgeSeconds };
}
