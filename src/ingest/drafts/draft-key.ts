import { createHash } from "node:crypto";
import type { DraftKind } from "../../domain/model.ts";

/**
 * The key of a draft, from what it is: its article, kind, place and words.
 *
 * @param before how many drafts of the same words and kind come before it
 */
export function draftKey(
  articleKey: string,
  {
    kind,
    start,
    end,
    exact,
  }: { readonly kind: DraftKind; readonly start: number; readonly end: number; readonly exact: string },
  before: number,
): string {
  const content = JSON.stringify([articleKey, kind, start, end, exact]);
  return createHash("sha256")
    .update(`${content}${before === 0 ? "" : before}`)
    .digest("hex")
    .slice(0, 32);
}
