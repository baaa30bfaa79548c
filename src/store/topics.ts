import { aliasedTable, and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import { ENTRY_KINDS } from "../domain/model.ts";
import { SUBJECT_TYPES } from "../domain/timeline.ts";
import type { Agent } from "./agents.ts";
import type { Engine } from "./engine.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";
import type { Tables } from "./schema/tables.ts";
import { dayText } from "./timeline.ts";

export type Topic = Tables["topic"]["$inferSelect"];
export type EditorialText = Tables["editorialText"]["$inferSelect"];

/** A person of a topic, and how many of its entries are theirs. */
export interface TopicPerson {
  readonly agent: Agent;
  readonly entries: number;
}

/** Reads topics, and the texts that editors wrote about topics and events. */
export function topicReaders({ db, tables, among, parameter, prepare, inTime }: Engine) {
  const { topic, editorialText, timeline, agent, claim, evidence, article, eventTopic, quoteTopic } = tables;

  const by = (column: "id" | "key" | "slug") =>
    prepare(db.select().from(topic).where(among(topic[column], "values")));
  const byId = by("id");
  const byKey = by("key");
  const bySlug = by("slug");
  const list = prepare(
    db
      .select()
      .from(topic)
      .where(gt(topic.slug, parameter("after")))
      .orderBy(topic.slug)
      .limit(parameter("limit")),
  );
  const textsOf = (column: "topicId" | "eventId") =>
    prepare(
      db
        .select()
        .from(editorialText)
        .where(among(editorialText[column], "values"))
        .orderBy(editorialText.written),
    );
  const textsOfTopics = textsOf("topicId");
  const textsOfEvents = textsOf("eventId");
  const people = prepare(peopleQuery());
  const eventsWithNews = prepare(
    db
      .selectDistinct({ eventId: eventTopic.eventId })
      .from(eventTopic)
      .innerJoin(evidence, eq(evidence.eventId, eventTopic.eventId))
      .innerJoin(article, eq(article.id, evidence.articleId))
      .where(
        and(
          inTime,
          eq(eventTopic.topicId, parameter("topicId")),
          isNull(evidence.withdrawalId),
          // A piece of evidence is out on the later of the two days.
          or(gt(article.out, parameter("since")), gt(evidence.outSince, parameter("since"))),
          lte(article.out, parameter("until")),
          or(isNull(evidence.outSince), lte(evidence.outSince, parameter("until"))),
        ),
      )
      .limit(parameter("limit")),
  );

  /**
   * Those with an event, change or quote entry in the topic, or named as a claimant in it. A bounded statement rather
   * than a counter, since it depends on the day asked about.
   */
  function peopleQuery() {
    const entry = aliasedTable(timeline, "entry");
    const theirs = aliasedTable(timeline, "theirs");
    const currently = (t: typeof entry) =>
      and(lte(t.fromDay, parameter("day")), gt(t.untilDay, parameter("day")));
    const appearances = db
      .select({ agentId: theirs.subjectId, one: sql<number>`1`.as("one") })
      .from(entry)
      .innerJoin(theirs, and(eq(theirs.kind, entry.kind), eq(theirs.entryId, entry.entryId)))
      .where(
        and(
          inTime,
          eq(entry.subjectType, SUBJECT_TYPES.indexOf("TOPIC")),
          eq(entry.subjectId, parameter("topicId")),
          inArray(entry.kind, PEOPLED_KINDS),
          currently(entry),
          eq(theirs.subjectType, SUBJECT_TYPES.indexOf("AGENT")),
          currently(theirs),
        ),
      );
    const claimants = (facts: typeof eventTopic | typeof quoteTopic, fact: AnyColumn, column: AnyColumn) =>
      db
        .select({ agentId: claim.agentId, one: sql<number>`0`.as("one") })
        .from(facts)
        .innerJoin(evidence, eq(column, fact))
        .innerJoin(claim, eq(claim.evidenceId, evidence.id))
        .innerJoin(article, eq(article.id, evidence.articleId))
        .where(
          and(
            inTime,
            eq(facts.topicId, parameter("topicId")),
            isNull(evidence.withdrawalId),
            lte(article.out, parameter("dayText")),
            or(isNull(evidence.outSince), lte(evidence.outSince, parameter("dayText"))),
          ),
        );
    const each = appearances
      .unionAll(claimants(eventTopic, eventTopic.eventId, evidence.eventId))
      .unionAll(claimants(quoteTopic, quoteTopic.quoteId, evidence.quoteId))
      .as("each_one");
    const counted = db
      .select({ agentId: each.agentId, entries: sql<number>`sum(${each.one})`.mapWith(Number).as("entries") })
      .from(each)
      .groupBy(each.agentId)
      .as("counted");
    return db
      .select({ agent, entries: counted.entries })
      .from(counted)
      .innerJoin(agent, eq(agent.id, counted.agentId))
      .where(
        and(
          eq(agent.type, "PERSON"),
          isNull(agent.mergedIntoId),
          or(
            lt(counted.entries, parameter("entries")),
            and(eq(counted.entries, parameter("entries")), gt(agent.slug, parameter("slug"))),
          ),
        ),
      )
      .orderBy(desc(counted.entries), asc(agent.slug))
      .limit(parameter("limit"));
  }

  return {
    byId: (ids: readonly number[]) => byId({ values: ids }),
    byKey: (keys: readonly string[]) => byKey({ values: keys }),
    bySlug: (slugs: readonly string[]) => bySlug({ values: slugs }),
    /** Topics by slug, after a slug. */
    list: (after: string, limit: number) => list({ after, limit }),
    /** All versions of the texts of topics, oldest first. */
    textsOfTopics: (ids: readonly number[]) => textsOfTopics({ values: ids }),
    /** All versions of the texts of events, oldest first. */
    textsOfEvents: (ids: readonly number[]) => textsOfEvents({ values: ids }),
    /** The people of a topic after one with that many entries and that slug: most entries first, then by slug. */
    people: (
      topicId: number,
      day: number,
      after: { readonly entries: number; readonly slug: string },
      limit: number,
    ) => people({ topicId, day, dayText: dayText(day), ...after, limit }),
    /** Events of a topic with evidence that came out after one day and by another, in no order. */
    eventsWithNews: (topicId: number, since: Day, until: Day, limit: number) =>
      eventsWithNews({ topicId, since, until, limit }),
  };
}

const PEOPLED_KINDS = (["EVENT", "STATUS_CHANGE", "QUOTE"] as const).map((kind) => ENTRY_KINDS.indexOf(kind));
