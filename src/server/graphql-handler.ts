import type { GraphQLSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import type { RequestLimits } from "../domain/request-limits.ts";
import { withDeadline } from "./deadline.ts";
import { documentCaches } from "./document-cache.ts";
import { errorCodes, type RequestContext } from "./error-codes.ts";
import type { Logger } from "./log.ts";
import { queryLimits } from "./query-limits.ts";
import { readableParameters } from "./readable-parameters.ts";
import { stopWithRequest } from "./stop-with-request.ts";

/** What the GraphQL endpoint is made of. */
export interface GraphQLEndpoint<Context extends object> {
  readonly schema: GraphQLSchema;
  /** Called for each request: loaders must not outlive it. The signal is aborted when the answer is given up. */
  readonly createContext: (signal: AbortSignal) => Context;
  readonly logger: Logger;
  readonly limits: RequestLimits;
}

/**
 * GraphQL over HTTP, without what the server in front of it does: the size of requests, CORS, GraphiQL and the access log.
 *
 * @returns a handler of one request, whose id it puts into what it logs and answers about faults
 */
export function createGraphQLHandler<Context extends object>({
  schema,
  createContext,
  logger,
  limits,
}: GraphQLEndpoint<Context>): (request: Request, requestId: string) => Promise<Response> {
  const yoga = createYoga<RequestContext, Context>({
    schema,
    context: ({ signal }) => createContext(signal),
    plugins: [errorCodes(logger), readableParameters(), queryLimits(limits), stopWithRequest()],
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
  return (request, requestId) =>
    withDeadline(async (signal) => yoga.handleRequest(request, { requestId, signal }), {
      timeoutMs: limits.requestTimeoutMs,
      accept: request.headers.get("accept"),
    });
}
