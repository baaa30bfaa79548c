import { DatelineError } from "../../domain/errors.ts";
import { groupBy } from "../../domain/group-by.ts";
import { LONGEST_SHOWN, passageAt } from "../../domain/passage.ts";
import type { Span } from "../../domain/span.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";

/** The text that drafts were taken from. */
export interface DraftedText {
  readonly body: string;
  /** Slugs. */
  readonly topics: readonly string[];
}

/** The texts that drafts were taken from, by the row numbers of their articles. */
export type DraftedTexts = ReadonlyMap<number, DraftedText>;

/**
 * Reads the texts of drafts.
 *
 * @throws DatelineError INVALID_DRAFT for what was drafted from an earlier text of its article
 */
export async function readTexts(readers: Readers, drafts: readonly Draft[]): Promise<DraftedTexts> {
  const old = drafts.find(({ revision, article }) => revision !== article.revision);
  if (old) {
    const { slug, revision } = old.article;
    throw new DatelineError(
      "INVALID_DRAFT",
      `The draft ${old.key} was taken from revision ${old.revision} of ${slug}, which now is at ${revision}. Draft it again: \`dateline draft --article ${slug}\`.`,
    );
  }
  const ids = [...new Set(drafts.map(({ articleId }) => articleId))];
  const inTopics = await readers.articles.topics(ids);
  const topics = await readers.topics.byId([...new Set(inTopics.map(({ topicId }) => topicId))]);
  const slugs = new Map(topics.map(({ id, slug }) => [id, slug]));
  const byArticle = groupBy(inTopics, ({ articleId }) => articleId);
  const texts = await readers.articles.texts(ids);
  return new Map(
    texts.map(({ articleId, body }) => {
      const own = (byArticle.get(articleId) ?? []).flatMap(({ topicId }) => slugs.get(topicId) ?? []);
      return [articleId, { body: body ?? "", topics: own.sort() }];
    }),
  );
}

/** A passage of the text of a draft as evidence. */
export function evidenceAt(
  { part, method, confidence, article }: Draft,
  { body }: DraftedText,
  { start, end }: Span,
): StoryEvidence {
  const { exact } = passageAt(body, start, end);
  const found = { part, exact, start, method, confidence };
  return { article: article.slug, ...found, stance: "SUPPORTS", claimedBy: [] };
}

/** The sentence that tells what became of an event; what names it, where the sentence is too long to be shown. */
export function tellingOf(draft: Draft, text: DraftedText, sentence: Span): StoryEvidence {
  return evidenceAt(draft, text, sentence.end - sentence.start <= LONGEST_SHOWN ? sentence : draft);
}

/** The text of a draft, among those that were read for it. */
export function textOf(texts: DraftedTexts, { articleId, key }: Draft): DraftedText {
  const text = texts.get(articleId);
  if (text === undefined) throw new Error(`The text of the draft ${key} was not read.`);
  return text;
}
