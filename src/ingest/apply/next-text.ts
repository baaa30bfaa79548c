import type { StoryArticle } from "../../domain/story.ts";
import type { ArticleRevision } from "../../store/articles.ts";

/** A text of an article. */
export type Text = Pick<ArticleRevision, "number" | "headline" | "body" | "retrievedAt">;

/** All texts of an article, oldest first. */
export type Texts = readonly [Text, ...Text[]];

/** An article as it is on record. */
export interface KnownTexts {
  readonly headlineIsOurs: boolean;
  readonly revisions: Texts;
}

/** The texts that an article is to have, those on record included. */
export interface NextTexts extends KnownTexts {
  /** Number of the one that is given. */
  readonly given: number;
}

/**
 * What a story's account of an article does to the texts on record. Another headline or body is a new revision; only what we
 * worded ourselves gives way without one. A text that is left out stays. An account that is older than the text on record
 * changes nothing where that text, too, was read then. One that gives earlier texts tells of all, by their numbers.
 *
 * @param known null for a new article
 * @returns the texts that are the article's afterwards, or why there can be none
 */
export function nextTexts(part: StoryArticle, known: KnownTexts | null): NextTexts | string {
  if (part.earlier !== undefined && part.earlier.length > 0) return withEarlier(part, part.earlier, known);
  const retrievedAt = new Date(part.retrieved);
  const { headlineIsOurs: isOurs } = part;
  if (known === null) {
    const first = { number: 1, headline: part.headline, body: part.body ?? null, retrievedAt };
    return { headlineIsOurs: isOurs, revisions: [first], given: 1 };
  }

  const { revisions } = known;
  const current = revisions.at(-1) ?? revisions[0];
  const body = part.body ?? current.body;
  // Our wording says nothing of the outlet's.
  const headline = isOurs && !known.headlineIsOurs ? current.headline : part.headline;
  const headlineIsOurs = isOurs && known.headlineIsOurs;
  const isSame = body === current.body && (headline === current.headline || known.headlineIsOurs);
  if (isSame) {
    // Reading the same text again does not change when it was first read.
    const since = current.number === 1 ? retrievedAt : current.retrievedAt;
    const again = { number: current.number, headline, body, retrievedAt: since };
    const [first, ...others] = revisions;
    const same: Texts = others.length === 0 ? [again] : [first, ...others.slice(0, -1), again];
    return { headlineIsOurs, revisions: same, given: current.number };
  }
  if (retrievedAt >= current.retrievedAt) {
    const next = { number: current.number + 1, headline, body, retrievedAt };
    return { headlineIsOurs, revisions: [...revisions, next], given: next.number };
  }
  const earlier = revisions.find(
    (one) =>
      one.retrievedAt.getTime() === retrievedAt.getTime() &&
      one.body === body &&
      (one.headline === headline || known.headlineIsOurs),
  );
  if (earlier !== undefined) return { ...known, given: earlier.number };
  const [was, is] = [current.retrievedAt.toISOString(), retrievedAt.toISOString()];
  return `the text of "${part.slug}" differs from the one on record, which was read later (${was}, this one ${is}): what was read earlier cannot follow it; if it is the newer one, give it the time at which it was read as \`retrieved\``;
}

/** A text that is left out is not held; one on record stays. */
function withEarlier(
  part: StoryArticle,
  earlier: NonNullable<StoryArticle["earlier"]>,
  known: KnownTexts | null,
): NextTexts | string {
  const texts: Text[] = [...(known?.revisions ?? [])];
  for (const [index, { headline, body = null, retrieved }] of [...earlier, part].entries()) {
    const given = { number: index + 1, headline, body, retrievedAt: new Date(retrieved) };
    const before = texts[index];
    if (before === undefined) texts.push(given);
    else if (!isSameText(before, given)) {
      return `revision ${given.number} of "${part.slug}" on record is another text, read at ${before.retrievedAt.toISOString()}; the texts of an article on record cannot be replaced, and none can be put between them`;
    }
  }
  const [first, ...others] = texts;
  if (first === undefined) throw new Error("An article has a text.");
  const headlineIsOurs = part.headlineIsOurs && (known?.headlineIsOurs ?? true);
  return { headlineIsOurs, revisions: [first, ...others], given: earlier.length + 1 };
}

function isSameText(known: Text, given: Text): boolean {
  return (
    known.headline === given.headline &&
    known.retrievedAt.getTime() === given.retrievedAt.getTime() &&
    (given.body === null || known.body === given.body)
  );
}
