import { and, eq, isNull, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Application } from "../ingest/apply/application.ts";
import { applyBeside } from "../ingest/apply/apply-story.ts";
import type { FactColumns } from "../ingest/apply/evidence.ts";
import { withdrawnBy } from "../ingest/apply/keep-withdrawn.ts";
import type { Engine } from "../store/engine.ts";
import type { Tables } from "../store/schema/tables.ts";
import { factNamed } from "./facts.ts";
import { newKey } from "./hand-story.ts";
import { node, paragraphs, revision } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

/** What withdrawing a fact answers: the correction that readers are shown. */
export const WithdrawalResult = z.object({ withdrawal: z.string() });
export type WithdrawalResult = z.output<typeof WithdrawalResult>;

export const WithdrawFact = z.object({
  fact: node,
  expectedRevision: revision,
  reason: paragraphs(1_000),
});

/**
 * Takes a fact back: nothing supports it any more, in the view of any day. It stays in the log, and readers are told that it was
 * withdrawn, when and why.
 */
export async function withdrawFact(
  editing: Editing,
  { fact: given, expectedRevision, reason }: z.output<typeof WithdrawFact>,
): Promise<WithdrawalResult> {
  const fact = await factNamed(editing.readers, given, "fact");
  await editing.expect(fact.node, expectedRevision, "expectedRevision");
  const { tx, author } = editing;
  const { withdrawal, evidence } = tx.tables;
  if ((await standingWithdrawal(tx, fact.columns)) !== undefined) {
    return refuseInput("It was withdrawn already.", "fact");
  }
  const values = {
    ...fact.columns,
    key: newKey(),
    nodeType: fact.node.type,
    nodeKey: fact.node.key,
    reason,
    at: author.at,
    actor: author.actor,
  };
  await applyBeside(editing, author, async (application) => {
    const [row] = await tx.db.insert(withdrawal).values(values).returning({ id: withdrawal.id });
    if (row === undefined) throw new Error("A withdrawal was written without a number.");
    const holds = and(withdrawnBy(tx, fact.columns), isNull(evidence.withdrawalId));
    const pieces = await tx.db
      .update(evidence)
      .set({ withdrawalId: row.id })
      .where(holds)
      .returning(namedBy(evidence));
    // With a part of it, an event or a person is still on record.
    const { participationId, relationId, roleId } = fact.columns;
    const isRemoval = (participationId ?? relationId ?? roleId) === undefined;
    const write = { table: "withdrawal", before: null, after: values, isNode: false, isRemoval };
    application.rows.journal.note(fact.node, write);
    await touch(application, [fact.columns, ...pieces]);
  });
  return { withdrawal: values.key };
}

export const LiftWithdrawal = z.object({ correction: node });

/** Lets a fact hold again that was withdrawn. */
export async function liftWithdrawal(
  editing: Editing,
  { correction: given }: z.output<typeof LiftWithdrawal>,
): Promise<WithdrawalResult> {
  const { tx, author } = editing;
  const { withdrawal, evidence } = tx.tables;
  const { key } = given;
  const [known] =
    given.type === "Correction" ? await tx.db.select().from(withdrawal).where(eq(withdrawal.key, key)) : [];
  const before = found(known, "correction", "correction");
  const { liftedAt, nodeType: type, nodeKey } = before;
  if (liftedAt !== null) {
    return refuseInput(`It was lifted on ${liftedAt.toISOString().slice(0, 10)} already.`, "correction");
  }
  const lifted = { liftedAt: author.at, liftedBy: author.actor };
  await applyBeside(editing, author, async (application) => {
    await tx.db.update(withdrawal).set(lifted).where(eq(withdrawal.id, before.id));
    const pieces = await tx.db
      .update(evidence)
      .set({ withdrawalId: null })
      .where(eq(evidence.withdrawalId, before.id))
      .returning(namedBy(evidence));
    const logged = { type, key: nodeKey };
    const write = { table: "withdrawal", before, after: { ...before, ...lifted }, isNode: false };
    application.rows.journal.note(logged, write);
    await touch(application, [before, ...pieces]);
  });
  return { withdrawal: key };
}

/** The withdrawal of a fact that holds. */
export async function standingWithdrawal(
  tx: Engine,
  columns: FactColumns,
): Promise<{ readonly key: string; readonly reason: string } | undefined> {
  const { withdrawal } = tx.tables;
  const names = ["eventId", "changeId", "participationId", "relationId", "quoteId", "roleId"] as const;
  const same: SQL[] = names.map((name) => {
    const id = columns[name];
    return id === undefined ? isNull(withdrawal[name]) : eq(withdrawal[name], id);
  });
  const [row] = await tx.db
    .select({ key: withdrawal.key, reason: withdrawal.reason })
    .from(withdrawal)
    .where(and(...same, isNull(withdrawal.liftedAt)));
  return row;
}

/** Takes note of what is to be shown anew: the facts, and those that their evidence was brought to by merges. */
async function touch({ changed, readers }: Application, facts: readonly Named[]): Promise<void> {
  const roles = facts.flatMap(({ roleId }) => roleId ?? []);
  for (const { eventId, quoteId } of facts) {
    if (typeof eventId === "number") changed.events.add(eventId);
    if (typeof quoteId === "number") changed.quotes.add(quoteId);
  }
  for (const { agentId } of roles.length === 0 ? [] : await readers.agents.rolesById([...new Set(roles)])) {
    changed.agents.add(agentId);
  }
}

/** What evidence or a withdrawal is of, as far as it is shown somewhere by itself. */
interface Named {
  readonly eventId?: number | null;
  readonly quoteId?: number | null;
  readonly roleId?: number | null;
}

function namedBy({ eventId, quoteId, roleId }: Tables["evidence"]) {
  return { eventId, quoteId, roleId };
}
