import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { PARTICIPANT_ROLES } from "../domain/model.ts";
import { applyBeside } from "../ingest/apply/apply-story.ts";
import { forgetHomes } from "../store/reference-homes.ts";
import { factNamed } from "./facts.ts";
import { type NodeResult, node, revision } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";
import { standingWithdrawal } from "./withdraw.ts";

export const AmendParticipant = z.object({
  participation: node,
  expectedRevision: revision,
  role: z.enum(PARTICIPANT_ROLES),
});

/**
 * Says that somebody has another part in an event. What it rests on goes along; where they have that part already, both rest on it
 * together.
 */
export async function amendParticipant(
  editing: Editing,
  { participation: named, expectedRevision, role }: z.output<typeof AmendParticipant>,
): Promise<NodeResult> {
  const { readers, author, tx } = editing;
  if (named.type !== "Participation") refuseInput("That is the id of no participation.", "participation");
  const { columns, id, node: logged } = await factNamed(readers, named, "participation");
  await editing.expect(logged, expectedRevision, "expectedRevision");
  const { eventId = 0 } = columns;
  const [record] = await readers.events.records([eventId]);
  const parts = record?.participations ?? [];
  const { agentId, role: before } = found(
    parts.find((one) => one.id === id),
    "participation",
    "participation",
  );
  if (before === role) return refuseInput("They have that part already.", "role");
  if ((await standingWithdrawal(tx, columns)) !== undefined) {
    return refuseInput("It was withdrawn: lift that first.", "participation");
  }
  const there = parts.find((one) => one.agentId === agentId && one.role === role);
  if (there && (await standingWithdrawal(tx, { eventId, participationId: there.id })) !== undefined) {
    return refuseInput("That they have this part was withdrawn: lift that instead.", "role");
  }
  await applyBeside(editing, author, async ({ rows, changed }) => {
    const { participation, evidence } = tx.tables;
    const values = { eventId, agentId, role };
    const put = await rows.part(participation, values, values, logged);
    await rows.flush();
    const moved = and(eq(evidence.participationId, id), isNull(evidence.withdrawalId));
    const pieces = await tx.db
      .update(evidence)
      .set({ participationId: put.id })
      .where(moved)
      .returning({ id: evidence.id });
    await forgetHomes(tx, evidence, pieces);
    const write = {
      table: "participation",
      before: { ...values, role: before },
      after: values,
      isNode: false,
    };
    rows.journal.note(logged, write);
    changed.events.add(eventId);
  });
  return logged;
}
