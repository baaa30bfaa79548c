import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../domain/errors.ts";

/** Why a query is refused before it is executed. */
export type RefusalCode = Extract<
  ErrorCode,
  | "QUERY_TOO_LONG"
  | "TOO_MANY_TOKENS"
  | "TOO_MANY_ALIASES"
  | "TOO_MANY_DIRECTIVES"
  | "QUERY_TOO_DEEP"
  | "VARIABLES_TOO_LARGE"
  | "QUERY_TOO_EXPENSIVE"
>;

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
