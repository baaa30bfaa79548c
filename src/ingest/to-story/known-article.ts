import type { StoryArticle } from "../../domain/story.ts";
import type { Readers } from "../../store/readers.ts";
import { contentKey } from "../content-key.ts";
import type { ReadArticle } from "../reading.ts";

/** An article on record, as a story would have it. */
export interface KnownArticle {
  readonly article: StoryArticle & { readonly key: string };
  /** Slugs of the topics it belongs to. */
  readonly topics: readonly string[];
}

/**
 * The key of an article: from what its publisher calls it, else its address, else its words; the same wherever and whenever it
 * is read.
 */
export function articleKey({ identity, url, headline, body }: ReadArticle): string {
  if (identity !== undefined) return contentKey("article", ...identity);
  return url !== undefined
    ? contentKey("article", "url", url)
    : contentKey("article", "text", headline, body ?? "");
}

/** The article on record that this one is, if there is one: by its key or, whoever put it there, by its address. */
export async function findKnownArticle(
  readers: Readers,
  read: ReadArticle,
): Promise<KnownArticle | undefined> {
  const { articles, exactNames, topics } = readers;
  const key = articleKey(read);
  const byAddress =
    read.identity !== undefined || read.url === undefined ? [] : await exactNames.articlesByUrl([read.url]);
  const found = await articles.byKey([key, ...byAddress.map((row) => row.key)]);
  const row = found.find((one) => one.key === key) ?? found[0];
  if (row === undefined) return undefined;
  const [text] = await articles.texts([row.id]);
  const topicIds = (await articles.topics([row.id])).map(({ topicId }) => topicId);
  const article = {
    key: row.key,
    slug: row.slug,
    headline: row.headline,
    headlineIsOurs: row.headlineIsOurs,
    url: row.url ?? undefined,
    source: row.source?.slug,
    syndicatedFrom: row.syndicatedFrom?.slug,
    authors: [],
    language: row.language ?? undefined,
    published: row.published?.edtf,
    retrieved: row.retrievedAt.toISOString(),
    access: row.access,
    state: row.state,
    rights: row.rights ?? undefined,
    topics: [],
    body: text?.body ?? undefined,
  };
  return { article, topics: (await topics.byId(topicIds)).map(({ slug }) => slug) };
}

/** Whether an article says word for word what is on record of it. */
export function isSameText({ article }: KnownArticle, read: ReadArticle): boolean {
  return article.headline === read.headline && article.body === read.body;
}
