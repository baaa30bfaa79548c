import type { Config } from "../config.ts";
import { createContext } from "../graphql/context.ts";
import { EXAMPLE_QUERIES } from "../graphql/examples.ts";
import { schema } from "../graphql/schema.ts";
import { createApp } from "../server/app.ts";
import { type Listening, listen } from "../server/listen.ts";
import { createLogger } from "../server/log.ts";
import { stopOnSignals } from "../server/stop-on-signals.ts";
import { openStore } from "../store/open.ts";
import { seedStory } from "./seed.ts";
import { packageVersion } from "./version.ts";

/** Runs the server until it is told to stop. With `demo`, an empty store is given the story that ships with us. */
export async function serve(config: Config, { demo }: { readonly demo: boolean }): Promise<void> {
  const logger = createLogger(config.logLevel);
  const store = await openStore(config.databasePath);
  let server: Listening;
  try {
    if (demo && (await store.isEmpty())) {
      const { created } = await seedStory(store);
      logger.info({ created }, "put the demo story on record");
    }
    const app = createApp({
      schema,
      createContext: () => createContext(store, () => new Date()),
      ready: () => store.ping(),
      logger,
      graphiql: config.graphiql,
      exampleTabs: EXAMPLE_QUERIES,
      version: packageVersion(),
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
