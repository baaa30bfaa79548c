import { z } from "zod";
import { applyStoryIn } from "../ingest/apply/apply-story.ts";
import { applyEvidence } from "../ingest/apply/evidence.ts";
import { unknownSlugs } from "../ingest/apply/slugs.ts";
import { refuseProblems } from "../ingest/problems.ts";
import { factNamed } from "./facts.ts";
import { HandStory } from "./hand-story.ts";
import { disputing, evidenceList, MOST_IN_LIST, type NodeResult, node, revision } from "./inputs.ts";
import type { Editing } from "./run-edit.ts";

export const AddEvidence = z.object({ fact: node, expectedRevision: revision, evidence: evidenceList });

export const RecordDispute = z.object({
  fact: node,
  expectedRevision: revision,
  evidence: z
    .array(disputing)
    .min(1, "A dispute is what an article tells: give its passage, or cite it.")
    .max(MOST_IN_LIST),
});

/** Says what else supports a fact. */
export function addEvidence(editing: Editing, input: z.output<typeof AddEvidence>): Promise<NodeResult> {
  return add(editing, input, "SUPPORTS");
}

/** Says that somebody denies a fact, and what they say instead. */
export function recordDispute(editing: Editing, input: z.output<typeof RecordDispute>): Promise<NodeResult> {
  return add(editing, input, "DISPUTES");
}

async function add(
  editing: Editing,
  input: z.output<typeof AddEvidence> | z.output<typeof RecordDispute>,
  stance: "SUPPORTS" | "DISPUTES",
): Promise<NodeResult> {
  const { columns, id, node: logged } = await factNamed(editing.readers, input.fact, "fact");
  await editing.expect(logged, input.expectedRevision, "expectedRevision");
  const hand = new HandStory();
  const pieces = input.evidence.map((piece, index) => hand.piece(piece, stance, "evidence", index));
  // Whom and what it names is checked as that of a role would be.
  const role = { title: "", evidence: pieces };
  const cited = hand.story({ people: [{ slug: "", name: "", aliases: [], sameAs: [], roles: [role] }] });
  refuseProblems(await unknownSlugs(cited, editing.readers));
  await applyStoryIn(editing, hand.story({}), editing.author, {
    async withIt(application) {
      await applyEvidence(application, columns, { id, changed: false, created: false }, pieces, logged);
      const { eventId, quoteId, roleId } = columns;
      if (eventId !== undefined) application.changed.events.add(eventId);
      if (quoteId !== undefined) application.changed.quotes.add(quoteId);
      const [role] = roleId === undefined ? [] : await editing.readers.agents.rolesById([roleId]);
      if (role) application.changed.agents.add(role.agentId);
    },
  });
  return input.fact;
}
