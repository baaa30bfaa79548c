import { and, eq, gte, isNull, ne } from "drizzle-orm";
import { z } from "zod";
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
 * is withdrawn; what was on record before, what other drafts became as well, what somebody else merged since, and people, stay.
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
  if (isOnItsOwn) await withdrawWhatItBecame(editing, before);
  const { draft } = tx.tables;
  const open = { state: "OPEN" as const, decidedAt: null, decidedBy: null, factKey: null };
  await tx.db.update(draft).set(open).where(eq(draft.id, before.id));
  await updateDraftEntries(tx, readers, [before.id]);
  const journal = new Journal(author);
  const shown = ({ state, factKey }: Pick<Draft, "state" | "factKey">) => ({ state, factKey });
  const write = { table: "draft", before: shown(before), after: shown(open), isNode: true };
  journal.note({ type: "Draft", key: before.key }, write);
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
  for (const { key } of own) await undoMerge(editing, { merge: { type: "Merge", key } });
  return own.length === standing.length;
}

async function withdrawWhatItBecame(editing: Editing, before: Draft): Promise<void> {
  const { kind, factKey, decidedAt } = before;
  if (factKey === null || kind === "PERSON") return;
  if (await isToldByOthers(editing, before)) return;
  const fact = { type: FACTS[kind], key: factKey };
  const [first] = await editing.readers.changes.about(fact.type, [fact.key], 0, 1);
  // What was on record before the decision does not rest on it.
  if (first === undefined || decidedAt === null || first.at < decidedAt) return;
  const { columns } = await factNamed(editing.readers, fact, "draft");
  if ((await standingWithdrawal(editing.tx, columns)) !== undefined) return;
  await withdrawFact(editing, { fact, expectedRevision: undefined, reason: TAKEN_BACK });
}

/** Whether what a draft became is what another one became, too, as that of another article that tells of the same. */
async function isToldByOthers({ tx }: Editing, { id, kind, factKey }: Draft): Promise<boolean> {
  if (factKey === null) return false;
  const { draft } = tx.tables;
  const same = and(
    eq(draft.factKey, factKey),
    eq(draft.kind, kind),
    eq(draft.state, "ACCEPTED"),
    ne(draft.id, id),
  );
  return (await tx.db.select({ id: draft.id }).from(draft).where(same).limit(1)).length > 0;
}
