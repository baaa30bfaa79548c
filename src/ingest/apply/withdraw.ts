import type { StatusChange } from "../../store/events.ts";
import type { Evidence } from "../../store/evidence.ts";
import { forgetChanges } from "../../store/timeline-index.ts";
import type { Application } from "./application.ts";

/**
 * Takes evidence from a change of an event; with the last, the change goes. Both are told to the change log as news of the event.
 *
 * @param evidence pieces that the change has
 */
export async function withdrawEvidence(
  { tx, readers, rows, changed }: Application,
  change: StatusChange,
  evidence: readonly Evidence[],
): Promise<void> {
  const { claim, evidence: evidenceTable, statusChange } = tx.tables;
  const [event] = await readers.events.byId([change.eventId]);
  if (event === undefined) throw new Error(`There is no event of the change ${change.key}.`);
  const node = { type: "Event" as const, key: event.key };
  for (const { id } of evidence) {
    await rows.remove(claim, { evidenceId: id }, node);
    await rows.remove(evidenceTable, { id }, node);
  }
  if (evidence.length === change.evidence.length) {
    await rows.remove(statusChange, { id: change.id }, node);
    await forgetChanges(tx, [change.id]);
  }
  changed.events.add(event.id);
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
