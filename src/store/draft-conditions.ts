import { and, eq, gte, lte, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import { isThere } from "./is-there.ts";

/** In which order drafts are listed: by article (its slug) and place in the text, or those first that are surest. */
export type DraftOrder = "TEXT_ORDER" | "SUREST_FIRST";

/** What a question about drafts is made of: a statement is prepared once for each shape. */
export interface DraftShape {
  readonly order: DraftOrder;
  readonly topic: boolean;
  readonly article: boolean;
  readonly bearer: boolean;
}

/** What orders drafts, most important first; the names of the bounds are those of DraftPosition. */
export function placeOf({ tables: { draft, article } }: Engine, order: DraftOrder): readonly SQLWrapper[] {
  const inText = [article.slug, draft.start, draft.end, draft.key];
  return order === "TEXT_ORDER" ? inText : [sql`-${draft.confidence}`, ...inText];
}

/** The condition for drafts, joined with their articles, that a filter lets through and that lie between two positions. */
export function draftCondition(engine: Engine, shape: DraftShape): SQL | undefined {
  const { db, tables, parameter, among, inTime } = engine;
  const { draft, articleTopic, draftName } = tables;
  const place = sql`(${sql.join([...placeOf(engine, shape.order)], sql`, `)})`;
  const names = [...(shape.order === "TEXT_ORDER" ? [] : ["Doubt"]), "Slug", "Start", "End", "Key"];
  const bound = (name: string) => {
    const values = names.map((part) => sql`${parameter(`${name}${part}`)}`);
    return sql`(${sql.join(values, sql`, `)})`;
  };
  return and(
    inTime,
    sql`${place} > ${bound("after")}`,
    sql`${place} < ${bound("before")}`,
    among(draft.kind, "kinds"),
    among(draft.state, "states"),
    gte(draft.confidence, parameter("minConfidence")),
    lte(draft.confidence, parameter("maxConfidence")),
    shape.article ? eq(draft.articleId, parameter("articleId")) : undefined,
    shape.topic
      ? isThere(
          db
            .select({ one: sql`1` })
            .from(articleTopic)
            .where(
              and(
                eq(articleTopic.articleId, draft.articleId),
                eq(articleTopic.topicId, parameter("topicId")),
              ),
            ),
        )
      : undefined,
    shape.bearer
      ? isThere(
          db
            .select({ one: sql`1` })
            .from(draftName)
            .where(
              and(
                eq(draftName.draftId, draft.id),
                eq(draftName.type, parameter("bearerType")),
                among(draftName.name, "bearerNames"),
              ),
            ),
        )
      : undefined,
  );
}
