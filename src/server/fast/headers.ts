import type { PlainRequest } from "./plain.ts";

const JSON_TYPE = "application/json";
const GRAPHQL_TYPE = "application/graphql-response+json";

/** The `Accept` headers of GraphQL clients, as they are usually written, with the type that each is answered with. */
const ANSWERED: ReadonlyMap<string, string> = new Map([
  ["*/*", JSON_TYPE],
  [JSON_TYPE, JSON_TYPE],
  [`${JSON_TYPE}, */*`, JSON_TYPE],
  [`${JSON_TYPE}, ${GRAPHQL_TYPE}`, JSON_TYPE],
  [GRAPHQL_TYPE, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}, ${JSON_TYPE}`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.9`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE},${JSON_TYPE};q=0.9`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}; charset=utf-8, ${JSON_TYPE}; charset=utf-8`, GRAPHQL_TYPE],
]);

const SENT: ReadonlySet<string | undefined> = new Set([JSON_TYPE, `${JSON_TYPE}; charset=utf-8`]);

/** What may come with a request and changes how it is answered. */
const OUT_OF_THE_ORDINARY = [
  "authorization",
  "cookie",
  "content-encoding",
  "transfer-encoding",
  "expect",
  "upgrade",
  "last-event-id",
] as const;

/**
 * The type of JSON that a plain request for GraphQL is answered with; null for one that is not plain.
 *
 * A request that shows a key or a cookie, valid or not, is none: answers depend on who asks, and those that are kept are
 * what strangers are answered.
 */
export function plainType({ method, url, headers }: Omit<PlainRequest, "body">): string | null {
  if (method === "POST") {
    if (url !== "/graphql" || !SENT.has(headers["content-type"])) return null;
  } else if (method !== "GET" || !url.startsWith("/graphql?") || url.includes("#")) return null;
  for (const name of OUT_OF_THE_ORDINARY) if (headers[name] !== undefined) return null;
  return ANSWERED.get(headers.accept ?? "*/*") ?? null;
}
