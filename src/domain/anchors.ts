import type { AnchorState, ArticlePart } from "./model.ts";
import type { Passage } from "./passage.ts";
import { LaterText, reanchor } from "./reanchor.ts";
import { type Revision, textOfPart } from "./revision.ts";

/** What became of a passage in the newest text of its article, and where it is there. */
export interface Anchor {
  readonly state: AnchorState;
  /** In code points, `end` exclusive; null where the words are not there, or not in one certain place. */
  readonly start: number | null;
  readonly end: number | null;
}

/** An anchor of what there is no text to look for it in. */
export const UNANCHORED: Anchor = { state: "UNANCHORED", start: null, end: null };

/**
 * Tells what became of the passages of an article: each is looked for in the newest text that is held, from the text that it
 * was taken from. It follows from these texts alone, in whatever order they and the passages came on record.
 */
export class Anchors {
  readonly #newest: ReadonlyMap<ArticlePart, { readonly number: number; readonly text: LaterText }>;

  /** @param revisions oldest first */
  constructor(private readonly revisions: readonly Revision[]) {
    const parts = (["HEADLINE", "BODY"] as const).flatMap((part) => {
      const held = revisions.findLast((revision) => textOfPart(revision, part) !== null);
      if (held === undefined) return [];
      return [[part, { number: held.number, text: new LaterText(textOfPart(held, part)) }] as const];
    });
    this.#newest = new Map(parts);
  }

  /** @param number of the revision that the passage was taken from; it may be one that came after these */
  of(number: number, part: ArticlePart, passage: Passage): Anchor {
    const newest = this.#newest.get(part);
    const isOfThese = number <= this.revisions.length;
    if (newest === undefined || (isOfThese && newest.number < number)) return UNANCHORED;
    if (newest.number === number) return { state: "EXACT", start: passage.start, end: passage.end };
    const { state, passage: found } = reanchor(passage, newest.text);
    return { state, start: found?.start ?? null, end: found?.end ?? null };
  }
}
