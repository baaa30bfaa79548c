import { GraphQLError } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import type { RequestContext } from "../error-codes.ts";
import type { PersistedOperation, PersistedSettings } from "./operation.ts";
import { badRequest, parseGetRequest, type RequestedId, requestedId, withoutUndefined } from "./request.ts";

/**
 * Lets requests name an operation that the operator has registered instead of bringing one along. No request registers
 * any. Without settings, nothing is registered, and clients are told to send their queries whole.
 */
export function persistedOperations(
  settings: PersistedSettings | undefined,
): Plugin<RequestContext, RequestContext> {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === "GET") setRequestParser(parseGetRequest);
    },
    onParams({ params, setParams, context }) {
      const requested = requestedId(params);
      if (requested === undefined) {
        if (settings?.only) throw onlyPersisted();
        return;
      }
      if (settings === undefined) throw notSupported(requested);
      const operation = find(settings, requested.id);
      if (operation === undefined) throw notFound(requested);
      context.asked.persisted = operation;
      const { variables, extensions } = params;
      const operationName = chosenName(operation, params.operationName);
      setParams(withoutUndefined({ query: operation.text, operationName, variables, extensions }));
    },
    // The document stays the same object, by which yoga's validation cache, a WeakMap, finds what it has validated.
    onParse({ context, setParsedDocument }) {
      const { persisted } = context.asked;
      if (persisted !== undefined) setParsedDocument(persisted.document);
    },
    onResultProcess({ result, serverContext }) {
      const { asked } = serverContext;
      if (asked.persisted === undefined || Array.isArray(result) || isAsyncIterable(result)) return;
      asked.answeredWhole = result.errors === undefined;
    },
  };
}

/** `sha256:` is how the GraphQL-over-HTTP draft marks an id that is a hash. */
function find({ operations }: PersistedSettings, id: string): PersistedOperation | undefined {
  return operations.get(id) ?? operations.get(id.replace(/^sha256:/, ""));
}

function chosenName({ operationName }: PersistedOperation, asked: unknown): string | undefined {
  const given = typeof asked === "string" && asked !== "" ? asked : undefined;
  if (operationName !== undefined && given !== undefined && given !== operationName) {
    throw badRequest(
      `The id stands for the operation ${operationName}: leave operationName out, or give that.`,
    );
  }
  return operationName ?? given;
}

/*
 * Clients that accept only application/json expect status 200 with the errors below, as from every GraphQL request that
 * could be read; `spec` has yoga keep the status for those that accept application/graphql-response+json. Apollo's
 * older clients look at the message, which therefore is theirs, word for word.
 */

function notFound({ id, shape }: RequestedId): GraphQLError {
  const message =
    shape === "APOLLO"
      ? "PersistedQueryNotFound"
      : `No operation is registered on this server as ${JSON.stringify(id.slice(0, 100))}. Check the id, or ask whoever runs the server to register it.`;
  return new GraphQLError(message, {
    extensions: { code: "PERSISTED_QUERY_NOT_FOUND", http: { spec: true, status: 404 } },
  });
}

function notSupported({ shape }: RequestedId): GraphQLError {
  const message =
    shape === "APOLLO"
      ? "PersistedQueryNotSupported"
      : "No operations are registered on this server. Send the query itself, or ask whoever runs it to set PERSISTED_OPERATIONS.";
  return new GraphQLError(message, {
    extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED", http: { spec: true, status: 400 } },
  });
}

function onlyPersisted(): GraphQLError {
  return new GraphQLError(
    "This server runs only operations that are registered on it. Send the id of one as documentId, or ask whoever runs the server to register yours.",
    { extensions: { code: "PERSISTED_QUERY_ONLY", http: { spec: true, status: 403 } } },
  );
}
