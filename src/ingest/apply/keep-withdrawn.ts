import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Engine } from "../../store/engine.ts";
import type { Application } from "./application.ts";
import type { FactColumns } from "./evidence.ts";

/** The condition that evidence is of a fact, or of a part of it. */
export function withdrawnBy({ tables }: Engine, columns: FactColumns): SQL {
  const { evidence } = tables;
  const { changeId, participationId, relationId, eventId, quoteId, roleId } = columns;
  const part = [
    changeId === undefined ? undefined : eq(evidence.changeId, changeId),
    participationId === undefined ? undefined : eq(evidence.participationId, participationId),
    relationId === undefined ? undefined : eq(evidence.relationId, relationId),
    quoteId === undefined ? undefined : eq(evidence.quoteId, quoteId),
    roleId === undefined ? undefined : eq(evidence.roleId, roleId),
    eventId === undefined ? undefined : eq(evidence.eventId, eventId),
  ];
  const all = and(...part);
  if (all === undefined) throw new Error("That is no fact.");
  return all;
}

/** Sees to it that what an editor withdrew stays so, whatever further articles say of it. */
export async function keepWithdrawn({ tx, changed }: Pick<Application, "tx" | "changed">): Promise<void> {
  const { withdrawal, evidence } = tx.tables;
  const [any] = await tx.db.select({ id: withdrawal.id }).from(withdrawal).limit(1);
  if (any === undefined) return;
  const concerned = or(
    tx.oneOf(withdrawal.eventId, [...changed.events]),
    tx.oneOf(withdrawal.quoteId, [...changed.quotes]),
    changed.agents.size === 0 ? undefined : isNull(withdrawal.eventId),
  );
  const holding = await tx.db
    .select()
    .from(withdrawal)
    .where(and(isNull(withdrawal.liftedAt), concerned));
  for (const { id, eventId, changeId, participationId, relationId, quoteId, roleId } of holding) {
    const columns = { eventId, changeId, participationId, relationId, quoteId, roleId };
    const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
    const holds = and(withdrawnBy(tx, given), isNull(evidence.withdrawalId));
    await tx.db.update(evidence).set({ withdrawalId: id }).where(holds);
  }
}
