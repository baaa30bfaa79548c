import type { AnchorState } from "./model.ts";
import { codePointLength, type Passage, passageAt, placesOf } from "./passage.ts";

/** What became of a passage in a later text. */
export interface Reanchored {
  readonly state: Exclude<AnchorState, "UNANCHORED">;
  /** Where it is now; null where it is gone or may be any of several. */
  readonly passage: Passage | null;
}

/** Words so long, in code points, are the same words wherever they stand. */
const UNMISTAKABLE = 24;

/** Code points of its surroundings, before and after together, by which shorter words are known again. */
const TELLING_CONTEXT = 12;

/**
 * Looks for a passage of an earlier text in a later one, both normalised. EXACT: its words are in the same place. MOVED: they are
 * found once elsewhere. AMBIGUOUS: they are found more than once, and their surroundings do not tell which they are.
 * ORPHANED: they are gone. Words that differ only in typography (quotation marks, dashes, accents, spaces, letter case) are the
 * same and are given as they now stand. Short words that stand alone among other words than before are not taken for the same.
 */
export function reanchor(passage: Passage, later: string): Reanchored {
  const candidates = placesOf(later, passage.exact).map(({ start, end }) => {
    const found = passageAt(later, start, end);
    return { found, kept: keptContext(passage, found) };
  });
  const whole = codePointLength(passage.prefix) + codePointLength(passage.suffix);
  const inPlace = candidates.find(({ found }) => found.start === passage.start);
  if (inPlace && (candidates.length === 1 || inPlace.kept === whole)) return at(passage, inPlace.found);
  const [best, second] = candidates.toSorted((a, b) => b.kept - a.kept);
  if (best === undefined) return { state: "ORPHANED", passage: null };
  const known = best.kept >= Math.min(TELLING_CONTEXT, whole);
  if (second === undefined) {
    const unmistakable = codePointLength(passage.exact) >= UNMISTAKABLE;
    return known || unmistakable ? at(passage, best.found) : { state: "ORPHANED", passage: null };
  }
  if (known && second.kept < best.kept / 2) return at(passage, best.found);
  return { state: "AMBIGUOUS", passage: null };
}

function at(passage: Passage, found: Passage): Reanchored {
  return { state: found.start === passage.start ? "EXACT" : "MOVED", passage: found };
}

/** How many code points right before and right after are what they were. */
function keptContext(was: Passage, is: Passage): number {
  return (
    common([...was.prefix].toReversed(), [...is.prefix].toReversed()) +
    common([...was.suffix], [...is.suffix])
  );
}

function common(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((point, index) => point !== other[index]);
  return differs < 0 ? one.length : differs;
}
