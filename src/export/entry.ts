import type {
  ArticleState,
  BodyAccess,
  EventStatus,
  ParticipantRole,
  QuoteKind,
  Stance,
} from "../domain/model.ts";

/*
 * What a timeline is exported from: its entries as the API answers them, so that they are those that anyone may see, as of
 * the day asked about.
 */

/** A date in EDTF. */
export interface Dated {
  readonly edtf: string;
}

export interface ExportedTopic {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
}

/** A person or an organization. */
export interface ExportedAgent {
  readonly __typename: "Person" | "Organization";
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface ExportedArticle {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly access: BodyAccess;
  readonly state: ArticleState;
  readonly source: { readonly name: string } | null;
  readonly when: Dated | null;
}

/** A piece of evidence. */
export interface Cited {
  readonly stance: Stance;
  /** The words of the passage. */
  readonly exact: string | null;
  /** The article's address, at the passage where there is one. */
  readonly link: string | null;
  readonly claimedBy: readonly ExportedAgent[];
  readonly claimantAsWritten: string | null;
  readonly insteadStatus: EventStatus | null;
  readonly insteadDate: Dated | null;
  readonly article: ExportedArticle;
}

/** An event by its name. */
export interface NamedEvent {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

interface EntryFields {
  readonly id: string;
  readonly title: string;
  readonly when: Dated | null;
}

export interface ExportedEvent extends EntryFields {
  readonly __typename: "Event";
  readonly slug: string;
  readonly status: EventStatus;
  readonly disputed: boolean;
  readonly description: string | null;
  readonly outcome: string | null;
  readonly firstReported: string | null;
  readonly formerDates: readonly Dated[];
  readonly place: { readonly name: string } | null;
  readonly participants: readonly { readonly role: ParticipantRole; readonly agent: ExportedAgent }[];
  readonly evidence: readonly Cited[];
}

export interface ExportedChange extends EntryFields {
  readonly __typename: "StatusChange";
  readonly to: EventStatus;
  readonly reported: string;
  readonly reason: string | null;
  readonly newDate: Dated | null;
  readonly disputed: boolean;
  readonly event: NamedEvent;
  readonly evidence: readonly Cited[];
}

export interface ExportedQuote extends EntryFields {
  readonly __typename: "Quote";
  readonly text: string;
  readonly quoteKind: QuoteKind;
  readonly language: string | null;
  readonly translated: boolean;
  readonly speaker: ExportedAgent | null;
  readonly speakerAsWritten: string | null;
  readonly about: readonly NamedEvent[];
  readonly article: ExportedArticle;
  readonly evidence: readonly Cited[];
}

export interface ArticleEntry extends EntryFields, ExportedArticle {
  readonly __typename: "Article";
  readonly when: Dated | null;
}

/** One entry of a timeline. */
export type ExportedEntry = ExportedEvent | ExportedChange | ExportedQuote | ArticleEntry;

/** A timeline, oldest first and what has no date at the end, in batches as they are read. */
export type EntryBatches = AsyncIterable<readonly ExportedEntry[]>;

/** Writes a timeline down, a batch at a time. */
export type TimelineWriter = (
  topic: ExportedTopic,
  batches: EntryBatches,
  options: WriterOptions,
) => AsyncIterable<string>;

export interface WriterOptions {
  /** Where the pages are, such as `https://example.org`; null where that is not known, and there are no addresses then. */
  readonly origin: string | null;
}
