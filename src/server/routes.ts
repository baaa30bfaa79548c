import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { requestId } from "hono/request-id";
import { mayAct } from "../domain/access.ts";
import { packagePath } from "../package-root.ts";
import { accessLog } from "./access-log.ts";
import { type Connection, cameSecurely, clientAddress } from "./client-address.ts";
import { type AppDependencies, MAX_BODY_BYTES, MAX_BODY_BYTES_OF_EDITORS } from "./dependencies.ts";
import { graphiqlHandler } from "./graphiql.ts";
import { createGraphQLHandler } from "./graphql-handler.ts";
import { healthRoutes } from "./health.ts";
import { limitBody } from "./limit-body.ts";
import { refuseForms } from "./refuse-forms.ts";
import { errorResponse, wantsHtml } from "./responses.ts";
import type { Subscriptions } from "./subscriptions.ts";
import { type RequestVariables, whoAsks } from "./who-asks.ts";

const GRAPHIQL_IS_OFF =
  "This is Dateline's GraphQL endpoint. Send queries by POST, or by GET with ?query=...\n" +
  "GraphiQL is switched off on this server: whoever runs it can turn it on with GRAPHIQL=true.\n";

const GRAPHIQL_CANNOT_RUN =
  "This is Dateline's GraphQL endpoint. It runs only operations that are registered on it: ask for one by POST with\n" +
  '{"documentId": "..."}, or by GET with ?documentId=...\n';

/** All that is served, in the ordinary way. Loaded with the first request that needs it. */
export async function createRoutes<Context extends object>(
  {
    schema,
    createContext,
    ready,
    logger,
    limits,
    pages: loadPages,
    exampleTabs,
    ...access
  }: AppDependencies<Context>,
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
  const pages = await loadPages?.();

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
      isLetIn: async () => !("refused" in ((await authenticate?.(context.req.raw)) ?? {})),
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
