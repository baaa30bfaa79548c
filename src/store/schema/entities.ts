import { sql } from "drizzle-orm";
import {
  AGENT_TYPES,
  type AgentType,
  ARTICLE_STATES,
  type ArticleState,
  BODY_ACCESS,
  type BodyAccess,
} from "../../domain/model.ts";
import type { AnyColumn, Columns } from "./columns-sqlite.ts";
import { oneOf } from "./one-of.ts";

/** Who and what a story is about, and the articles that tell it. */
export function defineEntityTables(columns: Columns) {
  const { table, id, ref, text, int, real, bool, instant, primaryKey, index, unique, check } = columns;

  const topic = table("topic", {
    id: id(),
    key: text().notNull().unique(),
    slug: text().notNull().unique(),
    title: text().notNull(),
  });

  /** People and organizations: both take part, speak and claim. */
  const agent = table(
    "agent",
    {
      id: id(),
      key: text().notNull(),
      type: text().$type<AgentType>().notNull(),
      slug: text().notNull(),
      name: text().notNull(),
      /** The one that it is taken for, after merges; null: it stands for itself. */
      mergedIntoId: ref().references((): AnyColumn => agent.id),
    },
    (t) => [
      index("agent_merged_into").on(t.mergedIntoId).where(sql`merged_into_id is not null`),
      unique("agent_type_key").on(t.type, t.key),
      unique("agent_type_slug").on(t.type, t.slug),
      check("agent_type", oneOf(t.type, AGENT_TYPES)),
    ],
  );

  const agentAlias = table(
    "agent_alias",
    {
      agentId: ref()
        .notNull()
        .references(() => agent.id),
      position: int().notNull(),
      alias: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.agentId, t.position] })],
  );

  /** Pages elsewhere about the same agent (schema.org sameAs). */
  const agentLink = table(
    "agent_link",
    {
      agentId: ref()
        .notNull()
        .references(() => agent.id),
      position: int().notNull(),
      url: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.agentId, t.position] })],
  );

  const place = table(
    "place",
    {
      id: id(),
      key: text().notNull().unique(),
      slug: text().notNull().unique(),
      name: text().notNull(),
      country: text(),
      withinId: ref().references((): AnyColumn => place.id),
      latitude: real(),
      longitude: real(),
      mergedIntoId: ref().references((): AnyColumn => place.id),
    },
    (t) => [index("place_merged_into").on(t.mergedIntoId).where(sql`merged_into_id is not null`)],
  );

  const source = table("source", {
    id: id(),
    key: text().notNull().unique(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    domain: text(),
    owner: text(),
  });

  const article = table(
    "article",
    {
      id: id(),
      key: text().notNull().unique(),
      slug: text().notNull().unique(),
      headlineIsOurs: bool().notNull(),
      url: text(),
      sourceId: ref().references(() => source.id),
      syndicatedFromId: ref().references(() => source.id),
      language: text(),
      /** EDTF; null where it is not known. */
      published: text(),
      retrievedAt: instant().notNull(),
      /** The day it was out, which follows from the two (see domain/evidence.ts). */
      out: text().notNull(),
      access: text().$type<BodyAccess>().notNull(),
      state: text().$type<ArticleState>().notNull(),
      rights: text(),
      /** Number of the current revision. */
      revision: int().notNull(),
    },
    (t) => [
      index("article_url").on(t.url),
      check("article_access", oneOf(t.access, BODY_ACCESS)),
      check("article_state", oneOf(t.state, ARTICLE_STATES)),
    ],
  );

  /** The texts of an article. A revision never changes; a changed article is a new revision. */
  const articleRevision = table(
    "article_revision",
    {
      id: id(),
      articleId: ref()
        .notNull()
        .references(() => article.id),
      number: int().notNull(),
      headline: text().notNull(),
      /** Null for a reference, whose text is not stored. */
      body: text(),
      retrievedAt: instant().notNull(),
    },
    (t) => [unique("article_revision_number").on(t.articleId, t.number)],
  );

  const articleAuthor = table(
    "article_author",
    {
      articleId: ref()
        .notNull()
        .references(() => article.id),
      position: int().notNull(),
      agentId: ref()
        .notNull()
        .references(() => agent.id),
    },
    (t) => [primaryKey({ columns: [t.articleId, t.position] }), index("article_author_agent").on(t.agentId)],
  );

  const articleTopic = table(
    "article_topic",
    {
      articleId: ref()
        .notNull()
        .references(() => article.id),
      topicId: ref()
        .notNull()
        .references(() => topic.id),
    },
    (t) => [primaryKey({ columns: [t.articleId, t.topicId] })],
  );

  return {
    topic,
    agent,
    agentAlias,
    agentLink,
    place,
    source,
    article,
    articleRevision,
    articleAuthor,
    articleTopic,
  };
}

export type EntityTables = ReturnType<typeof defineEntityTables>;
