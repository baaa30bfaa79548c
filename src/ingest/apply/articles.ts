import { and, eq } from "drizzle-orm";
import { dayOut } from "../../domain/evidence.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { StoryArticle } from "../../domain/story.ts";
import type { Engine } from "../../store/engine.ts";
import type { Application } from "./application.ts";

/** Articles with their texts, authors and topics. */
export async function applyArticles(application: Application): Promise<void> {
  const { tx, rows, story } = application;
  await rows.prefetch(
    tx.tables.article,
    story.articles.map((part) => part.key ?? part.slug),
  );
  for (const part of story.articles) await applyArticle(application, part);
}

async function applyArticle(
  { tx, rows, slugs, texts, changed, ...application }: Application,
  part: StoryArticle,
): Promise<void> {
  const { article, articleAuthor, articleTopic, articleRevision } = tx.tables;
  const key = part.key ?? part.slug;
  const node = { type: "Article" as const, key };
  const retrievedAt = new Date(part.retrieved);
  const published = parseFuzzyDateIfKnown(part.published);
  const row = await rows.node(
    article,
    { key },
    {
      key,
      slug: part.slug,
      headlineIsOurs: part.headlineIsOurs,
      url: part.url ?? null,
      sourceId: await slugs.maybe("source", part.source),
      syndicatedFromId: await slugs.maybe("source", part.syndicatedFrom),
      language: part.language ?? null,
      published: published?.edtf ?? null,
      retrievedAt,
      out: dayOut(published, retrievedAt),
      access: part.access,
      state: part.state,
      rights: part.rights ?? null,
      revision: 1,
    },
    node,
  );
  slugs.learn("article", part.slug, { id: row.id, key });
  const authors = await rowNumbers(part.authors, (slug) => slugs.find("person", slug));
  const newAuthor = await rows.add(
    { table: articleAuthor, owner: articleAuthor.articleId, of: row, ordered: true },
    authors.map((agentId) => ({ articleId: row.id, agentId })),
    node,
  );
  const topics = await rowNumbers(part.topics, (slug) => slugs.find("topic", slug));
  const newTopic = await rows.add(
    { table: articleTopic, owner: articleTopic.articleId, of: row, ordered: false },
    topics.map((topicId) => ({ articleId: row.id, topicId })),
    node,
  );
  const identity = { articleId: row.id, number: 1 };
  const onRecord = row.created ? undefined : await textOnRecord(tx, row.id);
  const body = part.bodyWithheld ? (onRecord?.body ?? null) : (part.body ?? null);
  if (onRecord && (onRecord.headline !== part.headline || onRecord.body !== body)) {
    const message = `the text of "${part.slug}" differs from the one on record, on which passages rest; give the changed text a slug of its own`;
    application.problems.push({ at: application.story.at(part), message });
    return;
  }
  const text = { ...identity, headline: part.headline, body, retrievedAt };
  const revision = await rows.part(articleRevision, identity, text, node, row);
  const { slug, headline, headlineIsOurs, access } = part;
  texts.learn(row.id, { slug, headline, headlineIsOurs, access, body, revisionId: revision.id, revision });
  if (row.changed || newAuthor || newTopic) changed.articles.add(row.id);
}

async function textOnRecord({ db, tables: { articleRevision } }: Engine, articleId: number) {
  const first = and(eq(articleRevision.articleId, articleId), eq(articleRevision.number, 1));
  const [found] = await db.select().from(articleRevision).where(first).limit(1);
  return found;
}

async function rowNumbers(
  slugs: readonly string[],
  find: (slug: string) => Promise<{ readonly id: number }>,
): Promise<number[]> {
  const ids: number[] = [];
  for (const slug of slugs) ids.push((await find(slug)).id);
  return ids;
}
