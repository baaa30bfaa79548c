/** A kind of event and the words that tell of it. Words of one concept in one text may tell of the same event. */
export interface Concept {
  readonly name: string;
  /** How surely a reader would put it on a timeline: 3 nearly always, 2 often, 1 now and then. */
  readonly weight: 1 | 2 | 3;
  /** Base forms in lower case. */
  readonly nouns: readonly string[];
  /** Base forms; a particle or more follow after underscores: `break_out`. */
  readonly verbs: readonly string[];
}

/** A concept, its words parted by spaces. */
export function concept(name: string, weight: Concept["weight"], nouns: string, verbs: string): Concept {
  return { name, weight, nouns: listed(nouns), verbs: listed(verbs) };
}

const listed = (words: string) => words.split(/\s+/).filter((word) => word !== "");
