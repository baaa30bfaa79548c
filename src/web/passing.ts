import type { ErrorCode } from "../domain/errors.ts";

const PASSING: ReadonlySet<ErrorCode> = new Set(["UNAVAILABLE", "BUSY", "TOO_SLOW", "TIMEOUT"]);

/** Whether what went wrong may well be different in a moment. */
export function isPassing(code: ErrorCode): boolean {
  return PASSING.has(code);
}
