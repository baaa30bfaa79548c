import { z } from "zod";
import { DatelineError } from "../domain/errors.ts";
import type { DraftPosition } from "../store/drafts.ts";

const Parts = z.tuple([
  z.number().min(-1).max(0),
  z.string(),
  z.int().nonnegative(),
  z.int().nonnegative(),
  z.string(),
]);

/** A place in a list of drafts as an opaque text that a client hands back to go on from there. */
export function encodeDraftPosition({ doubt, slug, start, end, key }: DraftPosition): string {
  return Buffer.from(JSON.stringify([doubt, slug, start, end, key])).toString("base64url");
}

/** The place that {@link encodeDraftPosition} wrote; anything else is refused with INVALID_CURSOR. */
export function decodeDraftPosition(cursor: string): DraftPosition {
  const { data } = Parts.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (data !== undefined) {
    const [doubt, slug, start, end, key] = data;
    const position = { doubt, slug, start, end, key };
    if (encodeDraftPosition(position) === cursor) return position;
  }
  throw new DatelineError(
    "INVALID_CURSOR",
    `"${cursor.slice(0, 60)}" is not a cursor of this connection; use endCursor or startCursor of a page as it was given.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
