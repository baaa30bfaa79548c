import { z } from "zod";
import { applyBeside, applyStoryIn } from "../ingest/apply/apply-story.ts";
import { standing } from "../store/standing.ts";
import { agentNamed } from "./entities.ts";
import { HandStory, newKey } from "./hand-story.ts";
import {
  edtf,
  erasable,
  evidenceList,
  line,
  type NodeResult,
  node,
  optional,
  reference,
  revision,
} from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

export const AddRole = z.object({
  person: node,
  expectedRevision: revision,
  title: line(300),
  organization: optional(reference),
  when: optional(edtf),
  evidence: evidenceList,
});

/** Says what a person is, or was at a time. */
export async function addRole(editing: Editing, input: z.output<typeof AddRole>): Promise<NodeResult> {
  const { title, organization, when, evidence } = input;
  const holder = await agentNamed(editing, input.person, "person");
  if (holder.type !== "PERSON") refuseInput("Roles are those of people.", "person");
  await editing.expect({ type: "Person", key: holder.key }, input.expectedRevision, "expectedRevision");
  const hand = new HandStory();
  const role = hand.from({
    key: newKey(),
    title,
    organization,
    when,
    evidence: hand.evidence(evidence, "SUPPORTS", "evidence"),
  });
  const person = { ...holder, aliases: [], sameAs: [], roles: [role] };
  await applyStoryIn(editing, hand.story({ people: [person] }), editing.author);
  return { type: "Person", key: holder.key };
}

export const AmendRole = z.object({
  role: node,
  expectedRevision: revision,
  title: optional(line(300)),
  organization: erasable(reference),
  when: erasable(edtf),
});

/** Changes what a role of a person is, whose it is of, and when it was held; null takes away. What it rests on stays. */
export async function amendRole(
  editing: Editing,
  { role: named, expectedRevision, title, organization, when }: z.output<typeof AmendRole>,
): Promise<NodeResult> {
  const { readers, author } = editing;
  const [known] = named.type === "Role" ? await readers.agents.rolesByKey([named.key]) : [];
  const before = found(known, "role", "role");
  const [holder] = await standing(readers.agents.byId([before.agentId]), readers.agents.byId);
  const person = found(holder?.row, "person", "role");
  const logged = { type: "Person" as const, key: person.key };
  await editing.expect(logged, expectedRevision, "expectedRevision");
  const [of] = organization
    ? await standing(readers.agents.bySlug("ORGANIZATION", [organization]), readers.agents.byId)
    : [];
  if (organization) found(of, "organization", "organization");
  const { id: _, evidence: __, held, ...row } = before;
  const values = {
    ...row,
    title: title ?? before.title,
    organizationId: organization === undefined ? before.organizationId : (of?.row.id ?? null),
    held: when === undefined ? (held?.edtf ?? null) : when,
  };
  await applyBeside(editing, author, async ({ tx, rows, changed }) => {
    await rows.part(tx.tables.role, { key: before.key }, values, logged);
    changed.agents.add(person.id);
  });
  return logged;
}
