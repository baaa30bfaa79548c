import type { GraphQLSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import type { RequestLimits } from "../domain/request-limits.ts";
import type { RequestState } from "../graphql/context.ts";
import { timeoutResponse, withDeadline } from "./deadline.ts";
import { documentCaches } from "./document-cache.ts";
import { errorCodes, type RequestContext } from "./error-codes.ts";
import { forCaches } from "./http-cache.ts";
import { withoutIntrospection } from "./introspection.ts";
import type { Logger } from "./log.ts";
import type { PersistedSettings } from "./persisted/operation.ts";
import { persistedOperations } from "./persisted/plugin.ts";
import { queryLimits } from "./query-limits.ts";
import { serverSentEvents } from "./server-sent-events.ts";
import { stopWithRequest } from "./stop-with-request.ts";
import type { Subscriptions } from "./subscriptions.ts";

/** What the GraphQL endpoint is made of. */
export interface GraphQLEndpoint<Context extends object> {
  readonly schema: GraphQLSchema;
  /** Called for each request: loaders must not outlive it. */
  readonly createContext: (request: RequestState) => Context;
  readonly logger: Logger;
  /** Whether queries may ask for the schema. */
  readonly introspection: boolean;
  /** The operations that may be asked for by id. */
  readonly persisted: PersistedSettings | undefined;
  readonly limits: RequestLimits;
  readonly subscriptions: Subscriptions;
}

/** Answers one request, whose id goes into what is logged and answered about faults. */
export type GraphQLHandler = (
  request: Request,
  from: Pick<RequestContext, "requestId" | "client" | "viewer" | "isLetIn">,
) => Promise<Response>;

/**
 * GraphQL over HTTP, without what the server in front of it does: the size of requests, CORS, GraphiQL and the access log.
 */
export function createGraphQLHandler<Context extends object>({
  schema,
  createContext,
  logger,
  limits,
  introspection,
  persisted,
  subscriptions,
}: GraphQLEndpoint<Context>): GraphQLHandler {
  const yoga = createYoga<RequestContext, Context>({
    schema,
    context: ({ signal, resumeAfter, asked, viewer }) =>
      createContext({
        signal,
        resumeAfter,
        viewer,
        passed: (cursor) => {
          asked.cursor = cursor;
        },
        telling: (cursor) => {
          asked.telling = cursor;
        },
      }),
    plugins: [
      // Before errors are presented, so that suggestions are whole when they are taken out.
      introspection && !persisted?.only ? {} : withoutIntrospection(),
      persistedOperations(persisted),
      errorCodes(logger),
      queryLimits(limits),
      stopWithRequest(),
      serverSentEvents(subscriptions),
    ],
    parserAndValidationCache: documentCaches(),
    maskedErrors: false,
    batching: false,
    multipart: false,
    cors: false,
    // yoga's own kind of Response would be copied into this one on the way out.
    fetchAPI: { Response },
    graphiql: false,
    landingPage: false,
    maxRequestBodySize: false,
    // Cannot be turned off, answers any URL that ends in it (`?query=/health` too): a URL never ends in a space.
    healthCheckEndpoint: " ",
    logging: {
      debug: () => undefined,
      info: (...details: unknown[]) => logger.debug({ details }, "yoga"),
      warn: (...details: unknown[]) => logger.warn({ details }, "yoga"),
      error: (error: unknown) => logger.error({ err: error }, "yoga"),
    },
  });
  return (request, from) => {
    const { viewer } = from;
    const accept = request.headers.get("accept");
    const resumeAfter = request.headers.get("last-event-id");
    return withDeadline(
      async (signal) => {
        const context: RequestContext = { ...from, signal, resumeAfter, asked: {} };
        const response = await yoga.handleRequest(request, context);
        const cacheable = request.method === "GET" && context.asked.answeredWhole && isJson(response);
        return cacheable ? forCaches(request, response, persisted?.maxAgeSeconds ?? 0, viewer) : response;
      },
      {
        timeoutMs: limits.requestTimeoutMs,
        expired: (error) => timeoutResponse(error, accept),
        discard: (late) => late.body?.cancel(),
      },
    );
  };
}

/** A client may ask for events even where there is one answer. */
function isJson(response: Response): boolean {
  return response.status === 200 && /^application\/\S*json/.test(response.headers.get("content-type") ?? "");
}
