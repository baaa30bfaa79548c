import { sql } from "drizzle-orm";
import {
  EVENT_STATUSES,
  type EventStatus,
  PARTICIPANT_ROLES,
  type ParticipantRole,
  QUOTE_KINDS,
  type QuoteKind,
  RELATION_KINDS,
  type RelationKind,
  SPEAKER_KINDS,
  type SpeakerKind,
} from "../../domain/model.ts";
import type { AnyColumn, Columns } from "./columns-sqlite.ts";
import type { EntityTables } from "./entities.ts";
import { oneOf } from "./one-of.ts";

/** What articles say: events and their histories, roles, quotes. Dates are EDTF text. */
export function defineFactTables(columns: Columns, { agent, article, place, topic }: EntityTables) {
  const { table, id, ref, text, int, bool, primaryKey, index, unique, check } = columns;

  const role = table(
    "role",
    {
      id: id(),
      key: text().notNull().unique(),
      agentId: ref()
        .notNull()
        .references(() => agent.id),
      title: text().notNull(),
      organizationId: ref().references(() => agent.id),
      held: text(),
    },
    (t) => [index("role_agent").on(t.agentId)],
  );

  /** Its date and status are derived from its changes and stand nowhere else. */
  const event = table(
    "event",
    {
      id: id(),
      key: text().notNull().unique(),
      slug: text().notNull().unique(),
      title: text().notNull(),
      placeId: ref().references(() => place.id),
      /** The one that it is taken for, after merges; null: it stands for itself. */
      mergedIntoId: ref().references((): AnyColumn => event.id),
    },
    (t) => [index("event_merged_into").on(t.mergedIntoId).where(sql`merged_into_id is not null`)],
  );

  const eventTopic = table(
    "event_topic",
    {
      eventId: ref()
        .notNull()
        .references(() => event.id),
      topicId: ref()
        .notNull()
        .references(() => topic.id),
    },
    (t) => [primaryKey({ columns: [t.eventId, t.topicId] }), index("event_topic_topic").on(t.topicId)],
  );

  const statusChange = table(
    "status_change",
    {
      id: id(),
      key: text().notNull().unique(),
      eventId: ref()
        .notNull()
        .references(() => event.id),
      to: text().$type<EventStatus>().notNull(),
      effective: text(),
      newDate: text(),
      reason: text(),
    },
    (t) => [
      index("status_change_event").on(t.eventId),
      check("status_change_to", oneOf(t.to, EVENT_STATUSES)),
    ],
  );

  const participation = table(
    "participation",
    {
      id: id(),
      eventId: ref()
        .notNull()
        .references(() => event.id),
      agentId: ref()
        .notNull()
        .references(() => agent.id),
      role: text().$type<ParticipantRole>().notNull(),
    },
    (t) => [
      unique("participation_once").on(t.eventId, t.agentId, t.role),
      check("participation_role", oneOf(t.role, PARTICIPANT_ROLES)),
    ],
  );

  const eventRelation = table(
    "event_relation",
    {
      id: id(),
      eventId: ref()
        .notNull()
        .references(() => event.id),
      kind: text().$type<RelationKind>().notNull(),
      otherId: ref()
        .notNull()
        .references(() => event.id),
    },
    (t) => [
      unique("event_relation_once").on(t.eventId, t.kind, t.otherId),
      check("event_relation_kind", oneOf(t.kind, RELATION_KINDS)),
    ],
  );

  const quote = table(
    "quote",
    {
      id: id(),
      key: text().notNull().unique(),
      articleId: ref()
        .notNull()
        .references(() => article.id),
      kind: text().$type<QuoteKind>().notNull(),
      text: text().notNull(),
      speakerId: ref().references(() => agent.id),
      speakerKind: text().$type<SpeakerKind>().notNull(),
      speakerAsWritten: text(),
      speakerForId: ref().references(() => agent.id),
      cue: text(),
      relaysId: ref().references(() => agent.id),
      said: text(),
      saidAtId: ref().references(() => event.id),
      language: text(),
      translated: bool().notNull(),
      /** Shared by all reports of one utterance. */
      utterance: text(),
    },
    (t) => [
      index("quote_article").on(t.articleId),
      index("quote_speaker").on(t.speakerId),
      index("quote_said_at").on(t.saidAtId),
      index("quote_utterance").on(t.utterance),
      check("quote_kind", oneOf(t.kind, QUOTE_KINDS)),
      check("quote_speaker_kind", oneOf(t.speakerKind, SPEAKER_KINDS)),
    ],
  );

  const quoteAbout = table(
    "quote_about",
    {
      quoteId: ref()
        .notNull()
        .references(() => quote.id),
      position: int().notNull(),
      eventId: ref()
        .notNull()
        .references(() => event.id),
    },
    (t) => [primaryKey({ columns: [t.quoteId, t.position] }), index("quote_about_event").on(t.eventId)],
  );

  const quoteTopic = table(
    "quote_topic",
    {
      quoteId: ref()
        .notNull()
        .references(() => quote.id),
      topicId: ref()
        .notNull()
        .references(() => topic.id),
    },
    (t) => [primaryKey({ columns: [t.quoteId, t.topicId] }), index("quote_topic_topic").on(t.topicId)],
  );

  /** Texts in our own words, each with the day it was written: earlier views do not know it. */
  const editorialText = table(
    "editorial_text",
    {
      id: id(),
      topicId: ref().references(() => topic.id),
      eventId: ref().references(() => event.id),
      field: text().$type<EditorialField>().notNull(),
      written: text().notNull(),
      text: text().notNull(),
    },
    (t) => [
      unique("editorial_text_topic").on(t.topicId, t.field, t.written),
      unique("editorial_text_event").on(t.eventId, t.field, t.written),
      check("editorial_text_field", oneOf(t.field, EDITORIAL_FIELDS)),
    ],
  );

  return {
    role,
    event,
    eventTopic,
    statusChange,
    participation,
    eventRelation,
    quote,
    quoteAbout,
    quoteTopic,
    editorialText,
  };
}

export type FactTables = ReturnType<typeof defineFactTables>;

/** Fields whose text is an editor's. */
export const EDITORIAL_FIELDS = ["SUMMARY", "DESCRIPTION", "OUTCOME"] as const;
export type EditorialField = (typeof EDITORIAL_FIELDS)[number];
