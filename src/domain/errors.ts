/** Why a query is refused before it is executed. */
export type RefusalCode =
  | "QUERY_TOO_LONG"
  | "TOO_MANY_TOKENS"
  | "TOO_MANY_ALIASES"
  | "TOO_MANY_DIRECTIVES"
  | "QUERY_TOO_DEEP"
  | "VARIABLES_TOO_LARGE"
  | "QUERY_TOO_EXPENSIVE";

/** What went wrong, as a stable word that callers may switch on. Existing codes do not change. */
export type ErrorCode =
  | "INVALID_DATE"
  | "INVALID_DATE_RANGE"
  | "INVALID_LOCALE"
  | "INVALID_TEXT"
  | "PASSAGE_NOT_FOUND"
  | "PASSAGE_AMBIGUOUS"
  | "INVALID_CURSOR"
  | "INVALID_PAGE"
  | "INVALID_ID"
  | "INVALID_STORY"
  | "INVALID_ARTICLE"
  | "NOT_FETCHED"
  | "INVALID_DRAFT"
  | "INVALID_CONFIG"
  | "INVALID_KEY"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "INVALID_INPUT"
  | "STALE_REVISION"
  | "IDEMPOTENCY_KEY_REUSED"
  | "UNREADABLE"
  | "UNSUPPORTED_LANGUAGE"
  | "NOT_EXTRACTED"
  | "EXTRACTOR_UNAVAILABLE"
  | "INVALID_SEARCH"
  | "TOO_SLOW"
  | "BUSY"
  | "UNAVAILABLE"
  | "NOT_EMPTY"
  | RefusalCode
  | "TIMEOUT"
  | "SCHEMA_DRIFT"
  | "NOT_FOUND"
  | "INVALID_EXPORT"
  | "INVALID_WEBHOOK";

/**
 * An error whose message is meant for the person who gave the input: it says what was wrong, where, and what to
 * do. Anything else that is thrown is a fault of ours and is masked before it leaves the server.
 */
export class DatelineError extends Error {
  override readonly name = "DatelineError";

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}
