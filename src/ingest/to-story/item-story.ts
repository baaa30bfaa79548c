import { dayOut } from "../../domain/evidence.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import type { BodyAccess } from "../../domain/model.ts";
import type { Story, StoryArticle } from "../../domain/story.ts";
import type { Readers } from "../../store/readers.ts";
import { nextTexts } from "../apply/next-text.ts";
import { asciiSlug } from "../ascii-slug.ts";
import { digest } from "../content-key.ts";
import { refuse } from "../problems.ts";
import type { ReadItem, ReadSource } from "../reading.ts";
import { eventKey, eventStory, severalNamed } from "./event-story.ts";
import { articleKey, findKnownArticle, isKnownText, type KnownArticle } from "./known-article.ts";
import { Names } from "./names.ts";
import { StoryParts } from "./story-parts.ts";

/** What holds for items that do not say it themselves, and where they go. */
export interface ItemDefaults {
  /** When the document was read. */
  readonly retrieved: Date;
  readonly access: BodyAccess;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly source?: ReadSource | undefined;
  /** The topic that everything goes to; without it, that which the document names. */
  readonly topic?: { readonly slug: string; readonly title?: string | undefined } | undefined;
}

/** An item on its way to the record. */
export interface ItemStory {
  readonly story: Story;
  readonly article: StoryArticle & { readonly key: string };
  /** `CHANGED`: on record with another text, which becomes a new revision, or with a headline of ours in place of its own. */
  readonly state: "NEW" | "KNOWN" | "CHANGED";
  /** Whether nothing about it can be new: it is on record, in its topic, with all its events. */
  readonly isDone: boolean;
  readonly notes: readonly string[];
}

/**
 * Makes a story of an item: its article with publisher and authors, its topic, and its events, as the record has them. An
 * article on record stays as it is, but for its text.
 *
 * @throws DatelineError INVALID_ARTICLE for a text that was read before the one on record
 */
export async function itemStory(
  readers: Readers,
  item: ReadItem,
  defaults: ItemDefaults,
): Promise<ItemStory> {
  const parts = new StoryParts(item.article.at);
  const names = new Names(readers, parts);
  const notes = [...item.article.notes];
  const known = await findKnownArticle(readers, item.article);
  const topics = await topicOf(readers, item, defaults, parts);
  const changed = known && changedArticle(known, item, defaults, notes);
  const article = changed ?? known?.article ?? (await newArticle(readers, item, defaults, names, notes));
  parts.articles.push({ ...article, topics });
  const published = parseFuzzyDateIfKnown(article.published);
  const teller = {
    slug: article.slug,
    key: article.key,
    day: dayOut(published, new Date(article.retrieved)),
  };
  const isDone = known !== undefined && !changed && isIn(known, topics) && (await haveEvents(readers, item));
  for (const read of isDone ? [] : item.events) {
    const { event, notes: left } = await eventStory(readers, names, read, teller, topics);
    notes.push(...left);
    parts.place(event, read.at);
    parts.events.push(event);
  }
  return {
    story: parts.story(),
    article,
    state: known === undefined ? "NEW" : changed ? "CHANGED" : "KNOWN",
    isDone,
    notes,
  };
}

function isIn(known: KnownArticle, topics: readonly string[]): boolean {
  return topics.every((topic) => known.topics.includes(topic));
}

async function haveEvents(readers: Readers, { events }: ReadItem): Promise<boolean> {
  const keys = new Set(events.map(eventKey));
  return (await readers.events.byKey([...keys])).length === keys.size;
}

/** An article on record with the text that was read now; undefined where that changes nothing. */
function changedArticle(
  known: KnownArticle,
  { article: read }: ReadItem,
  { retrieved }: ItemDefaults,
  notes: string[],
): KnownArticle["article"] | undefined {
  if (isKnownText(known, read)) return undefined;
  const { headline, headlineIsOurs, body } = read;
  const text = { headline, headlineIsOurs, body, retrieved: read.retrieved ?? retrieved.toISOString() };
  const article = { ...known.article, ...text };
  const next = nextTexts(article, known.texts);
  if (typeof next === "string") refuse(read.at, next);
  const before = known.texts.revisions.length;
  if (next.revisions.length === before) {
    // What the outlet calls it takes the place of what we called it.
    return known.article.headlineIsOurs && !headlineIsOurs
      ? { ...known.article, headline, headlineIsOurs }
      : undefined;
  }
  const since = known.article.retrieved.slice(0, 10);
  notes.push(`its text changed since it was read on ${since}: this is revision ${before + 1}`);
  return article;
}

async function newArticle(
  readers: Readers,
  { article: read }: ReadItem,
  defaults: ItemDefaults,
  names: Names,
  notes: string[],
): Promise<StoryArticle & { readonly key: string }> {
  const key = articleKey(read);
  const bySlug = (slugs: readonly string[]) => readers.articles.bySlug(slugs);
  const authors: string[] = [];
  for (const name of read.authors) {
    const slug = await names.agent("PERSON", name);
    if (slug === undefined) notes.push(severalNamed(name));
    else authors.push(slug);
  }
  const source = read.source?.name === undefined ? { ...defaults.source, ...read.source } : read.source;
  return {
    key,
    slug: await names.freeSlug("article", key, asciiSlug(read.headline), bySlug),
    headline: read.headline,
    headlineIsOurs: read.headlineIsOurs,
    url: read.url,
    source: await names.source(source),
    syndicatedFrom: read.syndicatedFrom && (await names.source({ name: read.syndicatedFrom })),
    authors: [...new Set(authors)],
    language: read.language ?? defaults.language,
    published: read.published ?? defaults.published,
    retrieved: read.retrieved ?? defaults.retrieved.toISOString(),
    access: read.access ?? defaults.access,
    state: "CURRENT",
    rights: read.rights,
    topics: [],
    body: read.body,
  };
}

/** The slugs of the topic an item goes to; one that is not on record is added. */
async function topicOf(
  readers: Readers,
  item: ReadItem,
  defaults: ItemDefaults,
  parts: StoryParts,
): Promise<readonly string[]> {
  const named = item.topic && { slug: topicSlug(item.topic.title), title: item.topic.title };
  const { slug, title } = defaults.topic ?? named ?? {};
  if (slug === undefined) return [];
  const [known] = await readers.topics.bySlug([slug]);
  if (known === undefined) {
    const text = defaults.topic === undefined ? item.topic?.summary : undefined;
    const written = defaults.retrieved.toISOString().slice(0, 10);
    parts.topics.push({
      slug,
      title: title ?? slug,
      summary: text === undefined ? undefined : { text, written },
    });
  }
  return [slug];
}

function topicSlug(title: string): string {
  return asciiSlug(title) ?? `topic-${digest(title).slice(0, 6)}`;
}
