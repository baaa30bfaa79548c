/** A stretch of a text: in code points, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of a text, and the stretches (by their place in the list) that all of it belongs to. */
export interface MarkedPart {
  readonly text: string;
  readonly of: readonly number[];
  /** Those of them that end with it. */
  readonly ending: readonly number[];
}

/** Parts a text where stretches begin and end, which may overlap: all parts in a row are the text. */
export function markedParts(text: string, stretches: readonly Stretch[]): MarkedPart[] {
  const letters = [...text];
  const { length } = letters;
  const cuts = [...new Set([0, length, ...stretches.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? length;
    const of = stretches.flatMap((one, at) => (one.start <= start && end <= one.end ? [at] : []));
    const ending = of.filter((at) => stretches[at]?.end === end);
    return { text: letters.slice(start, end).join(""), of, ending };
  });
}
