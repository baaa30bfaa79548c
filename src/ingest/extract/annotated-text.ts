import type { Span } from "../../domain/span.ts";

/**
 * A text with what is known of its words. Within extraction spans count UTF-16 units of the text; they become code points
 * where drafts leave it.
 */
export interface AnnotatedText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** In order; those of a quotation are its own and not among these. */
  readonly sentences: readonly Sentence[];
  /** Stretches in quotation marks, in order. */
  readonly quotations: readonly Quotation[];
}

/** A line of text. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
}

/** HEADLINE: a first line that is no sentence. DATELINE: one that holds a date and nothing else. */
export type ParagraphKind = "HEADLINE" | "DATELINE" | "BODY";

/** A sentence as the reporter tells it: longer quotations are single tokens of it. */
export interface Sentence extends Span {
  readonly index: number;
  /** Position of its paragraph. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** Base form in lower case, as the tagger sees it. */
  readonly lemma: string;
  /** Part of speech of Universal Dependencies; QUOTE for a whole quotation, its marks included. */
  readonly pos: PartOfSpeech;
  /** What it may tell of times, as bits of `CUE`. */
  readonly cues: number;
  /** Position, in `quotations`, of the quotation that it stands for (QUOTE) or stands in; null outside of any. */
  readonly quotation: number | null;
}

export type PartOfSpeech =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"
  | "QUOTE";

/** Words between a pair of quotation marks; the span is what is inside of them. */
export interface Quotation extends Span {
  /** The same with its marks; without one that is missing. */
  readonly outer: Span;
  readonly paragraph: number;
  /** Goes on from the quotation before, which its paragraph left open. */
  readonly continues: boolean;
  /** Whether the sentence around it holds it as one token; shorter ones keep their words there. */
  readonly masked: boolean;
  /** Its own words, tagged apart from the sentence around it. */
  readonly tokens: readonly Token[];
}
