import { and, eq, isNull } from "drizzle-orm";
import { originOf } from "../domain/evidence.ts";
import type { Awaitable, Engine } from "./engine.ts";
import type { Tables } from "./schema/tables.ts";

/** A publisher. */
export type Source = Tables["source"]["$inferSelect"];

/** An article with its headline, publishers and what follows from them; its body is read apart. */
export type Article = Tables["article"]["$inferSelect"] & {
  readonly headline: string;
  readonly source: Source | null;
  readonly syndicatedFrom: Source | null;
  /** Who its reports go back to. */
  readonly origin: string;
};

/** A text that an article has, or had. */
export type ArticleRevision = Tables["articleRevision"]["$inferSelect"];

export type ArticleReaders = ReturnType<typeof articleReaders>;

/** Reads articles and sources. */
export function articleReaders(engine: Engine) {
  const { db, tables, among, kept, prepare } = engine;
  const { agent, article, articleRevision, articleAuthor, articleTopic, source } = tables;

  const sourcesBy = (column: "id" | "key" | "slug") =>
    prepare(db.select().from(source).where(among(source[column], "values")));
  const sourceRows = sourcesBy("id");
  const sourcesById = kept((ids) => sourceRows({ values: ids }));
  const sourcesByKey = sourcesBy("key");
  const sourcesBySlug = sourcesBy("slug");

  const articlesBy = (column: "id" | "key" | "slug") =>
    prepare(
      db
        .select({ article, headline: articleRevision.headline })
        .from(article)
        .innerJoin(
          articleRevision,
          and(eq(articleRevision.articleId, article.id), eq(articleRevision.number, article.revision)),
        )
        .where(among(article[column], "values")),
    );
  const articlesById = articlesBy("id");
  const articlesByKey = articlesBy("key");
  const articlesBySlug = articlesBy("slug");

  const texts = prepare(
    db
      .select({ articleId: article.id, revisionId: articleRevision.id, body: articleRevision.body })
      .from(article)
      .innerJoin(
        articleRevision,
        and(eq(articleRevision.articleId, article.id), eq(articleRevision.number, article.revision)),
      )
      .where(among(article.id, "values")),
  );
  const revisions = prepare(
    db
      .select()
      .from(articleRevision)
      .where(among(articleRevision.articleId, "values"))
      .orderBy(articleRevision.articleId, articleRevision.number),
  );
  const authors = prepare(
    db
      .select({
        articleId: articleAuthor.articleId,
        position: articleAuthor.position,
        agentId: articleAuthor.agentId,
      })
      .from(articleAuthor)
      .innerJoin(agent, and(eq(agent.id, articleAuthor.agentId), isNull(agent.mergedIntoId)))
      .where(among(articleAuthor.articleId, "values"))
      .orderBy(articleAuthor.articleId, articleAuthor.position),
  );
  const topics = prepare(db.select().from(articleTopic).where(among(articleTopic.articleId, "values")));

  async function withSources(rows: Awaitable<Awaited<ReturnType<typeof articlesById>>>): Promise<Article[]> {
    const found = await rows;
    const ids = new Set(
      found.flatMap((row) => [row.article.sourceId ?? [], row.article.syndicatedFromId ?? []].flat()),
    );
    const sources = new Map((await sourcesById([...ids])).map((row) => [row.id, row]));
    const get = (id: number | null) => (id === null ? null : (sources.get(id) ?? null));
    return found.map(({ article: row, headline }) => {
      const publishers = { source: get(row.sourceId), syndicatedFrom: get(row.syndicatedFromId) };
      // The row becomes the article: a copy of so many columns takes longer than reading them.
      return Object.assign(row, publishers, {
        headline,
        origin: originOf({ key: row.key, ...publishers }),
      });
    });
  }

  return {
    sourcesById,
    sourcesByKey: (keys: readonly string[]) => sourcesByKey({ values: keys }),
    sourcesBySlug: (slugs: readonly string[]) => sourcesBySlug({ values: slugs }),
    byId: kept((ids) => withSources(articlesById({ values: ids }))),
    byKey: (keys: readonly string[]) => withSources(articlesByKey({ values: keys })),
    bySlug: (slugs: readonly string[]) => withSources(articlesBySlug({ values: slugs })),
    /** Each article's current revision with its text; null for a reference. */
    texts: (ids: readonly number[]) => texts({ values: ids }),
    /** All texts that articles have had, oldest first. */
    revisions: (ids: readonly number[]): Awaitable<ArticleRevision[]> => revisions({ values: ids }),
    /** In the order in which the article names them. */
    authors: (ids: readonly number[]) => authors({ values: ids }),
    topics: (ids: readonly number[]) => topics({ values: ids }),
  };
}
