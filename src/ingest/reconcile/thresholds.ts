/**
 * What decides whether things told by several articles are brought together, all in one place. Scores go from 0 to 1. A wrong
 * merge is worse than a missed one: what falls between `doubtful` and `sure` is only suggested.
 */
export const THRESHOLDS = {
  person: { sure: 0.9, doubtful: 0.5 },
  event: { sure: 0.75, doubtful: 0.5 },
  /** `words`: how many of them, so that equal words are the same utterance, and not just a way to put things. */
  utterance: { sure: 0.85, doubtful: 0.5, words: 6 },
  /** Days within which two articles tell of the same undated event. */
  undatedEventDays: 30,
} as const;

export type Thresholds = typeof THRESHOLDS;
