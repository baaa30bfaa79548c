import { GraphQLError } from "graphql";
import type { RefusalCode } from "../../domain/errors.ts";

/**
 * The error that a refused query is answered with: a request error (GraphQL over HTTP, section 6.4), with the status
 * that a query which is not valid has too. The message says what the limit is, what was asked for, and what to do.
 */
export function refusal(code: RefusalCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { spec: true, status: 400 } } });
}

/** A number as messages show it. */
export function shown(count: number): string {
  return count.toLocaleString("en");
}
