import { eq } from "drizzle-orm";
import { LaterText, reanchor } from "../../domain/reanchor.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Engine } from "../../store/engine.ts";
import type { Readers } from "../../store/readers.ts";
import { updateDraftEntries } from "../../store/timeline-index.ts";
import { draftKey } from "./draft-key.ts";
import { moveProposal, renameIn } from "./move-proposal.ts";

/** An article with a new text. */
export interface RevisedArticle {
  readonly id: number;
  readonly key: string;
  /** Number of the new revision. */
  readonly revision: number;
  readonly body: string | null;
}

/** Which of the drafts that turn out to be the same is kept: what an editor decided stands. */
const RANKS = { ACCEPTED: 0, REJECTED: 1, OPEN: 2 } as const;

/**
 * Brings the drafts of an article to its new text. Those whose words are found in it move there, with keys as if they had
 * been drafted from it: an open one goes on waiting, and a decision holds, so that what was rejected does not come back. Of
 * the others the open ones are removed, and the decided ones stay what they were, drafts of the earlier text.
 *
 * @throws an error that is not the caller's to mend where the text that a draft was taken from is not on record
 */
export async function moveDrafts(
  { tx, readers }: { readonly tx: Engine; readonly readers: Readers },
  article: RevisedArticle,
): Promise<void> {
  const drafts = await readers.drafts.ofArticles([article.id]);
  if (drafts.length === 0) return;
  const revisions = await readers.articles.revisions([article.id]);
  const bodies = new Map(revisions.map(({ number, body }) => [number, body]));
  const { moved, gone } = plan(drafts, article, bodies);

  const { draft, draftName } = tx.tables;
  for (const { id } of gone) {
    await tx.db.delete(draftName).where(eq(draftName.draftId, id));
    await tx.db.delete(draft).where(eq(draft.id, id));
  }
  // One may get the key that another has until now.
  for (const { id } of moved) {
    await tx.db
      .update(draft)
      .set({ key: `moving/${id}` })
      .where(eq(draft.id, id));
  }
  for (const { id, ...values } of moved) await tx.db.update(draft).set(values).where(eq(draft.id, id));
  await updateDraftEntries(
    tx,
    readers,
    gone.map(({ id }) => id),
  );
}

function plan(
  drafts: readonly Draft[],
  { key: articleKey, revision, body }: RevisedArticle,
  bodies: ReadonlyMap<number, string | null>,
) {
  const later = new LaterText(body);
  const keys = new Map<string, string>();
  const gone: Draft[] = [];
  const found: { draft: Draft; passage: NonNullable<ReturnType<typeof reanchor>["passage"]> }[] = [];
  for (const draft of drafts) {
    const { passage } = reanchor(draft, later);
    if (passage !== null) found.push({ draft, passage });
    else if (draft.state === "OPEN") gone.push(draft);
    else keys.set(draft.key, draft.key);
  }
  found.sort((a, b) => RANKS[a.draft.state] - RANKS[b.draft.state] || a.draft.id - b.draft.id);
  const taken = new Set(keys.values());
  const movable = found.filter(({ draft, passage }) => {
    const before = ordinalOf(articleKey, draft);
    const key = draftKey(articleKey, { kind: draft.kind, ...passage }, before);
    const isFree = !taken.has(key);
    // A decided one whose words are another's now keeps its place in the earlier text.
    if (!isFree && draft.state === "OPEN") gone.push(draft);
    keys.set(draft.key, isFree || draft.state === "OPEN" ? key : draft.key);
    taken.add(key);
    return isFree;
  });
  const moved = movable.map(({ draft, passage }) => {
    const text = bodies.get(draft.revision) ?? null;
    if (text === null) throw new Error(`There is no text that the draft ${draft.key} was taken from.`);
    const proposal = moveProposal(draft.payload, text, later, passage);
    const payload = renameIn(proposal, (key) => keys.get(key));
    return { id: draft.id, ...passage, key: keys.get(draft.key) ?? draft.key, revision, payload };
  });
  return { moved, gone };
}

/** How many drafts of the same words and kind came before one when it was drafted. */
function ordinalOf(articleKey: string, draft: Draft): number {
  for (let before = 0; before < 100; before++) {
    if (draftKey(articleKey, draft, before) === draft.key) return before;
  }
  return 0;
}
