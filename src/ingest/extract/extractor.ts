import type { Drafts, ExtractorMethod, Refused } from "../../domain/draft.ts";

/** Something that drafts the people, quotes and events of a text. What it proposes is checked before it is stored. */
export interface Extractor {
  /** What reports call it. */
  readonly name: string;
  /** Drafts of each method are a set of their own: they replace those of the same method alone. */
  readonly method: ExtractorMethod;
  /**
   * Drafts a text.
   *
   * @throws DatelineError UNSUPPORTED_LANGUAGE or NOT_EXTRACTED where it cannot draft this text,
   *   EXTRACTOR_UNAVAILABLE where it cannot draft any now
   */
  extract(text: string, about: AboutText): Promise<Extraction>;
  /** What it has cost up to now, what failed included; left out by one that costs nothing. */
  readonly spent?: () => Cost;
}

/** What is known of a text that it need not say itself. */
export interface AboutText {
  /** EDTF; null where it is not known. */
  readonly published: string | null;
  /** BCP 47 tag; null where it is not known. */
  readonly language: string | null;
  readonly headline?: string | null | undefined;
}

/** What an extractor proposes. */
export interface Extraction extends Drafts {
  /** What it found, but did not propose. */
  readonly refused?: readonly Refused[];
}

/** What asking a model has cost. */
export interface Cost {
  /** Times that it was asked, in vain or not. */
  readonly requests: number;
  /** Tokens of texts and questions, and those of answers, as the model's server counts them. */
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Requests of which the server did not say how many tokens they took: those that failed, for the most part. */
  readonly uncounted: number;
  /** In the currency of the prices that were given; null where none were. */
  readonly price: number | null;
}
