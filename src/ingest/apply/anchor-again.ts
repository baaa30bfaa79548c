import { eq } from "drizzle-orm";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Tables } from "../../store/schema/tables.ts";
import type { Application } from "./application.ts";
import { factNodes } from "./fact-nodes.ts";

type PassageRow = Tables["passage"]["$inferSelect"];

/**
 * Looks for every passage of an article in its newest text, each from the text that it was taken from. The facts that rest on
 * them stay as they are. To the change log it is news for a fact when its words are no longer found, or are found again;
 * that they stand elsewhere in the text is told of the article alone.
 */
export async function anchorAgain(
  application: Application,
  articleId: number,
  node: LoggedNode,
): Promise<void> {
  const { tx, rows } = application;
  const { passage, articleRevision } = tx.tables;
  const { anchors } = await application.texts.of(articleId);
  const found = await tx.db
    .select({ passage, number: articleRevision.number })
    .from(passage)
    .innerJoin(articleRevision, eq(articleRevision.id, passage.revisionId))
    .where(eq(articleRevision.articleId, articleId))
    .orderBy(passage.id);
  const lostOrFound = new Map<number, { readonly before: PassageRow; readonly after: PassageRow }>();
  for (const { passage: before, number } of found) {
    const { state: anchor, start: currentStart, end: currentEnd } = anchors.of(number, before.part, before);
    const after = { ...before, anchor, currentStart, currentEnd };
    await rows.part(passage, { id: before.id }, after, node);
    if ((before.currentStart === null) !== (currentStart === null)) {
      lostOrFound.set(before.id, { before, after });
    }
  }
  if (lostOrFound.size === 0) return;
  for (const { node: fact, passageId } of await factNodes(application, articleId)) {
    const changed = lostOrFound.get(passageId ?? 0);
    if (changed) rows.journal.note(fact, { table: "passage", ...changed, isNode: false });
  }
}
