/**
 * The words of the model. Names follow schema.org (Event, EventStatusType, Quotation), the W3C Web Annotation model
 * and IPTC. Order matters where a doc comment says so; new words go to the end.
 */

/** Statuses of an event. Their positions are stored in the timeline index. */
export const EVENT_STATUSES = [
  "POSSIBLE",
  "SCHEDULED",
  "RESCHEDULED",
  "POSTPONED",
  "CANCELLED",
  "IN_PROGRESS",
  "OCCURRED",
  "UNKNOWN",
] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Kinds of quotation. Their positions are stored in the timeline index. */
export const QUOTE_KINDS = ["DIRECT", "PARTIAL", "INDIRECT"] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

export const SPEAKER_KINDS = ["NAMED", "UNNAMED", "UNKNOWN"] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** Kinds of timeline entry, in the order in which entries of the same day and first report stand. */
export const ENTRY_KINDS = ["EVENT", "STATUS_CHANGE", "QUOTE", "ARTICLE"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The same with what is not on record yet, which stands on a timeline where it is asked for. Positions are stored. */
export const TIMELINE_KINDS = [...ENTRY_KINDS, "DRAFT"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What is drafted of an article. */
export const DRAFT_KINDS = ["PERSON", "QUOTE", "EVENT"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What an editor decided about a draft. */
export const DRAFT_STATES = ["OPEN", "ACCEPTED", "REJECTED"] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const STANCES = ["SUPPORTS", "DISPUTES"] as const;
export type Stance = (typeof STANCES)[number];

export const METHODS = ["HUMAN", "RULE", "MODEL", "IMPORT"] as const;
export type Method = (typeof METHODS)[number];

export const ARTICLE_PARTS = ["HEADLINE", "BODY"] as const;
export type ArticlePart = (typeof ARTICLE_PARTS)[number];

export const ANCHOR_STATES = ["EXACT", "MOVED", "AMBIGUOUS", "ORPHANED", "UNANCHORED"] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export const BODY_ACCESS = ["FULL", "PASSAGES"] as const;
export type BodyAccess = (typeof BODY_ACCESS)[number];

export const ARTICLE_STATES = ["CURRENT", "CORRECTED", "RETRACTED"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export const PARTICIPANT_ROLES = [
  "ATTENDEE",
  "HOST",
  "ORGANIZER",
  "SPEAKER",
  "MEDIATOR",
  "SIGNATORY",
  "INVITED",
  "EXPECTED",
  "ABSENT",
  "SUBJECT",
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export const RELATION_KINDS = ["FOLLOW_UP_TO", "PART_OF", "CAUSED_BY", "REPLACES", "SAME_AS"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

export const AGENT_TYPES = ["PERSON", "ORGANIZATION"] as const;
export type AgentType = (typeof AGENT_TYPES)[number];

export const CHANGE_ACTIONS = ["CREATED", "UPDATED", "REMOVED"] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** Types of nodes whose writes are logged. */
export type LoggedType =
  | "Topic"
  | "Person"
  | "Organization"
  | "Place"
  | "Source"
  | "Article"
  | "Event"
  | "StatusChange"
  | "Quote"
  | "Draft";

/** How exactly a date is written, from coarse to fine; INTERVAL and SET are made of several dates. */
export const DATE_PRECISIONS = [
  "CENTURY",
  "DECADE",
  "YEAR",
  "SEASON",
  "MONTH",
  "DAY",
  "TIME",
  "INTERVAL",
  "SET",
] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];
