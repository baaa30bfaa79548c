import { DatelineError } from "./errors.ts";

/** Writes where a change stands in the log. */
export function encodeChangeCursor(position: number): string {
  return Buffer.from(`change:${position}`).toString("base64url");
}

/**
 * Reads where a change stands in the log.
 *
 * @throws DatelineError INVALID_CURSOR for what {@link encodeChangeCursor} did not write
 */
export function decodeChangeCursor(cursor: string): number {
  const position = positionIn(cursor);
  if (position !== null) return position;
  throw new DatelineError(
    "INVALID_CURSOR",
    `"${cursor.slice(0, 60)}" is not a cursor of a change; use one as it was given.`,
  );
}

/** Whether something was written by {@link encodeChangeCursor}. */
export function isChangeCursor(text: string): boolean {
  return positionIn(text) !== null;
}

function positionIn(cursor: string): number | null {
  const [, digits] = /^change:(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  const position = Number(digits);
  return digits !== undefined && encodeChangeCursor(position) === cursor ? position : null;
}
