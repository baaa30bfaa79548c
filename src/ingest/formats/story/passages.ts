import { DatelineError } from "../../../domain/errors.ts";
import type { BodyAccess } from "../../../domain/model.ts";
import {
  codePointLength,
  findPassage,
  LONGEST_SHOWN,
  type Passage,
  passageAt,
  sliceCodePoints,
} from "../../../domain/passage.ts";
import type { Story, StoryEvidence } from "../../../domain/story.ts";
import type { Problem } from "../../problems.ts";
import { storyEvidence } from "./references.ts";

/** What decides on whether an article has a passage, in a story or on record. */
export interface CitedArticle {
  readonly slug: string;
  readonly headline: string;
  readonly headlineIsOurs: boolean;
  /** PASSAGES where left out. */
  readonly access?: BodyAccess | undefined;
  /** Null or absent for a reference. */
  readonly body?: string | null | undefined;
}

/**
 * Looks for each passage whose text is in the story. Those of articles that are on record already are passed over: they may
 * rest on an earlier text.
 *
 * @param onRecord slugs
 */
export function checkPassages(story: Story, onRecord: ReadonlySet<string> = new Set()): Problem[] {
  const inStory = story.articles.filter(({ slug }) => !onRecord.has(slug));
  const articles = new Map(inStory.map((article) => [article.slug, article]));
  return storyEvidence(story).flatMap(({ evidence }) =>
    evidence.flatMap((piece): Problem[] => {
      const article = articles.get(piece.article);
      if (article === undefined) return [];
      const texts = [...(article.earlier ?? []), article];
      const text = texts[(piece.revision ?? texts.length) - 1];
      if (text === undefined) {
        return [{ at: story.at(piece, "revision"), message: noSuchText(piece, texts.length) }];
      }
      if (piece.exact === undefined) return [];
      const { slug, headlineIsOurs, access } = article;
      const { headline, body } = text;
      const found = locatePassage({ slug, headlineIsOurs, access, headline, body }, piece);
      return typeof found === "string" ? [{ at: story.at(piece, "exact"), message: found }] : [];
    }),
  );
}

/** Why evidence cannot be taken from a text that its article has not had. */
export function noSuchText({ article, revision }: StoryEvidence, texts: number): string {
  return `${article}: there is no revision ${revision}; it has had ${texts === 1 ? "one text" : `${texts} texts`}`;
}

/**
 * Where the words of a piece of evidence stand in its article, or why they cannot be its passage. What is given with its
 * place is taken to be there where the text is not held: whoever has it on record is told so by its anchor.
 */
export function locatePassage(article: CitedArticle, piece: StoryEvidence): Passage | string {
  const { exact = "", prefix, suffix, start } = piece;
  if (piece.part === "HEADLINE" && article.headlineIsOurs) {
    return `the headline of ${article.slug} is our own wording and proves nothing; cite the article alone`;
  }
  const length = codePointLength(exact);
  // What has a place was on record so: a text may be free no longer.
  if (start === undefined && article.access !== "FULL" && length > LONGEST_SHOWN) {
    return `${article.slug}: the passage has ${length} characters; of an article with \`access: PASSAGES\` it may have ${LONGEST_SHOWN}: choose the words that matter`;
  }
  const text = piece.part === "HEADLINE" ? article.headline : (article.body ?? null);
  if (text === null) {
    if (start !== undefined)
      return { start, end: start + length, exact, prefix: prefix ?? "", suffix: suffix ?? "" };
    return `${article.slug}: is a reference whose text is not held; cite it without a passage`;
  }
  try {
    if (start === undefined) return findPassage(text, { exact, prefix, suffix });
    const found = passageAt(text, start, start + length);
    if (found.exact === exact) return found;
    return `${article.slug}: at ${start} the text has ${shown(found.exact)}, not ${shown(exact)}; correct \`start\`, or leave it out to have the words looked for`;
  } catch (error) {
    if (error instanceof DatelineError) return `${article.slug}: ${error.message}`;
    throw error;
  }
}

/** Words in a message, cut where they are many. */
function shown(words: string): string {
  const beginning = sliceCodePoints(words, 0, 60);
  return JSON.stringify(`${beginning}${beginning === words ? "" : "…"}`);
}
