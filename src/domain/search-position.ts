import { DatelineError } from "./errors.ts";
import { SEARCH_TYPES } from "./search-document.ts";
import { BEST_SCORE, type SearchPosition } from "./search-score.ts";

/** The place of a result as an opaque text that a client hands back to go on from there. */
export function encodeResultPosition({ score, type, key }: SearchPosition): string {
  return Buffer.from(JSON.stringify([score, type, key])).toString("base64url");
}

/** The place that {@link encodeResultPosition} wrote; anything else is refused with INVALID_CURSOR. */
export function decodeResultPosition(cursor: string): SearchPosition {
  const parts = parseJson(Buffer.from(cursor, "base64url").toString());
  if (Array.isArray(parts) && parts.length === 3) {
    const [score, type, key] = parts;
    if (isBelow(score, BEST_SCORE) && isBelow(type, SEARCH_TYPES.length) && typeof key === "string") {
      const position = { score, type, key };
      if (encodeResultPosition(position) === cursor) return position;
    }
  }
  throw new DatelineError(
    "INVALID_CURSOR",
    `"${cursor.slice(0, 60)}" is not a cursor of a search; use endCursor of a page of the same search as it was given.`,
  );
}

function isBelow(value: unknown, limit: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < limit;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
