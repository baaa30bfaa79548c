import { dayOut } from "../../domain/evidence.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { StoryArticle } from "../../domain/story.ts";
import type { ArticleRevision } from "../../store/articles.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { RowPut } from "../../store/row-writer.ts";
import { moveDrafts } from "../drafts/move-drafts.ts";
import { anchorAgain } from "./anchor-again.ts";
import type { Application } from "./application.ts";
import { nextTexts, type Texts } from "./next-text.ts";
import { noteRetraction } from "./note-retraction.ts";

/** Articles with their texts, authors and topics. */
export async function applyArticles(application: Application): Promise<void> {
  const { tx, rows, story } = application;
  await rows.prefetch(
    tx.tables.article,
    story.articles.map((part) => part.key ?? part.slug),
  );
  for (const part of story.articles) await applyArticle(application, part);
}

async function applyArticle(application: Application, part: StoryArticle): Promise<void> {
  const { tx, rows, slugs, changed, problems, story } = application;
  const { article, articleAuthor, articleTopic } = tx.tables;
  const key = part.key ?? part.slug;
  const node = { type: "Article" as const, key };
  const before = await onRecord(application, key);
  const texts = nextTexts(part, before);
  if (typeof texts === "string") {
    problems.push({ at: story.at(part), message: texts });
    return;
  }
  const { headlineIsOurs, revisions } = texts;
  const current = revisions.at(-1) ?? revisions[0];
  const access = part.access ?? before?.access ?? "PASSAGES";
  const state = part.state ?? before?.state ?? "CURRENT";
  const published = parseFuzzyDateIfKnown(part.published);
  const row = await rows.node(
    article,
    { key },
    {
      key,
      slug: part.slug,
      headlineIsOurs,
      url: part.url ?? null,
      sourceId: await slugs.maybe("source", part.source),
      syndicatedFromId: await slugs.maybe("source", part.syndicatedFrom),
      language: part.language ?? null,
      published: published?.edtf ?? null,
      retrievedAt: current.retrievedAt,
      // Out it has been since its first text was.
      out: dayOut(published, revisions[0].retrievedAt),
      access,
      state,
      rights: part.rights ?? null,
      revision: current.number,
    },
    node,
  );
  await slugs.learn("article", part.slug, { id: row.id, key });
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
  const put = await putTexts(application, row, revisions, node);
  const { slug } = part;
  application.texts.learn(row.id, { ...put, slug, headlineIsOurs, access, given: texts.given });
  if (before && current.number > before.revision) {
    await rows.flush();
    await anchorAgain(application, row.id, node);
    await moveDrafts(application, { id: row.id, key, revision: current.number, body: current.body });
  }
  if (before) await noteRetraction(application, before, state);
  if (row.changed || newAuthor || newTopic || put.changed) changed.articles.add(row.id);
}

/** An article that is on record, with its texts. */
async function onRecord({ tx, rows, readers }: Application, key: string) {
  if ((await rows.find(tx.tables.article, { key })) === null) return null;
  const [row] = await readers.articles.byKey([key]);
  const [first, ...others] = row ? await readers.articles.revisions([row.id]) : [];
  if (!row || !first) throw new Error(`There is no text of article ${key}, though it is on record.`);
  return { ...row, revisions: [first, ...others] as const };
}

/** Puts the texts of an article on record. */
async function putTexts(
  { tx, rows }: Application,
  article: RowPut,
  [first, ...others]: Texts,
  node: LoggedNode,
) {
  const put = new Map<number, RowPut>();
  const one = async ({ number, headline, body, retrievedAt }: Texts[number]) => {
    const identity = { articleId: article.id, number };
    const values = { ...identity, headline, body, retrievedAt };
    const row = await rows.part(tx.tables.articleRevision, identity, values, node, article);
    put.set(number, row);
    return { id: row.id, ...values };
  };
  const revisions: [ArticleRevision, ...ArticleRevision[]] = [await one(first)];
  for (const text of others) revisions.push(await one(text));
  return { revisions, rows: put, changed: [...put.values()].some((row) => row.changed) };
}

async function rowNumbers(
  slugs: readonly string[],
  find: (slug: string) => Promise<{ readonly id: number }>,
): Promise<number[]> {
  const ids: number[] = [];
  for (const slug of slugs) ids.push((await find(slug)).id);
  return ids;
}
