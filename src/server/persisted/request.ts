import { GraphQLError } from "graphql";
import type { GraphQLParams } from "graphql-yoga";
import { z } from "zod";

/** The parameters of a GraphQL request, with that of the GraphQL-over-HTTP draft's appendix on persisted documents. */
export interface RequestParams extends GraphQLParams {
  readonly documentId?: unknown;
}

/** How a request names an operation; the two ways expect their errors worded differently. */
export interface RequestedId {
  readonly id: string;
  readonly shape: "DOCUMENT_ID" | "APOLLO";
}

const Params = z.object({
  query: z.unknown().optional(),
  documentId: z.unknown().optional(),
  extensions: z.object({ persistedQuery: z.unknown().optional() }).nullish(),
});
const JsonObject = z.record(z.string(), z.unknown()).nullable();
const DocumentId = z.string().min(1);
const PersistedQuery = z.object({ version: z.literal(1), sha256Hash: z.string().min(1) });

/** A refusal of a request that cannot be made sense of. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}

/**
 * Reads the parameters of a GET request from its URL, as yoga does, with `documentId`.
 *
 * @throws GraphQLError BAD_REQUEST where JSON is malformed
 */
export function parseGetRequest({ url }: Request): RequestParams {
  const search = new URL(url).searchParams;
  const text = (name: string) => search.get(name) || undefined;
  return withoutUndefined({
    query: text("query"),
    documentId: text("documentId"),
    operationName: text("operationName"),
    variables: jsonParameter("variables", text("variables")),
    extensions: jsonParameter("extensions", text("extensions")),
  });
}

/** Parameters of a request, some of which may be undefined, in yoga's type, which has none that are. */
export function withoutUndefined(
  params: {
    readonly [Name in keyof RequestParams]: RequestParams[Name] | undefined;
  },
): RequestParams {
  const { query, documentId, operationName, variables, extensions } = params;
  return {
    ...(query === undefined ? {} : { query }),
    ...(documentId === undefined ? {} : { documentId }),
    ...(operationName === undefined ? {} : { operationName }),
    ...(variables === undefined ? {} : { variables }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

function jsonParameter(name: string, text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest(`The parameter ${name} is not JSON.`);
  }
  const object = JsonObject.safeParse(json);
  if (!object.success) throw badRequest(`The parameter ${name} is not a JSON object.`);
  return object.data ?? undefined;
}

/**
 * The id that a request asks for: `documentId`, or `extensions.persistedQuery` as Apollo's clients send it. A request
 * that brings a query along is asking for that query: Apollo's clients send both after an id was not found.
 *
 * @throws GraphQLError BAD_REQUEST where the id is malformed or ambiguous
 */
export function requestedId(params: unknown): RequestedId | undefined {
  const given = Params.safeParse(params);
  if (!given.success) return undefined;
  const { query, documentId, extensions } = given.data;
  const hasQuery = query !== undefined && query !== null && query !== "";
  if (documentId !== undefined && documentId !== null) {
    if (hasQuery) throw badRequest("Send either query or documentId, not both.");
    const id = DocumentId.safeParse(documentId);
    if (!id.success) throw badRequest("documentId must be a string that is not empty.");
    return { id: id.data, shape: "DOCUMENT_ID" };
  }
  const persistedQuery = extensions?.persistedQuery ?? undefined;
  if (hasQuery || persistedQuery === undefined) return undefined;
  const apollo = PersistedQuery.safeParse(persistedQuery);
  if (!apollo.success) {
    throw badRequest('extensions.persistedQuery must be {"version": 1, "sha256Hash": "..."}.');
  }
  return { id: apollo.data.sha256Hash, shape: "APOLLO" };
}
