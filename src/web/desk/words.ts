import type { DraftKind, DraftState, QuoteKind, SpeakerKind } from "../../domain/model.ts";

/** How the desk calls kinds of drafts. */
export const KIND_WORDS: Readonly<Record<DraftKind, string>> = {
  PERSON: "Person",
  QUOTE: "Quote",
  EVENT: "Event",
};

/** How the desk calls what was decided. */
export const STATE_WORDS: Readonly<Record<DraftState, string>> = {
  OPEN: "Waiting",
  ACCEPTED: "Accepted",
  REJECTED: "Rejected",
};

/** How the desk calls the ways in which words are given. */
export const QUOTE_WORDS: Readonly<Record<QuoteKind, string>> = {
  DIRECT: "direct: a full sentence in quotation marks",
  PARTIAL: "partial: some words in quotation marks",
  INDIRECT: "indirect: reported without quotation marks",
};

/** How the desk calls the ways in which a speaker is known. */
export const SPEAKER_WORDS: Readonly<Record<SpeakerKind, string>> = {
  NAMED: "named in the article",
  UNNAMED: "described, not named",
  UNKNOWN: "not told",
};

/** How the desk calls what was withdrawn. */
export const FACT_WORDS = {
  EVENT: "The event",
  STATUS_CHANGE: "A step",
  PARTICIPATION: "A part in it",
  RELATION: "A relation",
  QUOTE: "The quote",
  ROLE: "The role",
} as const;
