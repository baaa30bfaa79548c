import { DatelineError } from "../../../domain/errors.ts";
import type { BodyAccess } from "../../../domain/model.ts";
import { codePointLength, findPassage, LONGEST_SHOWN } from "../../../domain/passage.ts";
import type { Story, StoryEvidence } from "../../../domain/story.ts";
import type { Problem } from "../../problems.ts";
import { storyEvidence } from "./references.ts";

/** Looks for each passage whose text is in the story; those of articles that are on record already are passed over. */
export function checkPassages(story: Story): Problem[] {
  const articles = new Map(story.articles.map((article) => [article.slug, article]));
  return storyEvidence(story).flatMap(({ evidence }) =>
    evidence.flatMap((piece): Problem[] => {
      const article = articles.get(piece.article);
      if (piece.exact === undefined || article === undefined) return [];
      if (piece.part === "HEADLINE" && article.headlineIsOurs) {
        const message = `the headline of ${article.slug} is our own wording and proves nothing; cite the article alone`;
        return [{ at: story.at(piece, "exact"), message }];
      }
      const tooLong = whyTooLong(article, piece);
      if (tooLong !== undefined) return [{ at: story.at(piece, "exact"), message: tooLong }];
      const text = piece.part === "HEADLINE" ? article.headline : article.body;
      const message = text === undefined ? undefined : whyNotFound(text, piece);
      return message === undefined
        ? []
        : [{ at: story.at(piece, "exact"), message: `${piece.article}: ${message}` }];
    }),
  );
}

/** Why a passage may not be kept of an article of which only passages may be shown. */
export function whyTooLong(
  { access }: { readonly access: BodyAccess },
  { article, exact = "" }: StoryEvidence,
): string | undefined {
  const length = codePointLength(exact);
  if (access !== "PASSAGES" || length <= LONGEST_SHOWN) return undefined;
  return `${article}: the passage has ${length} characters; of an article with \`access: PASSAGES\` it may have ${LONGEST_SHOWN}: choose the words that matter`;
}

function whyNotFound(text: string, { exact = "", prefix, suffix }: StoryEvidence): string | undefined {
  try {
    findPassage(text, {
      exact,
      ...(prefix !== undefined && { prefix }),
      ...(suffix !== undefined && { suffix }),
    });
    return undefined;
  } catch (error) {
    if (error instanceof DatelineError) return error.message;
    throw error;
  }
}
