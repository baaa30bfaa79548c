import { eq } from "drizzle-orm";
import { LaterText, reanchor } from "../../domain/reanchor.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Tables } from "../../store/schema/tables.ts";
import type { Application } from "./application.ts";
import { factNodes } from "./fact-nodes.ts";
import type { NextText } from "./next-text.ts";

type PassageRow = Tables["passage"]["$inferSelect"];

/**
 * Looks for every passage of an article in its new text, each from the text that it was taken from. The facts that rest on
 * them stay as they are. To the change log it is news for a fact when its words are no longer found, or are found again;
 * that they stand elsewhere in the text is told of the article alone.
 */
export async function anchorAgain(
  application: Application,
  articleId: number,
  text: NextText,
  node: LoggedNode,
): Promise<void> {
  const { tx, rows } = application;
  const { passage, articleRevision } = tx.tables;
  const found = await tx.db
    .select({ passage })
    .from(passage)
    .innerJoin(articleRevision, eq(articleRevision.id, passage.revisionId))
    .where(eq(articleRevision.articleId, articleId))
    .orderBy(passage.id);
  const later = { HEADLINE: new LaterText(text.headline), BODY: new LaterText(text.body) };
  const lostOrFound = new Map<number, { readonly before: PassageRow; readonly after: PassageRow }>();
  for (const { passage: before } of found) {
    // A text that is not held tells nothing.
    if (later[before.part].text === null) continue;
    const { state, passage: now } = reanchor(before, later[before.part]);
    const after = {
      ...before,
      anchor: state,
      currentStart: now?.start ?? null,
      currentEnd: now?.end ?? null,
    };
    await rows.part(passage, eq(passage.id, before.id), after, node);
    if ((before.currentStart === null) !== (now === null)) lostOrFound.set(before.id, { before, after });
  }
  if (lostOrFound.size === 0) return;
  for (const { node: fact, passageId } of await factNodes(application, articleId)) {
    const changed = lostOrFound.get(passageId ?? 0);
    if (changed) rows.journal.note(fact, { table: "passage", ...changed, isNode: false });
  }
}
