import type { Config } from "../config.ts";
import { createDatelineApp } from "../server/dateline-app.ts";
import { type Listening, listen } from "../server/listen.ts";
import { createLogger } from "../server/log.ts";
import { stopOnSignals } from "../server/stop-on-signals.ts";
import { openStore } from "../store/open.ts";
import { seedStory } from "./seed.ts";

/** Runs the server until it is told to stop. With `demo`, an empty store is given the story that ships with us. */
export async function serve(config: Config, { demo }: { readonly demo: boolean }): Promise<void> {
  const logger = createLogger(config.logLevel);
  const store = await openStore(config.database, {
    notice: (message, error) => (error ? logger.warn({ err: error }, message) : logger.info(message)),
  });
  let server: Listening;
  try {
    if (demo && (await store.isEmpty())) {
      const { created } = await seedStory(store);
      logger.info({ created }, "put the demo story on record");
    }
    const app = createDatelineApp(store, {
      logger,
      limits: config.limits,
      graphiql: config.graphiql,
      now: () => new Date(),
    });
    server = await listen(app, { ...config, logger });
  } catch (error) {
    await store.close();
    throw error;
  }
  stopOnSignals(
    async () => {
      await server.close();
      await store.close();
    },
    { logger },
  );
  process.stdout.write(
    `Dateline is running at ${server.url}\n` +
      (config.graphiql ? `Ask it something at ${server.url.replace(/\/$/, "")}/graphql\n` : "") +
      "Press Ctrl-C to stop.\n",
  );
}
