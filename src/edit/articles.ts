import { z } from "zod";
import { DatelineError } from "../domain/errors.ts";
import { ARTICLE_STATES, BODY_ACCESS } from "../domain/model.ts";
import { applyStoryIn } from "../ingest/apply/apply-story.ts";
import { changeArticle } from "../ingest/apply/change-article.ts";
import { draftText } from "../ingest/drafts/draft-article.ts";
import { readDocument } from "../ingest/formats/read-document.ts";
import { type Fetch, fetchPage } from "../ingest/inputs/fetch-page.ts";
import type { Format, InputDocument, ReadItem } from "../ingest/reading.ts";
import { itemStory } from "../ingest/to-story/item-story.ts";
import { edtf, languageTag, line, type NodeResult, node, optional, revision, slug, url } from "./inputs.ts";
import { InvalidInput, refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

/** Characters of a text that is pasted, at most. */
const LONGEST = 2_500_000;
/** Characters of a text that is drafted while the editor waits, and others wait to write, at most. */
const LONGEST_DRAFTED = 100_000;
const pasted = optional(
  z.string().min(1, "It is empty.").max(LONGEST, `It is longer than ${LONGEST} characters.`),
);

export const IngestArticle = z.object({
  text: pasted,
  html: pasted,
  ninjs: pasted,
  address: optional(url),
  url: optional(url),
  headline: optional(line(200)),
  published: optional(edtf),
  language: optional(languageTag),
  source: optional(line(200)),
  topic: optional(z.object({ slug, title: optional(line(300)) })),
  access: optional(z.enum(BODY_ACCESS)),
  draft: optional(z.boolean()),
});
type Given = z.output<typeof IngestArticle>;

/** What became of an article, what was drafted of it, and what there is to say about both. */
export const IngestResult = z.object({
  article: z.string(),
  state: z.enum(["CREATED", "UPDATED", "UNCHANGED"]),
  openDrafts: z.int(),
  notes: z.array(z.string()),
});
export type IngestResult = z.output<typeof IngestResult>;

/** What reads an article that is not sent along: null where this server fetches none. */
export type Fetching = { readonly fetch: Fetch } | null;

const FETCHED = { timeoutMs: 15_000, maxBytes: 5 * 1024 * 1024, userAgent: "dateline" };

/**
 * Reads the article that is given, before anything is written: fetches it where it is given by its address.
 *
 * @throws InvalidInput for what cannot be read, or is more or less than one article
 */
export async function readGiven(given: Given, fetching: Fetching): Promise<ReadItem> {
  const path = FORMATS.filter((name) => given[name] !== undefined);
  const [way, second] = path;
  if (way === undefined || second !== undefined) {
    return refuseInput("Give one of `text`, `html`, `ninjs` and `address`.");
  }
  try {
    const { document, format } = await documentOf(given, way, fetching);
    const { items, problems } = await readDocument(document, format);
    const [problem] = problems;
    const [item, other] = items;
    if (item === undefined) return refuseInput(problem?.message ?? "There is no article in it.", way);
    if (other !== undefined) {
      return refuseInput(
        `It has ${items.length} articles. Send one; feeds are read by \`dateline ingest\`.`,
        way,
      );
    }
    return withGiven(item, given);
  } catch (error) {
    if (error instanceof InvalidInput || !(error instanceof DatelineError)) throw error;
    return refuseInput(error.message, way);
  }
}

const FORMATS = ["text", "html", "ninjs", "address"] as const;

async function documentOf(
  given: Given,
  way: (typeof FORMATS)[number],
  fetching: Fetching,
): Promise<{ readonly document: InputDocument; readonly format?: Format }> {
  const content = given[way] ?? "";
  if (way === "address") {
    if (fetching === null) {
      return refuseInput(
        "This server fetches no pages: whoever runs it can allow that (FETCH_URLS=true). Paste the text or the page's HTML instead.",
        "address",
      );
    }
    return { document: await fetchPage(content, { ...FETCHED, ...fetching }) };
  }
  const text = way === "text" && given.headline !== undefined ? `${given.headline}\n\n${content}` : content;
  const document = { name: "the article", bytes: new TextEncoder().encode(text), url: given.url };
  return { document, format: way };
}

/** What the editor says of an article goes before what it says itself. */
function withGiven(
  { article, ...item }: ReadItem,
  { headline, published, language, access, url: address }: Given,
): ReadItem {
  const own = headline === undefined ? {} : { headline, headlineIsOurs: false };
  return {
    ...item,
    article: {
      ...article,
      ...own,
      ...(address === undefined ? {} : { url: address }),
      ...(published === undefined ? {} : { published }),
      ...(language === undefined ? {} : { language }),
      ...(access === undefined ? {} : { access }),
    },
  };
}

/** Puts an article on record that was read, and drafts it unless that is not wanted. */
export async function ingestArticle(editing: Editing, given: Given, item: ReadItem): Promise<IngestResult> {
  const { readers, author, store } = editing;
  const { topic } = given;
  if (topic !== undefined && topic.title === undefined) {
    const [known] = await readers.topics.bySlug([topic.slug]);
    if (!known) {
      return refuseInput(
        "There is no such topic on record: give its title, too, to begin it.",
        "topic",
        "slug",
      );
    }
  }
  const source = given.source === undefined ? undefined : { name: given.source };
  const { story, article, state, isDone, notes } = await itemStory(readers, item, {
    retrieved: author.at,
    access: given.access ?? "PASSAGES",
    source,
    topic,
  });
  const applied = isDone ? { created: 0, updated: 0 } : await applyStoryIn(editing, story, author);
  const changed = applied.created + applied.updated > 0;
  const drafted =
    given.draft === false
      ? 0
      : (article.body?.length ?? 0) > LONGEST_DRAFTED
        ? `its text is longer than ${LONGEST_DRAFTED} characters; \`dateline draft\` takes its time for it`
        : await draftText(store, article.key);
  return {
    article: article.key,
    state: state === "NEW" ? "CREATED" : changed ? "UPDATED" : "UNCHANGED",
    openDrafts: typeof drafted === "number" || typeof drafted === "string" ? 0 : drafted.open,
    notes: [...notes, ...(typeof drafted === "string" ? [`nothing was drafted: ${drafted}`] : [])],
  };
}

export const DraftArticle = z.object({ article: node, expectedRevision: revision });

/** Drafts an article on record by the rules as they are now. */
export async function draftArticle(
  { readers, store, expect }: Editing,
  { article, expectedRevision }: z.output<typeof DraftArticle>,
): Promise<IngestResult> {
  const [known] = article.type === "Article" ? await readers.articles.byKey([article.key]) : [];
  const { key } = found(known, "article", "article");
  await expect({ type: "Article", key }, expectedRevision, "expectedRevision");
  const drafted = await draftText(store, key);
  if (typeof drafted === "string") return refuseInput(`Nothing can be drafted of it: ${drafted}.`, "article");
  const refused = drafted.refused.map(({ what, reason }) => `${what}: ${reason}`);
  return { article: key, state: "UNCHANGED", openDrafts: drafted.open, notes: refused };
}

export const SetArticle = z.object({
  article: node,
  expectedRevision: revision,
  state: optional(z.enum(ARTICLE_STATES)),
  access: optional(z.enum(BODY_ACCESS)),
});

/** Says whether an outlet stands by an article, and how much of it anyone may read. */
export async function setArticle(
  editing: Editing,
  { article, expectedRevision, state, access }: z.output<typeof SetArticle>,
): Promise<NodeResult> {
  const { readers, store, author } = editing;
  const [known] = article.type === "Article" ? await readers.articles.byKey([article.key]) : [];
  const before = found(known, "article", "article");
  await editing.expect({ type: "Article", key: before.key }, expectedRevision, "expectedRevision");
  if (state === undefined && access === undefined) return refuseInput("Give `state`, `access`, or both.");
  await changeArticle(store, before.slug, { state, access }, author);
  return { type: "Article", key: before.key };
}
