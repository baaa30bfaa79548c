import type {
  ArticlePart,
  ArticleState,
  BodyAccess,
  EventStatus,
  Method,
  ParticipantRole,
  QuoteKind,
  RelationKind,
  SpeakerKind,
  Stance,
} from "./model.ts";

/**
 * A story as a document: what a person writes in a story folder, and what import and export exchange. Things refer to
 * each other by slug; passages are given by their words. Dates are EDTF text, already checked; days are YYYY-MM-DD.
 */
export interface Story {
  readonly topics: readonly StoryTopic[];
  readonly people: readonly StoryPerson[];
  readonly organizations: readonly StoryAgent[];
  readonly places: readonly StoryPlace[];
  readonly sources: readonly StorySource[];
  readonly articles: readonly StoryArticle[];
  readonly events: readonly StoryEvent[];
  readonly quotes: readonly StoryQuote[];
  /**
   * Where a part of this document was read, as `file:line`, for messages to the person who wrote it; `path` leads from
   * the part to a field or list entry of it.
   */
  at(part: object, ...path: readonly (string | number)[]): string;
}

/** A story that tells nothing. */
export const EMPTY_STORY: Story = {
  topics: [],
  people: [],
  organizations: [],
  places: [],
  sources: [],
  articles: [],
  events: [],
  quotes: [],
  at: () => "",
};

/** A text that an editor wrote, with the day it was written, so that earlier views do not know it. */
export interface DatedText {
  readonly text: string;
  readonly written: string;
}

/** Such a text, or its versions, of which each has a day of its own. */
export type DatedTexts = DatedText | readonly DatedText[];

export interface StoryTopic {
  readonly key?: string | undefined;
  readonly slug: string;
  readonly title: string;
  readonly summary?: DatedTexts | undefined;
}

export interface StoryAgent {
  readonly key?: string | undefined;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sameAs: readonly string[];
}

export interface StoryPerson extends StoryAgent {
  readonly roles: readonly StoryRole[];
}

export interface StoryRole {
  readonly key?: string | undefined;
  readonly title: string;
  /** Slug of the organization. */
  readonly organization?: string | undefined;
  readonly when?: string | undefined;
  readonly evidence: readonly StoryEvidence[];
}

export interface StoryPlace {
  readonly key?: string | undefined;
  readonly slug: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2 code. */
  readonly country?: string | undefined;
  /** Slug of the containing place. */
  readonly within?: string | undefined;
  /** Degrees, WGS 84. */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export interface StorySource {
  readonly key?: string | undefined;
  readonly slug: string;
  readonly name: string;
  readonly domain?: string | undefined;
  readonly owner?: string | undefined;
}

export interface StoryArticle {
  readonly key?: string | undefined;
  readonly slug: string;
  readonly headline: string;
  readonly headlineIsOurs: boolean;
  readonly url?: string | undefined;
  /** Slugs of sources. */
  readonly source?: string | undefined;
  readonly syndicatedFrom?: string | undefined;
  /** Slugs of people. */
  readonly authors: readonly string[];
  /** BCP 47 tag. */
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  /** RFC 3339 in UTC. */
  readonly retrieved: string;
  /** Left out: as it is on record; of a new article PASSAGES and CURRENT. */
  readonly access?: BodyAccess | undefined;
  readonly state?: ArticleState | undefined;
  /** Who holds the rights, in words. */
  readonly rights?: string | undefined;
  /** Slugs of topics. */
  readonly topics: readonly string[];
  /** Normalised text; absent for a reference, of which only the address is kept, and where it is withheld: a text on record stays. */
  readonly body?: string | undefined;
  /** Whether there is a text that this document may not pass on. */
  readonly bodyWithheld?: boolean | undefined;
  /** All texts that it had before, oldest first. */
  readonly earlier?: readonly StoryText[] | undefined;
}

/** A text that an article had. */
export interface StoryText extends Pick<StoryArticle, "headline" | "body"> {
  /** RFC 3339 in UTC. */
  readonly retrieved: string;
}

export interface StoryEvent {
  readonly key?: string | undefined;
  readonly slug: string;
  readonly title: string;
  readonly description?: DatedTexts | undefined;
  readonly outcome?: DatedTexts | undefined;
  readonly place?: string | undefined;
  readonly topics: readonly string[];
  readonly evidence: readonly StoryEvidence[];
  readonly history: readonly StoryStatusChange[];
  readonly participants: readonly StoryParticipation[];
  readonly related: readonly StoryRelation[];
}

export interface StoryStatusChange {
  readonly key?: string | undefined;
  readonly to: EventStatus;
  /** When it took effect. */
  readonly effective?: string | undefined;
  /** The event's new date. */
  readonly date?: string | undefined;
  readonly reason?: string | undefined;
  readonly evidence: readonly StoryEvidence[];
}

export interface StoryParticipation {
  /** Exactly one of the two: a slug. */
  readonly person?: string | undefined;
  readonly organization?: string | undefined;
  readonly role: ParticipantRole;
  readonly evidence: readonly StoryEvidence[];
}

export interface StoryRelation {
  readonly kind: RelationKind;
  /** Slug of the other event. */
  readonly event: string;
  readonly evidence: readonly StoryEvidence[];
}

export interface StoryQuote {
  readonly key?: string | undefined;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly speaker?: AgentRef | undefined;
  readonly speakerKind: SpeakerKind;
  readonly speakerAsWritten?: string | undefined;
  /** Slug of the organization that an unnamed speaker speaks for. */
  readonly speakerFor?: string | undefined;
  readonly cue?: string | undefined;
  readonly relays?: AgentRef | undefined;
  readonly when?: string | undefined;
  /** Slugs of events. */
  readonly saidAt?: string | undefined;
  readonly about: readonly string[];
  readonly language?: string | undefined;
  readonly translated: boolean;
  /** Slug of the article that gives these words. */
  readonly article: string;
  /** A name shared by all reports of the same utterance. */
  readonly utterance?: string | undefined;
  readonly topics: readonly string[];
  readonly evidence: readonly StoryEvidence[];
}

/** A person or organization, by slug. */
export type AgentRef = { readonly person: string } | { readonly organization: string };

export interface StoryEvidence {
  /** Slug of the article. */
  readonly article: string;
  /** Number of the text that it was taken from, counted from 1; left out: the one that the story gives. */
  readonly revision?: number | undefined;
  /** The day from which it was out, where earlier texts of the article were without it; left out: as these tell. */
  readonly outSince?: string | undefined;
  readonly part: ArticlePart;
  /** The words of the passage; absent where the article is cited as a whole. */
  readonly exact?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /**
   * Where the words begin in the text, in code points: they are then looked for there and nowhere else. With it, a passage
   * may be given of a text that is not held; nothing can tell whether it is there.
   */
  readonly start?: number | undefined;
  readonly stance: Stance;
  readonly method: Method;
  readonly confidence?: number | undefined;
  readonly claimedBy: readonly AgentRef[];
  readonly claimantAsWritten?: string | undefined;
  readonly instead?:
    | { readonly status?: EventStatus | undefined; readonly date?: string | undefined }
    | undefined;
}
