import { and, eq } from "drizzle-orm";
import { dayOut } from "../../domain/evidence.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { StoryArticle } from "../../domain/story.ts";
import { moveDrafts } from "../drafts/move-drafts.ts";
import { anchorAgain } from "./anchor-again.ts";
import type { Application } from "./application.ts";
import { nextText } from "./next-text.ts";
import { noteRetraction } from "./note-retraction.ts";

/** Articles with their texts, authors and topics. */
export async function applyArticles(application: Application): Promise<void> {
  for (const part of application.story.articles) await applyArticle(application, part);
}

async function applyArticle(application: Application, part: StoryArticle): Promise<void> {
  const { tx, rows, slugs, changed, problems, story } = application;
  const { article, articleAuthor, articleTopic, articleRevision } = tx.tables;
  const key = part.key ?? part.slug;
  const node = { type: "Article" as const, key };
  const before = await onRecord(application, key);
  const text = nextText(part, before);
  if (typeof text === "string") {
    problems.push({ at: story.at(part), message: text });
    return;
  }
  const access = part.access ?? before?.access ?? "PASSAGES";
  const state = part.state ?? before?.state ?? "CURRENT";
  const published = parseFuzzyDateIfKnown(part.published);
  // Out it has been since its first text was.
  const first = text.number === 1 ? text.retrievedAt : (before?.revisions[0].retrievedAt ?? text.retrievedAt);
  const row = await rows.node(
    article,
    eq(article.key, key),
    {
      key,
      slug: part.slug,
      headlineIsOurs: text.headlineIsOurs,
      url: part.url ?? null,
      sourceId: await slugs.maybe("source", part.source),
      syndicatedFromId: await slugs.maybe("source", part.syndicatedFrom),
      language: part.language ?? null,
      published: published?.edtf ?? null,
      retrievedAt: text.retrievedAt,
      out: dayOut(published, first),
      access,
      state,
      rights: part.rights ?? null,
      revision: text.number,
    },
    node,
  );
  const of = { table: articleAuthor, owner: articleAuthor.articleId, ownerId: row.id, ordered: true };
  const authors = await rowNumbers(part.authors, (slug) => slugs.find("person", slug));
  const newAuthor = await rows.add(
    of,
    authors.map((agentId) => ({ articleId: row.id, agentId })),
    node,
  );
  const topics = await rowNumbers(part.topics, (slug) => slugs.find("topic", slug));
  const newTopic = await rows.add(
    { table: articleTopic, owner: articleTopic.articleId, ownerId: row.id, ordered: false },
    topics.map((topicId) => ({ articleId: row.id, topicId })),
    node,
  );
  const { number, headline, body, retrievedAt } = text;
  const revision = await rows.part(
    articleRevision,
    and(eq(articleRevision.articleId, row.id), eq(articleRevision.number, number)),
    { articleId: row.id, number, headline, body, retrievedAt },
    node,
  );
  if (before && number > before.revision) {
    await anchorAgain(application, row.id, text, node);
    await moveDrafts(application, { ...before, revision: number, body });
  }
  if (before) await noteRetraction(application, before, state);
  if (row.changed || newAuthor || newTopic || revision.changed) changed.articles.add(row.id);
}

/** An article that is on record, with its texts. */
async function onRecord({ tx, readers }: Application, key: string) {
  const { article } = tx.tables;
  const [row] = await tx.db.select().from(article).where(eq(article.key, key)).limit(1);
  if (row === undefined) return null;
  const [first, ...others] = await readers.articles.revisions([row.id]);
  if (first === undefined) throw new Error(`There is no text of article ${key}, though it is on record.`);
  return { ...row, revisions: [first, ...others] as const };
}

async function rowNumbers(
  slugs: readonly string[],
  find: (slug: string) => Promise<{ readonly id: number }>,
): Promise<number[]> {
  const ids: number[] = [];
  for (const slug of slugs) ids.push((await find(slug)).id);
  return ids;
}
