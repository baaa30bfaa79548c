import { and, desc, eq, exists, gte, lt, or, sql } from "drizzle-orm";
import type { Engine } from "./engine.ts";

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
export function reviewQueueReaders({ db, tables, inTime }: Engine) {
  const { draft, article, articleTopic } = tables;
  return {
    /** Articles after a place in the queue: the latest that were retrieved come first, and then by slug. */
    list(
      { topicId, minConfidence = 0 }: QueueFilter,
      after: { readonly retrievedAt: Date; readonly slug: string },
      limit: number,
    ): Promise<QueuedArticle[]> | QueuedArticle[] {
      const isOpen = sql`${draft.state} = 'OPEN'`;
      const surest = sql<number>`max(case when ${isOpen} then ${draft.confidence} end)`;
      const inTopic = db
        .select({ one: sql`1` })
        .from(articleTopic)
        .where(and(eq(articleTopic.articleId, article.id), eq(articleTopic.topicId, topicId ?? 0)));
      return db
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
            topicId === undefined ? undefined : exists(inTopic),
            or(
              lt(article.retrievedAt, after.retrievedAt),
              and(eq(article.retrievedAt, after.retrievedAt), sql`${article.slug} > ${after.slug}`),
            ),
          ),
        )
        .groupBy(article.id, article.slug, article.retrievedAt)
        .having(gte(surest, minConfidence))
        .orderBy(desc(article.retrievedAt), article.slug)
        .limit(limit);
    },
  };
}
