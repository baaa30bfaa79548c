import type { StoryArticle } from "../../domain/story.ts";
import type { ArticleRevision } from "../../store/articles.ts";

/** The text that an article is to have. */
export interface NextText extends Pick<ArticleRevision, "number" | "headline" | "body" | "retrievedAt"> {
  readonly headlineIsOurs: boolean;
}

/** An article as it is on record, with all its texts, oldest first. */
export interface KnownTexts {
  readonly headlineIsOurs: boolean;
  readonly revisions: readonly [ArticleRevision, ...ArticleRevision[]];
}

/**
 * What a story's account of an article does to the text on record. Another headline or body is a new revision; only what we
 * worded ourselves gives way without one. A text that is left out stays. An account that is older than the text on record
 * changes nothing where that text, too, was read then.
 *
 * @param known null for a new article
 * @returns the text that is the article's afterwards, or why there can be none
 */
export function nextText(part: StoryArticle, known: KnownTexts | null): NextText | string {
  const retrievedAt = new Date(part.retrieved);
  const given = { headline: part.headline, headlineIsOurs: part.headlineIsOurs, retrievedAt };
  if (known === null) return { ...given, number: 1, body: part.body ?? null };

  const current = known.revisions.at(-1) ?? known.revisions[0];
  const body = part.body ?? current.body;
  // Our wording says nothing of the outlet's.
  const headline = part.headlineIsOurs && !known.headlineIsOurs ? current.headline : part.headline;
  const headlineIsOurs = part.headlineIsOurs && known.headlineIsOurs;
  const isSame = body === current.body && (headline === current.headline || known.headlineIsOurs);
  if (isSame) {
    // Reading the same text again does not change when it was first read.
    const since = current.number === 1 ? retrievedAt : current.retrievedAt;
    return { number: current.number, headline, headlineIsOurs, body, retrievedAt: since };
  }
  if (retrievedAt >= current.retrievedAt) {
    return { number: current.number + 1, headline, headlineIsOurs, body, retrievedAt };
  }
  const isEarlier = known.revisions.some(
    (one) =>
      one.retrievedAt.getTime() === retrievedAt.getTime() &&
      one.body === body &&
      (one.headline === headline || known.headlineIsOurs),
  );
  if (isEarlier) return { ...current, headlineIsOurs: known.headlineIsOurs };
  const [was, is] = [current.retrievedAt.toISOString(), retrievedAt.toISOString()];
  return `the text of "${part.slug}" differs from the one on record, which was read later (${was}, this one ${is}): what was read earlier cannot follow it; if it is the newer one, give it the time at which it was read as \`retrieved\``;
}
