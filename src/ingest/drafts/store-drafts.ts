import { eq } from "drizzle-orm";
import type { Drafts, ExtractorMethod, Refused } from "../../domain/draft.ts";
import { DatelineError } from "../../domain/errors.ts";
import { foldedName } from "../../domain/folded-name.ts";
import { concernedAgents, type Proposal } from "../../domain/proposal.ts";
import type { DraftRow } from "../../store/drafts.ts";
import type { Engine } from "../../store/engine.ts";
import type { Store } from "../../store/open.ts";
import { updateDraftEntries } from "../../store/timeline-index.ts";
import { checkProposals, type DraftValues } from "./check-proposals.ts";

/** What storing drafts did. */
export interface StoredDrafts {
  /** How many are new, changed, and gone since they are not proposed any more. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** How many the article now has that wait for a decision. */
  readonly open: number;
  /** How many of those proposed had been decided already. */
  readonly decided: number;
  readonly refused: readonly Refused[];
}

/**
 * Stores what an extractor proposes of an article's text, in one transaction: nothing of it is on record by that. Doing it
 * again changes nothing. What was decided stays decided; what waits for a decision and is not proposed any more by this
 * method is removed. A proposal whose words are not in the text is refused, the others are stored.
 *
 * What rules and a model propose stands side by side. Where both propose the same passage there is one draft: the surer
 * one, whichever came first; the rules', where both are as sure.
 *
 * @param revision the one that they were taken from, where it may have changed meanwhile
 * @throws DatelineError INVALID_DRAFT where there is no such article, no text of it, or another revision by now
 */
export async function storeDrafts(
  store: Pick<Store, "write">,
  articleKey: string,
  drafts: Drafts,
  method: ExtractorMethod,
  revision?: number,
): Promise<StoredDrafts> {
  return store.write(async (tx, readers) => {
    const [article] = await readers.articles.byKey([articleKey]);
    const [text] = article ? await readers.articles.texts([article.id]) : [];
    if (!article || !text || text.body === null) {
      const what = article ? "is a reference: its text is not held" : "is not on record";
      throw new DatelineError(
        "INVALID_DRAFT",
        `The article "${articleKey}" ${what}; nothing can be drafted of it.`,
      );
    }
    if (revision !== undefined && revision !== article.revision) {
      throw new DatelineError(
        "INVALID_DRAFT",
        `The text of "${article.slug}" changed while it was drafted: draft it again.`,
      );
    }
    const { values, refused } = checkProposals(articleKey, text.body, drafts, method);
    const before = new Map((await readers.drafts.ofArticles([article.id])).map((one) => [one.key, one]));
    const touched = new Set<number>();
    const counts = { added: 0, changed: 0, removed: 0, open: 0, decided: 0 };
    for (const one of values) {
      const known = before.get(one.key);
      const row = { ...one, articleId: article.id, revision: article.revision, method };
      before.delete(one.key);
      if (known === undefined) {
        touched.add(await insertDraft(tx, row));
        counts.added++;
      } else if (known.state !== "OPEN") {
        counts.decided++;
      } else if (isTaken(known, row) && !isSame({ ...known, date: known.date?.edtf ?? null }, row)) {
        await changeDraft(tx, known.id, row);
        touched.add(known.id);
        counts.changed++;
      }
      if (known === undefined || known.state === "OPEN") counts.open++;
    }
    for (const one of before.values()) {
      if (one.state !== "OPEN") continue;
      if (one.method !== method) {
        counts.open++;
        continue;
      }
      await remove(tx, one.id);
      touched.add(one.id);
      counts.removed++;
    }
    await updateDraftEntries(tx, readers, touched);
    return { ...counts, refused };
  });
}

/** Whether a draft that waits for a decision gives way to what is proposed of the same passage. */
function isTaken(known: Pick<Row, "method" | "confidence">, row: Row): boolean {
  // What an editor marked or amended is theirs.
  if (known.method === "HUMAN") return false;
  if (known.method === row.method || row.confidence > known.confidence) return true;
  return row.confidence === known.confidence && row.method === "RULE";
}

type Row = DraftValues & Pick<DraftRow, "articleId" | "revision" | "method">;

/** Stores a new draft, which waits for a decision. Returns its row number. */
export async function insertDraft(tx: Engine, row: Row): Promise<number> {
  const { draft } = tx.tables;
  const [written] = await tx.db
    .insert(draft)
    .values({ ...row, state: "OPEN" })
    .returning({ id: draft.id });
  if (written === undefined) throw new Error("A draft was written without a number.");
  await addNames(tx, written.id, row.payload);
  return written.id;
}

/** Writes another proposal in the place of one, with the names that it is found by. */
export async function changeDraft(tx: Engine, id: number, row: Row): Promise<void> {
  const { draft, draftName } = tx.tables;
  await tx.db.update(draft).set(row).where(eq(draft.id, id));
  await tx.db.delete(draftName).where(eq(draftName.draftId, id));
  await addNames(tx, id, row.payload);
}

async function remove(tx: Engine, id: number): Promise<void> {
  const { draft, draftName } = tx.tables;
  await tx.db.delete(draftName).where(eq(draftName.draftId, id));
  await tx.db.delete(draft).where(eq(draft.id, id));
}

async function addNames(tx: Engine, draftId: number, payload: Proposal): Promise<void> {
  const bearers = concernedAgents(payload).map(({ type, name }) => ({ type, name: foldedName(name) }));
  const place = payload.kind === "EVENT" && payload.place !== null ? [foldedName(payload.place)] : [];
  const names = [...bearers, ...place.map((name) => ({ type: "PLACE" as const, name }))];
  const distinct = new Map(names.map((one) => [`${one.type} ${one.name}`, { draftId, ...one }]));
  for (const row of distinct.values()) {
    if (row.name !== "") await tx.db.insert(tx.tables.draftName).values(row);
  }
}

function isSame(known: Row, row: Row): boolean {
  const { payload, ...columns } = row;
  const entries = new Map<string, unknown>(Object.entries(known));
  return (
    JSON.stringify(known.payload) === JSON.stringify(payload) &&
    Object.entries(columns).every(([name, value]) => entries.get(name) === value)
  );
}
