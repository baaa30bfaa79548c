import { codePointLength } from "../../domain/passage.ts";
import type { StoryArticle } from "../../domain/story.ts";
import type { Readers } from "../../store/readers.ts";
import type { KnownTexts } from "../apply/next-text.ts";
import { contentKey } from "../content-key.ts";
import type { ReadArticle } from "../reading.ts";

/** An article on record, as a story would have it. */
export interface KnownArticle {
  readonly article: StoryArticle & { readonly key: string };
  /** All that it has had. */
  readonly texts: KnownTexts;
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
  const [first, ...others] = await articles.revisions([row.id]);
  if (first === undefined) throw new Error(`There is no text of article ${row.key}, though it is on record.`);
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
    published: row.published ?? undefined,
    retrieved: row.retrievedAt.toISOString(),
    access: row.access,
    state: row.state,
    rights: row.rights ?? undefined,
    topics: [],
    body: (others.at(-1) ?? first).body ?? undefined,
  };
  const texts: KnownTexts = { headlineIsOurs: row.headlineIsOurs, revisions: [first, ...others] };
  return { article, texts, topics: (await topics.byId(topicIds)).map(({ slug }) => slug) };
}

/**
 * Whether an article says what is on record of it: word for word or, in a feed, less. What a feed gives is often put together
 * otherwise than the page, so that of a text that the article had before it tells nothing new; and a summary tells nothing
 * new where there is a longer text.
 */
export function isKnownText(
  { article, texts }: KnownArticle,
  { headline, body, ofFeed }: ReadArticle,
): boolean {
  if (article.headline === headline && article.body === body) return true;
  if (ofFeed === undefined) return false;
  if (texts.revisions.some((text) => text.headline === headline && text.body === (body ?? null))) return true;
  return ofFeed === "SUMMARY" && codePointLength(article.body ?? "") > codePointLength(body ?? "");
}
