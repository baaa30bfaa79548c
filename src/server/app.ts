import { readFile } from "node:fs/promises";
import type { GraphQLSchema } from "graphql";
import { Hono, type Context as HonoContext } from "hono";
import { cors } from "hono/cors";
import { requestId } from "hono/request-id";
import { mayAct } from "../domain/access.ts";
import type { RequestLimits } from "../domain/request-limits.ts";
import type { RequestState } from "../graphql/context.ts";
import { packagePath } from "../package-root.ts";
import type { PageVariables } from "../web/page-variables.ts";
import { accessLog } from "./access-log.ts";
import { type Connection, cameSecurely, clientAddress } from "./client-address.ts";
import { graphiqlHandler } from "./graphiql.ts";
import type { ExampleTab } from "./graphiql-page.ts";
import { createGraphQLHandler } from "./graphql-handler.ts";
import { healthRoutes } from "./health.ts";
import { limitBody } from "./limit-body.ts";
import type { Logger } from "./log.ts";
import type { PersistedSettings } from "./persisted/operation.ts";
import { refuseForms } from "./refuse-forms.ts";
import { errorResponse, wantsHtml } from "./responses.ts";
import { Subscriptions } from "./subscriptions.ts";
import { type Authenticate, type RequestVariables, whoAsks } from "./who-asks.ts";

/** The largest request body that is read, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** The same for editors, who send whole pages. */
export const MAX_BODY_BYTES_OF_EDITORS = 5 * 1024 * 1024;

const GRAPHIQL_IS_OFF =
  "This is Dateline's GraphQL endpoint. Send queries by POST, or by GET with ?query=...\n" +
  "GraphiQL is switched off on this server: whoever runs it can turn it on with GRAPHIQL=true.\n";

const GRAPHIQL_CANNOT_RUN =
  "This is Dateline's GraphQL endpoint. It runs only operations that are registered on it: ask for one by POST with\n" +
  '{"documentId": "..."}, or by GET with ?documentId=...\n';

/** What others may do here; what is left out is open. */
export interface PublicAccess {
  /** Whether queries may ask for the schema. */
  readonly introspection?: boolean;
  /** The origins whose pages may read what is here, or "*" for any. */
  readonly corsOrigins?: "*" | readonly string[];
  /** The operations that may be asked for by id. */
  readonly persisted?: PersistedSettings | undefined;
  /** How many proxies stand before this server, whose word on a client's address is taken. */
  readonly trustedProxies?: number;
  /** Whether those who are not known may read. */
  readonly anonymousRead?: boolean;
}

/** What the server is made of. */
export interface AppDependencies<Context extends object> extends PublicAccess {
  readonly schema: GraphQLSchema;
  /** Called for each GraphQL request: loaders must not outlive it. */
  readonly createContext: (request: RequestState) => Context;
  /** Finds out who asks; without it, everybody is a stranger. */
  readonly authenticate?: Authenticate;
  /** Throws when the store does not answer. */
  readonly ready: () => Promise<void> | void;
  readonly logger: Logger;
  readonly limits: RequestLimits;
  /** Whether browsers that open `/graphql` are served GraphiQL. */
  readonly graphiql: boolean;
  /**
   * The pages for readers, and those that tell them of a fault, and that they may not read; without them, `/` leads to
   * `/graphql`.
   */
  readonly pages?: {
    readonly routes: Hono<{ Variables: PageVariables }>;
    fault(context: HonoContext): Response | Promise<Response>;
    refused(context: HonoContext, why: string): Response | Promise<Response>;
  };
  /** The tabs that GraphiQL opens with, the first of them in front. */
  readonly exampleTabs: readonly ExampleTab[];
}

/** A server without a port. */
export interface App {
  /** @param address where the request comes from, as the connection says */
  fetch(request: Request, address?: string): Promise<Response>;
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
  const routes = createRoutes(dependencies, subscriptions, () => stopped !== undefined);
  return {
    async fetch(request, address = "") {
      running += 1;
      try {
        return await routes.fetch(request, { address });
      } finally {
        running -= 1;
        if (running === 0) stopped?.resolve();
      }
    },
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

function createRoutes<Context extends object>(
  { schema, createContext, ready, logger, limits, pages, exampleTabs, ...access }: AppDependencies<Context>,
  subscriptions: Subscriptions,
  stopping: () => boolean,
) {
  const app = new Hono<{ Variables: RequestVariables; Bindings: Connection }>();
  const { introspection = true, corsOrigins = "*", persisted } = access;
  // GraphiQL sends queries of its own, which a server of registered operations does not run.
  const persistedOnly = persisted?.only ?? false;
  const graphiql = access.graphiql && !persistedOnly;
  const answer = createGraphQLHandler({
    schema,
    createContext,
    logger,
    limits,
    introspection,
    persisted,
    subscriptions,
  });
  const limitOfOthers = limitBody(MAX_BODY_BYTES);
  const limitOfEditors = limitBody(MAX_BODY_BYTES_OF_EDITORS);
  const serveGraphiql = graphiqlHandler(exampleTabs);

  app.use(requestId({ limitLength: 64 }), accessLog(logger), async (context, next) => {
    await next();
    context.header("x-content-type-options", "nosniff");
  });

  app.use((context, next) => {
    const { url, headers } = context.req.raw;
    const trusted = access.trustedProxies ?? 0;
    context.set("client", clientAddress(context.env.address, headers, trusted));
    context.set("secure", cameSecurely(url, headers, trusted));
    return next();
  });

  // A page of these origins may read what is public here; no cookie and no other credential goes along.
  const crossOrigin = (allowMethods: string[]) =>
    cors({
      origin: corsOrigins === "*" ? corsOrigins : [...corsOrigins],
      allowMethods,
      exposeHeaders: ["x-request-id"],
      maxAge: 86_400,
    });
  // Where exports are: a timeline elsewhere reads its events from here.
  app.use("/topics/*", crossOrigin(["GET"]));
  app.use("/graphql", crossOrigin(["GET", "POST"]));
  const { authenticate, anonymousRead = true } = access;
  app.use(whoAsks({ authenticate, anonymousRead, page: pages?.refused }));
  app.use(
    "/graphql",
    async (context, next) => {
      await next();
      if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
    },
    refuseForms(),
    (context, next) => {
      const isEditor = mayAct(context.get("viewer"), "EDITOR");
      return (isEditor ? limitOfEditors : limitOfOthers)(context, next);
    },
  );
  app.get("/graphql", async (context, next) => {
    const asks = (name: string) => context.req.query(name) !== undefined;
    if (!wantsHtml(context) || asks("documentId") || asks("extensions")) return next();
    if (graphiql) return serveGraphiql(context);
    if (asks("query")) return next();
    return context.text(persistedOnly ? GRAPHIQL_CANNOT_RUN : GRAPHIQL_IS_OFF);
  });
  app.all("/graphql", (context) =>
    answer(context.req.raw, {
      requestId: context.get("requestId"),
      client: context.get("client"),
      viewer: context.get("viewer"),
    }),
  );

  app.get("/readme", async (context, next) => {
    const readme = await readFile(packagePath("README.md"), "utf8").catch(() => undefined);
    return readme === undefined ? next() : context.text(readme);
  });
  app.route("/health", healthRoutes({ ready, logger, stopping }));
  // After what is no page: how pages are cached and compressed holds for everything that comes after.
  if (pages) app.route("/", pages.routes);
  else app.get("/", (context) => context.redirect("/graphql"));

  app.notFound((context) =>
    errorResponse(context, 404, "NOT_FOUND", `There is nothing at ${context.req.path}.`),
  );
  app.onError((error, context) => {
    logger.error({ err: error, requestId: context.get("requestId") }, "unexpected error");
    if (pages && wantsHtml(context)) return pages.fault(context);
    return errorResponse(context, 500, "INTERNAL_SERVER_ERROR", "Internal server error");
  });
  return app;
}
