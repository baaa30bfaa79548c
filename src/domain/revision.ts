import { type Day, utcDay } from "./day.ts";
import type { ArticlePart } from "./model.ts";
import type { Passage } from "./passage.ts";
import { LaterText, reanchor } from "./reanchor.ts";

/** A text that an article has, or had; numbers count from 1 in the order in which the texts came. */
export interface Revision {
  readonly number: number;
  readonly headline: string;
  /** Null where it is not held. */
  readonly body: string | null;
  readonly retrievedAt: Date;
}

/**
 * The text that an article had by the end of a day (UTC), of all its texts, oldest first: the newest that had been
 * retrieved by then. Of an article that was out before it was first retrieved the first text is all that is known. `null`
 * stands for the present.
 */
export function revisionAsOf<R extends Revision>(revisions: readonly [R, ...R[]], asOf: Day | null): R {
  const known = revisions.filter(({ retrievedAt }) => asOf === null || utcDay(retrievedAt) <= asOf);
  return known.at(-1) ?? revisions[0];
}

/** The text of one part of a revision. */
export function textOfPart({ headline, body }: Revision, part: ArticlePart): string | null {
  return part === "HEADLINE" ? headline : body;
}

/**
 * From which day on a passage of an article's text has been in it, as far as the texts before tell: null where all of these
 * have it, and for the first. A text that is not held tells nothing.
 *
 * @param passage null for the article as a whole, which is another with every change of its body
 * @param earlier the texts before, oldest first
 */
export function inTextSince(
  taken: Revision,
  part: ArticlePart,
  passage: Passage | null,
  earlier: readonly Revision[],
): Day | null {
  let first = taken;
  for (const revision of earlier.toReversed()) {
    const text = textOfPart(revision, part);
    if (text === null) continue;
    const had =
      passage === null
        ? text === textOfPart(taken, part)
        : reanchor(passage, new LaterText(text)).passage !== null;
    if (!had) return utcDay(first.retrievedAt);
    first = revision;
  }
  return null;
}
