import { DEFAULT_LIMITS, type RequestLimits } from "../domain/request-limits.ts";
import { createContext } from "../graphql/context.ts";
import { EXAMPLE_QUERIES } from "../graphql/examples.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import { faultPage, pageRoutes } from "../web/routes.tsx";
import { type App, createApp, type PublicAccess } from "./app.ts";
import type { Logger } from "./log.ts";

/** What the server that ships needs to know. */
export interface DatelineAppOptions extends PublicAccess {
  readonly logger: Logger;
  /** Those left out are the defaults. */
  readonly limits?: Partial<RequestLimits>;
  /** Whether browsers that open `/graphql` are served GraphiQL. */
  readonly graphiql: boolean;
  /** The clock. */
  readonly now: () => Date;
  /** The origin under which readers reach this server, where it is known. */
  readonly publicUrl?: string | undefined;
}

/** The server that ships, over a store and without a port. */
export function createDatelineApp(
  store: Store,
  { logger, limits, graphiql, now, publicUrl, ...access }: DatelineAppOptions,
): App {
  return createApp({
    ...access,
    schema,
    createContext: (request) => createContext(store, now, request),
    ready: () => store.ping(),
    pages: { routes: pageRoutes(store, now, publicUrl), fault: faultPage },
    logger,
    limits: { ...DEFAULT_LIMITS, ...limits },
    graphiql,
    exampleTabs: EXAMPLE_QUERIES,
  });
}
