import { eq } from "drizzle-orm";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Engine } from "../../store/engine.ts";
import type { StatusChange } from "../../store/events.ts";
import type { Evidence } from "../../store/evidence.ts";
import type { RowWriter } from "../../store/row-writer.ts";
import { forgetChanges } from "../../store/timeline-index.ts";
import type { Application } from "./application.ts";

/**
 * Takes evidence from a change of an event; with the last, the change goes, unless something else refers to it. Both are told to the change log as news of the event.
 *
 * @param evidence pieces that the change has
 */
export async function withdrawEvidence(
  { tx, readers, rows, changed }: Application,
  change: StatusChange,
  evidence: readonly Evidence[],
): Promise<void> {
  const { statusChange } = tx.tables;
  const [event] = await readers.events.byId([change.eventId]);
  if (event === undefined) throw new Error(`There is no event of the change ${change.key}.`);
  const node = { type: "Event" as const, key: event.key };
  await removeEvidence(rows, evidence, node);
  if (!(await isReferredTo(tx, change.id))) {
    await rows.remove(statusChange, { id: change.id }, node);
    await forgetChanges(tx, [change.id]);
  }
  changed.events.add(event.id);
}

/** Takes evidence from a thing, which stays, though nothing may support it any more. */
export async function removeEvidence(
  rows: RowWriter,
  pieces: readonly Pick<Evidence, "id">[],
  node: LoggedNode,
): Promise<void> {
  const { claim, evidence } = rows.tx.tables;
  for (const { id } of pieces) {
    await rows.remove(claim, { evidenceId: id }, node);
    await rows.remove(evidence, { id }, node);
  }
}

async function isReferredTo({ db, tables }: Engine, changeId: number): Promise<boolean> {
  for (const table of [tables.evidence, tables.withdrawal]) {
    const [one] = await db.select({ id: table.id }).from(table).where(eq(table.changeId, changeId)).limit(1);
    if (one !== undefined) return true;
  }
  return false;
}

/**
 * Takes aliases from a person.
 *
 * @param key of the person
 */
export async function withdrawAliases(
  { tx, readers, rows, changed }: Application,
  key: string,
  aliases: readonly string[],
): Promise<void> {
  const { agentAlias } = tx.tables;
  const [person] = aliases.length === 0 ? [] : await readers.agents.byKey("PERSON", [key]);
  if (person === undefined) return;
  const node = { type: "Person" as const, key };
  for (const alias of aliases) await rows.remove(agentAlias, { agentId: person.id, alias }, node);
  changed.agents.add(person.id);
}
