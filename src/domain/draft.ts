import type {
  AgentType,
  EventStatus,
  Method,
  ParticipantRole,
  QuoteKind,
  RelationKind,
  SpeakerKind,
} from "./model.ts";
import type { Span } from "./span.ts";

/**
 * What an extractor proposes of one text. Nothing of it is on record until an editor accepts it. Spans count Unicode code
 * points of the text as given, end exclusive.
 */
export interface Drafts {
  readonly people: readonly PersonDraft[];
  readonly organizations: readonly NamedDraft[];
  readonly places: readonly NamedDraft[];
  readonly quotes: readonly QuoteDraft[];
  readonly events: readonly EventDraft[];
}

/** How an extractor finds what it proposes. */
export type ExtractorMethod = Extract<Method, "RULE" | "MODEL">;

/** A proposal, or a part of one, that is not taken. */
export interface Refused {
  /** Its name, title or words. */
  readonly what: string;
  readonly reason: string;
}

/** How something was found: a name for the rule, and how often, from 0 to 1, what it finds is right. */
export interface Found {
  readonly rule: string;
  readonly confidence: number;
}

/** A person or organization, by the fullest name that the text gives. */
export interface AgentName {
  readonly type: AgentType;
  readonly name: string;
}

export interface NamedDraft extends Found {
  /** The fullest form in the text, without title. */
  readonly name: string;
  /** Other forms in the text: a surname, an abbreviation. */
  readonly aliases: readonly string[];
  /** Every place where the text names them, in order; at least one. */
  readonly mentions: readonly Span[];
}

export interface PersonDraft extends NamedDraft {
  readonly roles: readonly RoleDraft[];
}

/** A title or role as the text gives it: “Deputy Foreign Minister”, of “Russia”. */
export interface RoleDraft {
  readonly title: string;
  readonly organization: string | null;
  /** Where the text gives title and name together. */
  readonly passage: Span;
}

export interface QuoteDraft extends Found {
  readonly kind: QuoteKind;
  /** The words; of quoted words what is inside of the quotation marks. */
  readonly passage: Span;
  readonly speaker: AgentName | null;
  readonly speakerKind: SpeakerKind;
  /** As the text has it next to the cue: “he”, “a US official”. */
  readonly speakerAsWritten: string | null;
  /** Name of the organization that an unnamed speaker speaks for. */
  readonly speakerFor: string | null;
  /** The reporting verb or phrase, as written. */
  readonly cue: string | null;
  /** Whose words the speaker passes on. */
  readonly relays: AgentName | null;
  /** When it was said, EDTF; null where the text does not tell. */
  readonly said: string | null;
  /** Positions, in `events`, of the events it is about. */
  readonly about: readonly number[];
}

export interface EventDraft extends Found {
  /** A short noun phrase, or a clause in the present as headlines have it. */
  readonly title: string;
  /** The shortest words that name it, with the word that tells that it is an event. */
  readonly passage: Span;
  /** The sentence that tells what became of it. */
  readonly sentence: Span;
  /** As told by this text. */
  readonly status: EventStatus;
  /** When it happens, EDTF at the precision of the text; null where the text gives none. */
  readonly date: string | null;
  /** The date that no longer holds of what was postponed or cancelled. */
  readonly formerDate: string | null;
  readonly place: string | null;
  readonly participants: readonly ParticipantDraft[];
  /** Who says so; nobody where the text says it in its own voice. */
  readonly claimedBy: readonly AgentName[];
  /** An unnamed claimant, as written. */
  readonly claimantAsWritten: string | null;
  readonly relations: readonly RelationDraft[];
}

export interface ParticipantDraft {
  readonly agent: AgentName;
  readonly role: ParticipantRole;
}

export interface RelationDraft {
  readonly kind: RelationKind;
  /** Position, in `events`, of the other event. */
  readonly event: number;
}
