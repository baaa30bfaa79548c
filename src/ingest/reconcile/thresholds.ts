/**
 * What decides whether things told by several articles are brought together, all in one place. Scores go from 0 to 1. A wrong
 * merge is worse than a missed one: what falls between `doubtful` and `sure` is only suggested.
 */
export const THRESHOLDS = {
  person: { sure: 0.9, doubtful: 0.5 },
  event: { sure: 0.75, doubtful: 0.5 },
  utterance: {
    sure: 0.85,
    doubtful: 0.5,
    /** How many words it takes for equal ones to be the same utterance, and not just a way to put things. */
    words: 6,
    /** The share of words from which on those of one speaker may be the same in another translation, and within how many days. */
    similar: 0.5,
    days: 3,
  },
  /** Accounts from which on each is compared only with one of each sort. */
  manyEvents: 50,
  /** Days from which on a date says little: as long as the longest month. */
  broadDateDays: 31,
  /** Days within which two articles tell of the same undated event. */
  undatedEventDays: 30,
  /** Days to which something planned may have been put off without that being told. */
  putOffDays: 30,
} as const;
