import { type Anchor, Anchors, UNANCHORED } from "../domain/anchors.ts";
import { revisionAsOf } from "../domain/revision.ts";
import type { Article, ArticleRevision } from "../store/articles.ts";
import type { Context } from "./context.ts";
import { detailsOf } from "./evidence-details.ts";
import type { ArticleView, EvidenceView } from "./views.ts";

/** A text that an article has or had; its body is for those who may read it. */
export interface RevisionView {
  readonly record: ArticleRevision;
  readonly article: Article;
}

/** The texts that an article had had by its day, oldest first: the first of them, whenever it was retrieved. */
export async function revisionsOf({ record, asOf }: ArticleView, { load }: Context): Promise<RevisionView[]> {
  const [first, ...others] = await load.articleRevisions.load(record.id);
  if (first === undefined) return [];
  const last = revisionAsOf([first, ...others], asOf);
  return [first, ...others]
    .filter(({ number }) => number <= last.number)
    .map((revision) => ({ record: revision, article: record }));
}

/** Whether an article may have had another text by its day than it has now. */
export function mayHaveFormerText({ record, asOf }: ArticleView): boolean {
  return asOf !== null && record.revision !== 1;
}

/** The text that an article had by its day, where that is another than it has now; null where it is the same. */
export async function formerText(view: ArticleView, context: Context): Promise<ArticleRevision | null> {
  if (!mayHaveFormerText(view)) return null;
  const last = (await revisionsOf(view, context)).at(-1);
  return last === undefined || last.record.number === view.record.revision ? null : last.record;
}

const ANCHORS = new WeakMap<EvidenceView, Promise<Anchor>>();

/** Where the passage of a piece of evidence was in the text of its day; looked for once for each view of it. */
export function anchorOf(view: EvidenceView, context: Context): Promise<Anchor> {
  const known = ANCHORS.get(view);
  if (known) return known;
  const anchor = findAnchor(view, context);
  ANCHORS.set(view, anchor);
  return anchor;
}

async function findAnchor(view: EvidenceView, context: Context): Promise<Anchor> {
  const { article } = view.record;
  const { passage, revision } = await detailsOf(view, context);
  if (passage === null) return UNANCHORED;
  const former = await formerText({ __typename: "Article", record: article, asOf: view.asOf }, context);
  if (former === null) return { state: passage.anchor, start: passage.currentStart, end: passage.currentEnd };
  const anchors =
    FORMER.get(former) ??
    new Anchors(
      (await context.load.articleRevisions.load(article.id)).filter(({ number }) => number <= former.number),
    );
  FORMER.set(former, anchors);
  return anchors.of(revision, passage.part, passage);
}

/** What tells of the passages of an article in a former text: made once, since texts are long and passages many. */
const FORMER = new WeakMap<ArticleRevision, Anchors>();
