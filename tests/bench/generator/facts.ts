import type { Day } from "../../../src/domain/day.ts";
import type { FuzzyDate } from "../../../src/domain/fuzzy-date.ts";
import type {
  ArticleState,
  EventStatus,
  Method,
  ParticipantRole,
  QuoteKind,
  SpeakerKind,
} from "../../../src/domain/model.ts";
import type {
  ChangePlacement,
  EventPlacement,
  ParticipationPlacement,
  QuotePlacement,
  SourcedReport,
} from "../../../src/domain/timeline.ts";
import type { ArticleText, Span } from "./article-text.ts";
import type { Cast } from "./cast.ts";
import type { DayCount } from "./dates.ts";
import type { Random } from "./random.ts";
import type { Sizes } from "./sizes.ts";

// Generated facts extend the domain's placements, so that its rules for timelines apply to them as they are.

export interface GeneratedArticle {
  readonly id: number;
  readonly revisionId: number;
  readonly key: string;
  readonly headline: string;
  readonly text: ArticleText;
  readonly sourceId: number;
  readonly syndicatedFromId: number | null;
  readonly origin: string;
  readonly state: ArticleState;
  readonly published: FuzzyDate | null;
  readonly retrieved: DayCount;
  /** The day it was out, and the same as a count. */
  readonly out: Day;
  readonly outDay: DayCount;
  readonly topicIds: readonly number[];
  readonly authorIds: readonly number[];
  /** Facts that it has a passage for; relations and roles do not count. */
  readonly cited: { readonly events: Set<GeneratedEvent>; readonly quotes: Set<GeneratedQuote> };
}

/** Evidence: what the domain needs to know of it, and the rest of its row. */
export interface Citation extends SourcedReport {
  readonly article: GeneratedArticle;
  /** Null where the article is cited as a whole. */
  readonly span: Span | null;
  readonly method: Method;
  readonly confidence: number | null;
  readonly claimantAsWritten: string | null;
  readonly claimedBy: number | null;
  readonly insteadStatus: EventStatus | null;
}

export interface GeneratedEvent extends EventPlacement {
  readonly title: string;
  readonly evidence: Citation[];
  readonly changes: GeneratedChange[];
  readonly participations: GeneratedParticipation[];
  readonly relations: GeneratedRelation[];
}

export interface GeneratedChange extends ChangePlacement {
  readonly reason: string | null;
  readonly evidence: Citation[];
}

export interface GeneratedParticipation extends ParticipationPlacement {
  readonly id: number;
  readonly role: ParticipantRole;
  readonly evidence: Citation[];
}

/** A follow-up to another event. */
export interface GeneratedRelation {
  readonly id: number;
  readonly otherId: number;
  readonly evidence: Citation[];
}

export interface GeneratedQuote extends QuotePlacement {
  readonly article: GeneratedArticle;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly speakerKind: SpeakerKind;
  readonly speakerAsWritten: string;
  readonly aboutId: number;
  readonly saidAtId: number | null;
  readonly utterance: string | null;
  readonly evidence: Citation[];
}

export interface GeneratedRole {
  readonly id: number;
  readonly key: string;
  readonly agentId: number;
  readonly title: string;
  readonly organizationId: number;
  readonly evidence: Citation[];
}

/** What is written together: facts refer to each other only within a batch. */
export interface Batch {
  readonly articles: readonly GeneratedArticle[];
  readonly events: readonly GeneratedEvent[];
  readonly quotes: readonly GeneratedQuote[];
  readonly roles: readonly GeneratedRole[];
}

/** What the making of facts draws on. */
export interface World {
  readonly sizes: Sizes;
  readonly random: Random;
  readonly cast: Cast;
  /** The next row number of a table. */
  nextId(table: NumberedTable): number;
}

export type NumberedTable =
  | "article"
  | "event"
  | "statusChange"
  | "participation"
  | "eventRelation"
  | "quote"
  | "role"
  | "passage"
  | "evidence";
