import type { Config } from "../config.ts";
import { guardedFetch } from "../edit/guarded-fetch.ts";
import { schema } from "../graphql/schema.ts";
import { createDatelineApp } from "../server/dateline-app.ts";
import { type Listening, listen } from "../server/listen.ts";
import { createLogger } from "../server/log.ts";
import type { PersistedSettings } from "../server/persisted/operation.ts";
import { readPersistedOperations } from "../server/persisted/read-operations.ts";
import { stopOnSignals } from "../server/stop-on-signals.ts";
import { startWebhooks } from "../server/webhooks/start.ts";
import { openStore } from "../store/open.ts";
import { seedStory } from "./seed.ts";

/** Runs the server until it is told to stop. With `demo`, an empty store is given the story that ships with us. */
export async function serve(config: Config, { demo }: { readonly demo: boolean }): Promise<void> {
  const logger = createLogger(config.logLevel);
  const persisted = await registered(config.persisted);
  const store = await openStore(config.database, {
    notice: (message, error) => (error ? logger.warn({ err: error }, message) : logger.info(message)),
  });
  let server: Listening;
  try {
    if (demo && (await store.isEmpty())) {
      const { created } = await seedStory(store);
      logger.info({ created }, "put the demo story on record");
    }
    const { graphiql, introspection, corsOrigins, trustedProxies, anonymousRead, limits } = config;
    const access = { graphiql, introspection, corsOrigins, trustedProxies, anonymousRead, persisted };
    const fetching =
      config.fetchUrls === "false"
        ? null
        : { fetch: guardedFetch({ allowPrivate: config.fetchUrls === "private" }) };
    const app = createDatelineApp(store, { ...access, limits, logger, fetching, now: () => new Date() });
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
    { logger },
  );
  process.stdout.write(
    `Dateline is running at ${server.url}\n` +
      (config.graphiql && !persisted?.only
        ? `Ask it something at ${server.url.replace(/\/$/, "")}/graphql\n`
        : "") +
      "Press Ctrl-C to stop.\n",
  );
}

async function registered(config: Config["persisted"]): Promise<PersistedSettings | undefined> {
  if (config === undefined) return undefined;
  const { path, only, maxAgeSeconds } = config;
  return { operations: await readPersistedOperations(path, schema), only, maxAgeSeconds };
}
