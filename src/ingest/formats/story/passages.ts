import { DatelineError } from "../../../domain/errors.ts";
import type { BodyAccess } from "../../../domain/model.ts";
import {
  codePointLength,
  findPassage,
  LONGEST_SHOWN,
  type Passage,
  passageAt,
} from "../../../domain/passage.ts";
import type { Story, StoryEvidence } from "../../../domain/story.ts";
import type { Problem } from "../../problems.ts";
import { storyEvidence } from "./references.ts";

/** What decides on whether an article has a passage, in a story or on record. */
export interface CitedArticle {
  readonly slug: string;
  readonly headline: string;
  readonly headlineIsOurs: boolean;
  readonly access: BodyAccess;
  /** Null or absent for a reference. */
  readonly body?: string | null | undefined;
}

/** Looks for each passage whose text is in the story; those of articles that are on record already are passed over. */
export function checkPassages(story: Story): Problem[] {
  const articles = new Map(story.articles.map((article) => [article.slug, article]));
  return storyEvidence(story).flatMap(({ evidence }) =>
    evidence.flatMap((piece): Problem[] => {
      const article = articles.get(piece.article);
      if (piece.exact === undefined || article === undefined) return [];
      const found = locatePassage(article, piece);
      return typeof found === "string" ? [{ at: story.at(piece, "exact"), message: found }] : [];
    }),
  );
}

/** Where the words of a piece of evidence stand in its article, or why they cannot be its passage. */
export function locatePassage(article: CitedArticle, piece: StoryEvidence): Passage | string {
  const { exact = "", prefix, suffix, start } = piece;
  if (piece.part === "HEADLINE" && article.headlineIsOurs) {
    return `the headline of ${article.slug} is our own wording and proves nothing; cite the article alone`;
  }
  const length = codePointLength(exact);
  if (article.access === "PASSAGES" && length > LONGEST_SHOWN) {
    return `${article.slug}: the passage has ${length} characters; of an article with \`access: PASSAGES\` it may have ${LONGEST_SHOWN}: choose the words that matter`;
  }
  const text = piece.part === "HEADLINE" ? article.headline : (article.body ?? null);
  if (text === null)
    return `${article.slug}: is a reference whose text is not held; cite it without a passage`;
  try {
    if (start === undefined) return findPassage(text, { exact, prefix, suffix });
    const found = passageAt(text, start, start + length);
    return found.exact === exact
      ? found
      : `${article.slug}: at ${start} the text does not have “${exact}” but “${found.exact}”`;
  } catch (error) {
    if (error instanceof DatelineError) return `${article.slug}: ${error.message}`;
    throw error;
  }
}
