import { and, eq, gte, isNull } from "drizzle-orm";
import { z } from "zod";
import { noteDraft } from "../ingest/drafts/note-draft.ts";
import { withoutAccount } from "../ingest/drafts/without-account.ts";
import { withoutMention } from "../ingest/drafts/without-mention.ts";
import { Journal } from "../store/change-log.ts";
import type { Draft } from "../store/drafts.ts";
import { updateDraftEntries } from "../store/timeline-index.ts";
import { draftNamed, FACTS } from "./drafts.ts";
import { factNamed } from "./facts.ts";
import { type NodeResult, node, revision } from "./inputs.ts";
import { undoMerge } from "./merge/merge.ts";
import { refuseInput } from "./refusals.ts";
import type { Editing } from "./run-edit.ts";
import { TAKEN_BACK } from "./taken-back.ts";
import { standingWithdrawal, withdrawFact } from "./withdraw.ts";

export const TakeBackDecision = z.object({ draft: node, expectedRevision: revision });

/**
 * Takes back what was decided about a draft, which waits for a decision again. The event or quote that came on record by it
 * is withdrawn; from what was on record before, or what other drafts became as well, what it added is taken. What somebody else
 * merged since, and people, stay.
 */
export async function takeBackDecision(
  editing: Editing,
  { draft: given, expectedRevision }: z.output<typeof TakeBackDecision>,
): Promise<NodeResult> {
  const { tx, readers, author } = editing;
  const before = await draftNamed(editing, given, "draft");
  await editing.expect({ type: "Draft", key: before.key }, expectedRevision, "expectedRevision");
  if (before.state === "OPEN") return refuseInput("Nothing is decided about it.", "draft");
  const isOnItsOwn = await undoMergesOf(editing, before);
  const { draft } = tx.tables;
  const open = { state: "OPEN" as const, decidedAt: null, decidedBy: null, factKey: null };
  await tx.db.update(draft).set(open).where(eq(draft.id, before.id));
  if (isOnItsOwn) await removeWhatItBecame(editing, before);
  await updateDraftEntries(tx, readers, [before.id]);
  const journal = new Journal(author);
  const { key, title, state, factKey } = before;
  noteDraft(journal, key, { title, state, factKey }, { title, state: "OPEN", factKey: null });
  await journal.append(tx);
  return { type: "Draft", key: before.key };
}

/**
 * Parts what came on record by a decision from what it was said to be the same as.
 *
 * @returns whether it is on its own then: what somebody else merged since is theirs to part
 */
async function undoMergesOf(
  editing: Editing,
  { kind, factKey, decidedAt, decidedBy }: Draft,
): Promise<boolean> {
  if (factKey === null || decidedAt === null || kind === "QUOTE") return true;
  const { tx, readers } = editing;
  const [row] = await (kind === "EVENT"
    ? readers.events.byKey([factKey])
    : readers.agents.byKey("PERSON", [factKey]));
  if (row === undefined) return true;
  const { merge } = tx.tables;
  const standing = await tx.db
    .select({ key: merge.key, actor: merge.actor })
    .from(merge)
    .where(
      and(eq(merge.type, kind), eq(merge.fromId, row.id), isNull(merge.undoneAt), gte(merge.at, decidedAt)),
    );
  const own = standing.filter(({ actor }) => actor === decidedBy);
  for (const { key } of own)
    await undoMerge(editing, { merge: { type: "Merge", key }, expectedRevision: undefined });
  return own.length === standing.length;
}

/** Withdraws what came on record by the decision; from what rests on more than that, takes what it added. */
async function removeWhatItBecame(editing: Editing, before: Draft): Promise<void> {
  const { kind, factKey } = before;
  if (factKey === null) return;
  const { readers, author } = editing;
  if (kind === "PERSON") return withoutMention(editing, before, author);
  const others = await readers.drafts.ofFact(kind, factKey);
  const fact = { type: FACTS[kind], key: factKey };
  if (others.length > 0 || (await wasThereBefore(editing, fact, before))) {
    return kind === "EVENT" ? withoutAccount(editing, before, author) : undefined;
  }
  const { columns } = await factNamed(readers, fact, "draft");
  if ((await standingWithdrawal(editing.tx, columns)) !== undefined) return;
  await withdrawFact(editing, { fact, expectedRevision: undefined, reason: TAKEN_BACK });
}

/** Whether a fact was on record before a decision: it is older, and the decision did not let it hold again. */
async function wasThereBefore(
  { tx, readers }: Editing,
  { type, key }: NodeResult,
  { decidedAt }: Draft,
): Promise<boolean> {
  const [first] = await readers.changes.about(type, [key], 0, 1);
  if (first === undefined || decidedAt === null || first.at < decidedAt) {
    const { withdrawal } = tx.tables;
    const restored = and(
      eq(withdrawal.nodeKey, key),
      eq(withdrawal.reason, TAKEN_BACK),
      decidedAt === null ? undefined : eq(withdrawal.liftedAt, decidedAt),
    );
    const [one] = await tx.db.select({ id: withdrawal.id }).from(withdrawal).where(restored).limit(1);
    return one === undefined;
  }
  return false;
}
