import { type DocumentNode, GraphQLError, Lexer, type ParseOptions, parse, Source, TokenKind } from "graphql";
import { refusal, shown } from "./refusal.ts";

/** Characters in the text of a query at most: a wrong name is compared with all right ones to find what was meant. */
export const MAX_QUERY_LENGTH = 100_000;

/**
 * Parses a query, and stops at the first token past the limit: a parser's time, its depth and all that comes after it
 * grow with the tokens, not with the bytes.
 *
 * @throws GraphQLError QUERY_TOO_LONG, TOO_MANY_TOKENS, or a syntax error
 */
export function parseWithin(
  source: string | Source,
  options: ParseOptions | undefined,
  maxTokens: number,
): DocumentNode {
  const { length } = typeof source === "string" ? source : source.body;
  if (length > MAX_QUERY_LENGTH) {
    throw refusal(
      "QUERY_TOO_LONG",
      `The query has ${shown(length)} characters; it may have ${shown(MAX_QUERY_LENGTH)}. Pass long values as variables, or split it over several requests.`,
    );
  }
  try {
    return parse(source, { ...options, maxTokens });
  } catch (error) {
    // The parser's own error about it is a syntax error like any other.
    if (!(error instanceof GraphQLError) || !hasMoreTokens(source, maxTokens)) throw error;
    throw refusal(
      "TOO_MANY_TOKENS",
      `The query has more than ${shown(maxTokens)} tokens (names, values and signs), which is the limit. Ask for less, or split it over several requests.`,
    );
  }
}

/** Whether the text has more tokens than that, up to the first that is none. */
function hasMoreTokens(source: string | Source, limit: number): boolean {
  const lexer = new Lexer(typeof source === "string" ? new Source(source) : source);
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      count += 1;
      if (count > limit) return true;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return false;
}
