import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import type { RequestContext } from "./error-codes.ts";

const SUGGESTION = / Did you mean [^?]*\?$/;

/**
 * Keeps the schema from those who send queries: `__schema` and `__type` are refused, and errors no longer suggest
 * names that they nearly hit. `__typename` stays, and so does an operation that the operator has registered.
 */
export function withoutIntrospection(): Plugin<RequestContext, RequestContext> {
  return {
    onValidate({ context, addValidationRule }) {
      if (context.asked.persisted === undefined) addValidationRule(NoIntrospectionRule);
    },
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || isAsyncIterable(result) || result.errors === undefined) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}

/**
 * GraphQL.js has such a rule, which reports every field below as well: a hundred errors for the usual question.
 * There are no ways into introspection but these two.
 */
function NoIntrospectionRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.name.value !== "__schema" && node.name.value !== "__type") return;
      const message = `Introspection is switched off on this server, so ${node.name.value} cannot be asked for. Whoever runs it can give you the schema, or set INTROSPECTION=true.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
      return false;
    },
  };
}

/** Only errors about the request itself, which have no path, suggest names; others are worded by us. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  if (error.path !== undefined || !SUGGESTION.test(error.message)) return error;
  const { nodes, source, positions, originalError, extensions } = error;
  return new GraphQLError(error.message.replace(SUGGESTION, ""), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}
