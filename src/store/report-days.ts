import { and, asc, count, desc, eq, gt, inArray, isNull, lt, lte, min, ne, sql } from "drizzle-orm";
import { ENTRY_KINDS } from "../domain/model.ts";
import { SUBJECT_TYPES } from "../domain/timeline.ts";
import { dayNumber, FAR } from "../domain/timeline-position.ts";
import type { Engine } from "./engine.ts";
import { dayText } from "./timeline.ts";

/** A day on which something of a topic became known. */
export interface ReportDay {
  /** As a number: 2025-08-15 is 20250815. */
  readonly day: number;
  /** Entries that are new from it on, or from it on are another: with another status or date, or disputed. */
  readonly entries: number;
}

const KINDS = (["EVENT", "STATUS_CHANGE", "QUOTE"] as const).map((kind) => ENTRY_KINDS.indexOf(kind));

/** Reads on which days the view of a topic changed, and what is disputed in it. */
export function reportDayReaders({ db, tables, parameter, prepare, inTime }: Engine) {
  const { timeline, eventTopic, evidence, article } = tables;

  // A row of the index begins on the day from which an entry is what the row says.
  const versions = (order: typeof asc) =>
    prepare(
      db
        .select({ day: timeline.fromDay, entries: count() })
        .from(timeline)
        .where(
          and(
            inTime,
            eq(timeline.subjectType, SUBJECT_TYPES.indexOf("TOPIC")),
            eq(timeline.subjectId, parameter("topicId")),
            inArray(timeline.kind, KINDS),
            gt(timeline.fromDay, parameter("after")),
            lt(timeline.fromDay, parameter("before")),
          ),
        )
        .groupBy(timeline.fromDay)
        .orderBy(order(timeline.fromDay))
        .limit(parameter("limit")),
    );

  /** What speaks against an event of a topic, or a change of one, and is not retracted. */
  const disputing = and(
    inTime,
    eq(eventTopic.topicId, parameter("topicId")),
    eq(evidence.stance, "DISPUTES"),
    isNull(evidence.withdrawalId),
    isNull(evidence.participationId),
    isNull(evidence.relationId),
    ne(article.state, "RETRACTED"),
  );
  const firsts = db
    .select({ day: min(article.out).as("day") })
    .from(eventTopic)
    .innerJoin(evidence, eq(evidence.eventId, eventTopic.eventId))
    .innerJoin(article, eq(article.id, evidence.articleId))
    .where(disputing)
    .groupBy(evidence.eventId, evidence.changeId)
    .as("firsts");
  const disputes = (order: typeof asc) =>
    prepare(
      db
        .select({ day: firsts.day, entries: count() })
        .from(firsts)
        .where(and(gt(firsts.day, parameter("afterText")), lt(firsts.day, parameter("beforeText"))))
        .groupBy(sql`${firsts.day}`)
        .orderBy(order(firsts.day))
        .limit(parameter("limit")),
    );
  const latestFirst = { versions: versions(desc), disputes: disputes(desc), sign: -1 };
  const earliestFirst = { versions: versions(asc), disputes: disputes(asc), sign: 1 };
  const disputed = prepare(
    db
      .selectDistinct({ eventId: eventTopic.eventId })
      .from(eventTopic)
      .innerJoin(evidence, eq(evidence.eventId, eventTopic.eventId))
      .innerJoin(article, eq(article.id, evidence.articleId))
      .where(and(disputing, lte(article.out, parameter("dayText"))))
      .orderBy(eventTopic.eventId)
      .limit(parameter("limit")),
  );

  /** The first so many days between two (numbers, exclusive) on which the view of a topic changed, in an order. */
  async function read(
    order: typeof latestFirst,
    topicId: number,
    { after, before }: { readonly after: number; readonly before: number },
    limit: number,
  ): Promise<ReportDay[]> {
    const counts = new Map<number, number>();
    const add = (day: number, entries: number) => counts.set(day, entries + (counts.get(day) ?? 0));
    for (const { day, entries } of await order.versions({ topicId, after, before, limit })) add(day, entries);
    const texts = { afterText: dayText(after), beforeText: dayText(before) };
    for (const { day, entries } of await order.disputes({ topicId, ...texts, limit })) {
      if (day !== null) add(dayNumber(day), entries);
    }
    return [...counts]
      .map(([day, entries]) => ({ day, entries }))
      .sort((a, b) => (a.day - b.day) * order.sign)
      .slice(0, limit);
  }

  return {
    /** The last so many days before a day (a number, exclusive) on which the view of a topic changed, latest first. */
    before: (topicId: number, before: number, limit: number) =>
      read(latestFirst, topicId, { after: 0, before }, limit),
    /** The first so many days after a day (a number, exclusive) on which the view of a topic changed, earliest first. */
    after: (topicId: number, after: number, limit: number) =>
      read(earliestFirst, topicId, { after, before: FAR }, limit),
    /** Events of a topic, by row number, of which somebody had said by a day that they, or steps of theirs, are not so. */
    disputedEvents: (topicId: number, day: number, limit: number) =>
      disputed({ topicId, dayText: dayText(day), limit }),
  };
}
