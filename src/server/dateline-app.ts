import { identifyByHeader, secretIn } from "../access/identify.ts";
import { KeyUse } from "../access/key-use.ts";
import { closeSession, identifyByToken, SESSION_LASTS } from "../access/sessions.ts";
import { signIn } from "../access/sign-in.ts";
import { utcDay } from "../domain/day.ts";
import { percentDecoded } from "../domain/percent-decoded.ts";
import { DEFAULT_LIMITS, type RequestLimits } from "../domain/request-limits.ts";
import type { Fetching } from "../edit/articles.ts";
import { createContext } from "../graphql/context.ts";
import { EXAMPLE_QUERIES } from "../graphql/examples.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import { tokenIn } from "../web/desk/session.ts";
import { type App, createApp } from "./app.ts";
import type { PublicAccess } from "./dependencies.ts";
import type { Logger } from "./log.ts";
import type { Authenticate } from "./who-asks.ts";

/** What the server that ships needs to know. */
export interface DatelineAppOptions extends PublicAccess {
  readonly logger: Logger;
  /** Those left out are the defaults. */
  readonly limits?: Partial<RequestLimits>;
  /** Whether browsers that open `/graphql` are served GraphiQL. */
  readonly graphiql: boolean;
  /** What fetches articles that editors give by their addresses; without it, nothing is fetched. */
  readonly fetching?: Fetching;
  /** The clock. */
  readonly now: () => Date;
  /** The origin under which readers reach this server, where it is known. */
  readonly publicUrl?: string | undefined;
  /** Whether plain requests are answered faster. On unless it says otherwise. */
  readonly fastPath?: boolean;
  /** What kept answers may take in memory, in bytes; 0 for none. */
  readonly cacheBytes?: number;
}

/** What kept answers take in memory where nothing is said, in bytes. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** The server that ships, over a store and without a port. */
export function createDatelineApp(
  store: Store,
  {
    logger,
    limits,
    graphiql,
    fetching = null,
    now,
    publicUrl,
    fastPath = true,
    cacheBytes = CACHE_BYTES,
    ...access
  }: DatelineAppOptions,
): App {
  const use = new KeyUse(store, (error) => logger.warn({ err: error }, "the use of a key was not noted"));
  const identifying = { store, use, now };
  const authenticate: Authenticate = ({ url, headers }) => {
    // Programs show keys. Browsers send their cookie along unasked, which therefore counts for pages alone.
    const path = percentDecoded(new URL(url).pathname);
    const token = path.startsWith("/graphql") ? null : tokenIn(headers.get("cookie"));
    const shown = headers.get("authorization");
    return token !== null && secretIn(shown) === null
      ? identifyByToken(token, identifying)
      : identifyByHeader(shown, identifying);
  };
  const desk = {
    doors: {
      open: (key: string, client: string) => signIn(key, client, identifying),
      close: (token: string) => closeSession(token, store),
      lastsMs: SESSION_LASTS,
    },
    fetching,
  };
  const app = createApp({
    ...access,
    authenticate,
    schema,
    createContext: (request) => createContext(store, now, request, { fetching }),
    ready: () => store.ping(),
    async pages() {
      const { closedPage, faultPage, pageRoutes } = await import("../web/routes.tsx");
      const routes = pageRoutes(store, now, { publicUrl, desk });
      return { routes, fault: faultPage, refused: closedPage };
    },
    logger,
    limits: { ...DEFAULT_LIMITS, ...limits },
    graphiql,
    exampleTabs: EXAMPLE_QUERIES,
    fast: fastPath
      ? {
          cacheBytes,
          state() {
            const version = store.version();
            // What is overdue depends on the day.
            const onDay = (known: string | null) => known && `${known} ${utcDay(now())}`;
            return version instanceof Promise ? version.then(onDay) : onDay(version);
          },
        }
      : undefined,
  });
  return {
    ...app,
    async close() {
      await app.close();
      await use.settled();
    },
  };
}
