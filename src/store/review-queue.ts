import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Awaitable, Engine } from "./engine.ts";
import { isThere } from "./is-there.ts";
import { madeOnce } from "./made-once.ts";

/** An article of which something waits for a decision. */
export interface QueuedArticle {
  readonly articleId: number;
  readonly slug: string;
  readonly retrievedAt: Date;
  /** How many of its drafts wait for a decision. */
  readonly open: number;
  /** How many there are, decided ones included. */
  readonly all: number;
  /** The confidence of the surest that waits. */
  readonly surest: number;
}

/** Which articles are asked for. */
export interface QueueFilter {
  /** A row number. */
  readonly topicId?: number | undefined;
  /** Only articles of which a draft that waits is at least so sure. */
  readonly minConfidence?: number | undefined;
}

/** Reads what waits for editors. */
export function reviewQueueReaders({ db, tables, inTime, parameter, prepare }: Engine) {
  const { draft, article, articleTopic } = tables;
  const isOpen = sql`${draft.state} = 'OPEN'`;
  const surest = sql<number>`max(case when ${isOpen} then ${draft.confidence} end)`;
  const inTopic = isThere(
    db
      .select({ one: sql`1` })
      .from(articleTopic)
      .where(and(eq(articleTopic.articleId, article.id), eq(articleTopic.topicId, parameter("topicId")))),
  );
  const page = madeOnce(({ ofTopic }: { readonly ofTopic: boolean }) =>
    prepare(
      db
        .select({
          articleId: article.id,
          slug: article.slug,
          retrievedAt: article.retrievedAt,
          open: sql<number>`count(case when ${isOpen} then 1 end)`.mapWith(Number),
          all: sql<number>`count(*)`.mapWith(Number),
          surest,
        })
        .from(draft)
        .innerJoin(article, eq(article.id, draft.articleId))
        .where(
          and(
            inTime,
            ofTopic ? inTopic : undefined,
            or(
              sql`${article.retrievedAt} < ${parameter("before")}`,
              and(
                sql`${article.retrievedAt} = ${parameter("at")}`,
                sql`${article.slug} > ${parameter("slug")}`,
              ),
            ),
          ),
        )
        .groupBy(article.id, article.slug, article.retrievedAt)
        .having(sql`${surest} >= ${parameter("minConfidence")}`)
        .orderBy(desc(article.retrievedAt), article.slug)
        .limit(parameter("limit")),
    ),
  );
  return {
    /** Articles after a place in the queue: the latest that were retrieved come first, and then by slug. */
    list(
      { topicId, minConfidence = 0 }: QueueFilter,
      after: { readonly retrievedAt: Date; readonly slug: string },
      limit: number,
    ): Awaitable<QueuedArticle[]> {
      const at = after.retrievedAt.getTime();
      const place = { before: at, at, slug: after.slug, minConfidence, limit };
      return page({ ofTopic: topicId !== undefined })(topicId === undefined ? place : { ...place, topicId });
    },
  };
}
