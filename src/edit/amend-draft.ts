import { z } from "zod";
import { AGENT_TYPES, EVENT_STATUSES, QUOTE_KINDS, SPEAKER_KINDS } from "../domain/model.ts";
import type { Proposal, ProposedAgent } from "../domain/proposal.ts";
import { quoteTitle } from "../domain/quote-title.ts";
import { noteDraft } from "../ingest/drafts/note-draft.ts";
import { changeDraft } from "../ingest/drafts/store-drafts.ts";
import { Journal } from "../store/change-log.ts";
import type { Draft } from "../store/drafts.ts";
import { updateDraftEntries } from "../store/timeline-index.ts";
import { draftNamed } from "./drafts.ts";
import { edtf, erasable, line, type NodeResult, node, revision } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import type { Editing } from "./run-edit.ts";
import { wasOnRecord } from "./taken-back.ts";

type Path = readonly (string | number)[];

const agent = z.object({ type: z.enum(AGENT_TYPES), name: line(300) });

/** What an editor may change of what is proposed. */
export const DraftChanges = z.object({
  /** Of a person, what they are called; of an event, its title. */
  title: line(300).optional(),
  date: erasable(edtf),
  status: z.enum(EVENT_STATUSES).optional(),
  place: erasable(line(300)),
  quoteKind: z.enum(QUOTE_KINDS).optional(),
  speaker: erasable(agent),
  speakerKind: z.enum(SPEAKER_KINDS).optional(),
  cue: erasable(line(100)),
});
type Changes = z.output<typeof DraftChanges>;

export const AmendDraft = DraftChanges.extend({ draft: node, expectedRevision: revision });

/** Changes what is proposed, before it is decided about. From then on it is an editor's: rules do not take it back. */
export async function amendDraft(
  editing: Editing,
  { draft, expectedRevision, ...changes }: z.output<typeof AmendDraft>,
): Promise<NodeResult> {
  const before = await draftNamed(editing, draft, "draft");
  await editing.expect({ type: "Draft", key: before.key }, expectedRevision, "expectedRevision");
  if (before.state !== "OPEN") {
    return refuseInput(
      `It was ${before.state.toLowerCase()} already: only what waits for a decision can be amended.`,
      "draft",
    );
  }
  await changeProposal(editing, before, changes);
  return { type: "Draft", key: before.key };
}

/**
 * Changes what a draft proposes that is not on record.
 *
 * @param path where in the input the changes are
 */
export async function changeProposal(
  { tx, readers, author }: Editing,
  before: Draft,
  changes: Changes,
  ...path: readonly (string | number)[]
): Promise<void> {
  if (await wasOnRecord(readers, before.key)) {
    refuseInput("It was on record before: accept it again, and correct what it becomes.", ...path);
  }
  const payload = amended(before.payload, changes, path);
  const { article: _, ...known } = before;
  const row = {
    ...known,
    payload,
    title: titleOf(before, payload),
    date: dateOf(payload),
    method: "HUMAN" as const,
    confidence: 1,
  };
  await changeDraft(tx, before.id, row);
  await updateDraftEntries(tx, readers, [before.id]);
  const journal = new Journal(author);
  const { title, payload: proposed } = before;
  noteDraft(journal, before.key, { title, payload: proposed }, { title: row.title, payload });
  await journal.append(tx);
}

function amended(payload: Proposal, input: Changes, path: Path): Proposal {
  const { title, date, status, place, quoteKind, speaker, speakerKind, cue } = input;
  const refuseFor = (names: Readonly<Record<string, unknown>>) => {
    const [name] = Object.entries(names).find(([, value]) => value !== undefined) ?? [];
    if (name !== undefined) refuseInput(`A draft of the kind ${payload.kind} has no ${name}.`, ...path, name);
  };
  switch (payload.kind) {
    case "PERSON":
      refuseFor({ date, status, place, quoteKind, speaker, speakerKind, cue });
      return { ...payload, name: title ?? payload.name };
    case "EVENT":
      refuseFor({ quoteKind, speaker, speakerKind, cue });
      return {
        ...payload,
        title: title ?? payload.title,
        date: date === undefined ? payload.date : date,
        status: status ?? payload.status,
        place: place === undefined ? payload.place : place,
      };
    case "QUOTE":
      refuseFor({ title, status, place });
      return {
        ...payload,
        quoteKind: quoteKind ?? payload.quoteKind,
        said: date === undefined ? payload.said : date,
        cue: cue === undefined ? payload.cue : cue,
        ...spoken(payload, speaker, speakerKind, path),
      };
  }
}

type Spoken = Pick<Extract<Proposal, { kind: "QUOTE" }>, "speaker" | "speakerKind">;

function spoken(before: Spoken, given: Changes["speaker"], kind: Changes["speakerKind"], path: Path): Spoken {
  const speaker: ProposedAgent | null =
    given === undefined ? before.speaker : given && { ...given, aliases: [] };
  const known = given === undefined ? before.speakerKind : speaker === null ? "UNKNOWN" : "NAMED";
  const speakerKind = kind ?? known;
  if ((speakerKind === "NAMED") !== (speaker !== null)) {
    refuseInput("A speaker who is NAMED is given as `speaker`, and no other is.", ...path, "speakerKind");
  }
  return { speaker, speakerKind };
}

function titleOf({ exact, title }: Draft, payload: Proposal): string {
  if (payload.kind === "PERSON") return payload.name;
  if (payload.kind === "EVENT") return payload.title;
  const { speaker, speakerAsWritten, quoteKind } = payload;
  const words = exact.replace(/\s+/g, " ").trim();
  return quoteTitle(speaker?.name ?? speakerAsWritten, quoteKind, words) || title;
}

function dateOf(payload: Proposal): string | null {
  if (payload.kind === "PERSON") return null;
  return payload.kind === "EVENT" ? payload.date : payload.said;
}
