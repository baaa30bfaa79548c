import { FoldedText, foldedPoint } from "./folded-text.ts";
import type { AnchorState } from "./model.ts";
import { codePointLength, type Passage, passagesBetween, passagesOf } from "./passage.ts";

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

/** A text in which many passages are looked for: what it takes to look is made once, and only where it is needed. */
export class LaterText {
  #folded: FoldedText | undefined;

  /** @param text normalised, as stored; null where it is not held, in which nothing is found */
  constructor(readonly text: string | null) {}

  /** Every place of some words; with `anyTypography` also of those that differ from them only in typography. */
  passages(exact: string, anyTypography: boolean): Passage[] {
    if (this.text === null) return [];
    if (!anyTypography) return passagesOf(this.text, exact);
    this.#folded ??= new FoldedText(this.text);
    return passagesBetween(this.text, [...this.#folded.places(exact)]);
  }
}

interface Candidate {
  readonly found: Passage;
  /** Code points of the surroundings, right before and right after, that are what they were. */
  readonly kept: number;
  readonly verbatim: boolean;
}

/**
 * Looks for a passage of one text in another, both normalised: mostly a later one. EXACT: its words are in the same place.
 * MOVED: they are found once elsewhere. AMBIGUOUS: they are found more than once, and their surroundings do not tell which
 * they are. ORPHANED: they are gone. Words that differ only in typography (quotation marks, dashes, accents, spaces, letter
 * case) are the same and are given as they now stand; but where the words stand as they were, others that only look like
 * them count only among more of the old surroundings. Short words that stand alone among other words than before are not
 * taken for the same.
 */
export function reanchor(passage: Passage, later: LaterText): Reanchored {
  const whole = codePointLength(passage.prefix) + codePointLength(passage.suffix);
  const verbatim = later.passages(passage.exact, false).map((found) => candidate(passage, found, true));
  const sure = verbatim.filter(({ kept }) => kept === whole);
  const inPlace = (sure.length > 0 ? sure : verbatim).find(({ found }) => found.start === passage.start);
  if (inPlace !== undefined && sure.includes(inPlace)) return at(passage, inPlace.found);

  const all = sure.length > 0 ? verbatim : [...verbatim, ...lookalikes(passage, later, verbatim)];
  const [best, ...others] = all.toSorted(
    (a, b) => b.kept - a.kept || Number(b.verbatim) - Number(a.verbatim),
  );
  if (best === undefined) return { state: "ORPHANED", passage: null };
  const known = best.kept >= Math.min(TELLING_CONTEXT, whole);
  const rival = others.find((other) => other.verbatim || !best.verbatim);
  if (rival === undefined) {
    const unmistakable = codePointLength(passage.exact) >= UNMISTAKABLE || best === inPlace;
    return known || unmistakable ? at(passage, best.found) : { state: "ORPHANED", passage: null };
  }
  if (known && rival.kept < best.kept / 2) return at(passage, best.found);
  return { state: "AMBIGUOUS", passage: null };
}

/** Places of words that differ only in typography, without those that do not differ. */
function lookalikes(passage: Passage, later: LaterText, verbatim: readonly Candidate[]): Candidate[] {
  const same = new Set(verbatim.map(({ found }) => found.start));
  return later
    .passages(passage.exact, true)
    .filter((found) => !same.has(found.start))
    .map((found) => candidate(passage, found, false));
}

function candidate(was: Passage, found: Passage, verbatim: boolean): Candidate {
  const kept =
    common([...was.prefix].toReversed(), [...found.prefix].toReversed()) +
    common([...was.suffix], [...found.suffix]);
  return { found, kept, verbatim };
}

function at(passage: Passage, found: Passage): Reanchored {
  return { state: found.start === passage.start ? "EXACT" : "MOVED", passage: found };
}

function common(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex(
    (point, index) => foldedPoint(point) !== foldedPoint(other[index] ?? "") || other[index] === undefined,
  );
  return differs < 0 ? one.length : differs;
}
