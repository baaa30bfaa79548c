import type { DateMatch } from "../domain/date-range.ts";
import type {
  AnchorState,
  ArticlePart,
  ArticleState,
  BodyAccess,
  ChangeAction,
  DatePrecision,
  DraftKind,
  DraftState,
  EventStatus,
  Method,
  ParticipantRole,
  QuoteKind,
  RelationKind,
  SpeakerKind,
  Stance,
  TimelineKind,
} from "../domain/model.ts";
import type { TimelineOrder } from "../domain/timeline-paging.ts";
import type { DraftOrder } from "../store/draft-conditions.ts";
import { builder } from "./builder.ts";

/** An enum whose values are its names, each described. */
function describedEnum<Value extends string>(
  name: string,
  description: string,
  descriptions: { readonly [V in Value]: string },
) {
  const values: { [name: string]: { value: Value; description: string } } = {};
  for (const value in descriptions) values[value] = { value, description: descriptions[value] };
  return builder.enumType<string, { [name: string]: { value: Value; description: string } }>(name, {
    description,
    values,
  });
}

export const EventStatusEnum = describedEnum<EventStatus>(
  "EventStatus",
  "What became of an event, or is to.",
  {
    POSSIBLE: "Talked about, not announced.",
    SCHEDULED: "Announced as going to happen, dated or not (schema.org EventScheduled).",
    RESCHEDULED: "Moved to another date (schema.org EventRescheduled).",
    POSTPONED: "Put off, no new date (schema.org EventPostponed).",
    CANCELLED: "Called off (schema.org EventCancelled).",
    IN_PROGRESS: "Under way.",
    OCCURRED: "Took place.",
    UNKNOWN: "Nothing on record says.",
  },
);

export const QuoteKindEnum = describedEnum<QuoteKind>("QuoteKind", "How an article gives somebody's words.", {
  DIRECT: "A full sentence in quotation marks.",
  PARTIAL: "A fragment in quotation marks.",
  INDIRECT: "Reported without quotation marks.",
});

export const SpeakerKindEnum = describedEnum<SpeakerKind>("SpeakerKind", "How a speaker is known.", {
  NAMED: "The text names the speaker.",
  UNNAMED: "The text speaks of someone it does not name, such as a US official.",
  UNKNOWN: "The text does not say who speaks.",
});

export const EntryKindEnum = describedEnum<TimelineKind>(
  "TimelineEntryKind",
  "What an entry of a timeline is.",
  {
    EVENT: "Something that happened or may happen.",
    STATUS_CHANGE: "A change of an event: announced, postponed, cancelled and so on.",
    QUOTE: "Something that somebody said.",
    ARTICLE: "A report.",
    DRAFT: "Something drafted of a report and not on record, there only where drafts are asked for.",
  },
);

export const DraftKindEnum = describedEnum<DraftKind>("DraftKind", "What a draft proposes.", {
  PERSON: "A person, with the roles that the article gives them.",
  QUOTE: "Something that somebody said.",
  EVENT: "Something that happened or may happen.",
});

export const DraftStateEnum = describedEnum<DraftState>(
  "DraftState",
  "What an editor decided about a draft.",
  {
    OPEN: "It waits for a decision.",
    ACCEPTED: "It is on record.",
    REJECTED: "It is not to be put on record.",
  },
);

export const DraftOrderEnum = describedEnum<DraftOrder>("DraftOrder", "Which drafts come first.", {
  TEXT_ORDER: "By the slug of the article, then by place in its text.",
  SUREST_FIRST: "Those with the highest confidence; of equal ones as in the text.",
});

export const TimelineOrderEnum = describedEnum<TimelineOrder>(
  "TimelineOrder",
  "Which entries come first. Undated entries come last in both orders.",
  {
    OLDEST_FIRST: "By earliest day, then latest day, time of day, first report, kind and key.",
    NEWEST_FIRST: "The reverse.",
  },
);

export const StanceEnum = describedEnum<Stance>("Stance", "Where a report stands towards a fact.", {
  SUPPORTS: "It says so.",
  DISPUTES: "It says that it is not so.",
});

export const MethodEnum = describedEnum<Method>("Method", "How a fact was found in its article.", {
  HUMAN: "A person recorded it.",
  RULE: "A rule proposed it.",
  MODEL: "A language model proposed it.",
  IMPORT: "It came with imported data.",
});

export const ArticlePartEnum = describedEnum<ArticlePart>(
  "ArticlePart",
  "Which text of an article a passage is in.",
  {
    HEADLINE: "The headline.",
    BODY: "The body.",
  },
);

export const AnchorStateEnum = describedEnum<AnchorState>(
  "AnchorState",
  "Whether a passage is still where it was found.",
  {
    EXACT: "It is where it was found.",
    MOVED: "The text has it elsewhere now.",
    AMBIGUOUS: "The text has it more than once, and nothing tells which it is.",
    ORPHANED: "The text has it no more.",
    UNANCHORED: "The article is cited as a whole, or its text is not held to look in.",
  },
);

export const BodyAccessEnum = describedEnum<BodyAccess>(
  "BodyAccess",
  "How much of an article anyone may read.",
  {
    FULL: "The whole text.",
    PASSAGES: "Only passages of at most 300 characters.",
  },
);

export const ArticleStateEnum = describedEnum<ArticleState>(
  "ArticleState",
  "Whether the outlet stands by its article.",
  {
    CURRENT: "As published.",
    CORRECTED: "The outlet corrected it.",
    RETRACTED: "The outlet withdrew it; what rests on it is supported no more.",
  },
);

export const ParticipantRoleEnum = describedEnum<ParticipantRole>(
  "ParticipantRole",
  "The part someone has in an event.",
  {
    ATTENDEE: "Was there.",
    HOST: "Hosted it.",
    ORGANIZER: "Organized it.",
    SPEAKER: "Spoke at it.",
    MEDIATOR: "Mediated.",
    SIGNATORY: "Signed what came of it.",
    INVITED: "Was invited.",
    EXPECTED: "Was expected to take part.",
    ABSENT: "Stayed away.",
    SUBJECT: "It was about them.",
  },
);

export const RelationKindEnum = describedEnum<RelationKind>(
  "EventRelationKind",
  "How an event relates to another.",
  {
    FOLLOW_UP_TO: "It follows up the other.",
    PART_OF: "It is part of the other.",
    CAUSED_BY: "The other brought it about.",
    REPLACES: "It takes the other's place.",
    SAME_AS: "Both are the same.",
  },
);

export const DatePrecisionEnum = describedEnum<DatePrecision>(
  "DatePrecision",
  "How precisely a date is known.",
  {
    CENTURY: "A century.",
    DECADE: "A decade.",
    YEAR: "A year.",
    SEASON: "A season, quarter or other part of a year.",
    MONTH: "A month.",
    DAY: "A day.",
    TIME: "A time of day.",
    INTERVAL: "From one date to another; either may be open.",
    SET: "One of several dates, or all of them.",
  },
);

export const DateMatchEnum = describedEnum<DateMatch>(
  "DateMatch",
  "How a date must lie to the days asked for.",
  {
    OVERLAPS: "It may fall on one of them.",
    WITHIN: "Every day that it may mean is one of them.",
    CERTAIN: "As WITHIN, and it is neither approximate nor uncertain.",
  },
);

export const ChangeActionEnum = describedEnum<ChangeAction>(
  "ChangeAction",
  "What was done to something on record.",
  {
    CREATED: "It was put on record.",
    UPDATED: "Something about it was changed or added.",
    REMOVED: "It was taken off the record.",
  },
);
