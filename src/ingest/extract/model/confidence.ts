/**
 * How sure drafts of a model are. A model's own word on that is no measure, and we have measured none: these say that a
 * draft of a model is less sure than one of a good rule, and that names are easier to tell than quotes, and these than
 * events.
 */
const CONFIDENCE = { NAME: 0.8, QUOTE: 0.7, EVENT: 0.6 } as const;
/** Where the words of a passage stand there otherwise, or had to be chosen among several. */
const CONFIDENCE_CHOSEN = { NAME: 0.7, QUOTE: 0.6, EVENT: 0.5 } as const;

/** @param sure whether the words that were given stand in the text exactly so, and only once */
export function confidenceOf(kind: keyof typeof CONFIDENCE, sure: boolean): number {
  return (sure ? CONFIDENCE : CONFIDENCE_CHOSEN)[kind];
}
