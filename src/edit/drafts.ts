import { eq } from "drizzle-orm";
import { z } from "zod";
import { AGENT_TYPES, EVENT_STATUSES, QUOTE_KINDS, SPEAKER_KINDS } from "../domain/model.ts";
import type { Proposal, ProposedAgent } from "../domain/proposal.ts";
import { quoteTitle } from "../domain/quote-title.ts";
import { acceptDrafts } from "../ingest/drafts/accept-drafts.ts";
import { rejectDrafts } from "../ingest/drafts/reject-drafts.ts";
import { changeDraft } from "../ingest/drafts/store-drafts.ts";
import { Journal } from "../store/change-log.ts";
import type { Draft } from "../store/drafts.ts";
import { updateDraftEntries } from "../store/timeline-index.ts";
import { edtf, erasable, line, NodeResult, node, revision } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";
import { eventsBefore, restoreTakenBack, wasOnRecord } from "./taken-back.ts";

/** Drafts decided about at once, at most. */
const MOST_DRAFTS = 500;

export const DecideDrafts = z.object({
  drafts: z
    .array(z.object({ draft: node, expectedRevision: revision }))
    .min(1, "Give at least one draft.")
    .max(MOST_DRAFTS, `Give at most ${MOST_DRAFTS} drafts at once.`),
});
type Decide = z.output<typeof DecideDrafts>;

/** What deciding about drafts answers: which were decided about, others that go along included, and what they became. */
export const DecidedResult = z.object({ drafts: z.array(z.string()), facts: z.array(NodeResult) });
export type DecidedResult = z.output<typeof DecidedResult>;

/** What each kind of draft becomes. */
export const FACTS = { PERSON: "Person", QUOTE: "Quote", EVENT: "Event" } as const;

/** Puts drafts on record, with the people that they name. */
export async function accept(editing: Editing, input: Decide): Promise<DecidedResult> {
  const chosen = await chosenOf(editing, input);
  const facts = await eventsBefore(editing.readers, chosen);
  const decided = await decide(editing, chosen, (keys) =>
    acceptDrafts(editing.store, { keys }, editing.author, { facts }),
  );
  await restoreTakenBack(editing, decided.facts);
  return decided;
}

/** Says that drafts are not to be put on record. */
export async function reject(editing: Editing, input: Decide): Promise<DecidedResult> {
  const chosen = await chosenOf(editing, input);
  const index = chosen.findIndex((draft) => draft.state === "ACCEPTED");
  if (index >= 0) {
    return refuseInput(
      "It was accepted: what it became is on record. Withdraw that instead.",
      "drafts",
      index,
      "draft",
    );
  }
  return decide(editing, chosen, (keys) => rejectDrafts(editing.store, { keys }, editing.author));
}

async function chosenOf(editing: Editing, { drafts }: Decide): Promise<Draft[]> {
  const chosen: Draft[] = [];
  for (const [index, { draft, expectedRevision }] of drafts.entries()) {
    const one = await draftNamed(editing, draft, "drafts", index, "draft");
    const path = ["drafts", index, "expectedRevision"] as const;
    await editing.expect({ type: "Draft", key: one.key }, expectedRevision, ...path);
    chosen.push(one);
  }
  return chosen;
}

/** Does it, and notes in the log what became of all drafts of these articles. */
async function decide(
  { tx, readers, author }: Editing,
  chosen: readonly Draft[],
  work: (keys: readonly string[]) => Promise<unknown>,
): Promise<DecidedResult> {
  const articles = [...new Set(chosen.map((draft) => draft.articleId))];
  const states = new Map((await readers.drafts.ofArticles(articles)).map((one) => [one.key, one]));
  await work([...new Set(chosen.map((draft) => draft.key))]);
  const after = await readers.drafts.ofArticles(articles);
  const decided = after.filter((one) => states.get(one.key)?.state !== one.state);
  const journal = new Journal(author);
  for (const one of decided) note(journal, states.get(one.key), one);
  await journal.append(tx);
  const wanted = new Set([...chosen, ...decided].map((draft) => draft.key));
  const facts = after.flatMap(({ key, kind, factKey }) =>
    factKey !== null && wanted.has(key) ? { type: FACTS[kind], key: factKey } : [],
  );
  const distinct = new Map(facts.map((fact) => [`${fact.type} ${fact.key}`, fact]));
  return { drafts: [...wanted], facts: [...distinct.values()] };
}

const agent = z.object({ type: z.enum(AGENT_TYPES), name: line(300) });

export const AmendDraft = z.object({
  draft: node,
  expectedRevision: revision,
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
type Amend = z.output<typeof AmendDraft>;

/** Changes what is proposed, before it is decided about. From then on it is an editor's: rules do not take it back. */
export async function amendDraft(editing: Editing, input: Amend): Promise<NodeResult> {
  const before = await draftNamed(editing, input.draft, "draft");
  const { tx, readers, author } = editing;
  await editing.expect({ type: "Draft", key: before.key }, input.expectedRevision, "expectedRevision");
  if (before.state !== "OPEN") {
    return refuseInput(
      `It was ${before.state.toLowerCase()} already: only what waits for a decision can be amended.`,
      "draft",
    );
  }
  if (await wasOnRecord(readers, before.key)) {
    return refuseInput("It was on record before: accept it again, and correct what it becomes.", "draft");
  }
  const payload = amended(before.payload, input);
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
  const [after] = await tx.db.select().from(tx.tables.draft).where(eq(tx.tables.draft.id, before.id));
  const journal = new Journal(author);
  if (after) note(journal, before, after);
  await journal.append(tx);
  return { type: "Draft", key: before.key };
}

function amended(payload: Proposal, input: Amend): Proposal {
  const { title, date, status, place, quoteKind, speaker, speakerKind, cue } = input;
  const refuseFor = (names: Readonly<Record<string, unknown>>) => {
    const [name] = Object.entries(names).find(([, value]) => value !== undefined) ?? [];
    if (name !== undefined) refuseInput(`A draft of the kind ${payload.kind} has no ${name}.`, name);
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
        ...spoken(payload, speaker, speakerKind),
      };
  }
}

type Spoken = Pick<Extract<Proposal, { kind: "QUOTE" }>, "speaker" | "speakerKind">;

function spoken(before: Spoken, given: Amend["speaker"], kind: Amend["speakerKind"]): Spoken {
  const speaker: ProposedAgent | null =
    given === undefined ? before.speaker : given && { ...given, aliases: [] };
  const known = given === undefined ? before.speakerKind : speaker === null ? "UNKNOWN" : "NAMED";
  const speakerKind = kind ?? known;
  if ((speakerKind === "NAMED") !== (speaker !== null)) {
    refuseInput("A speaker who is NAMED is given as `speaker`, and no other is.", "speakerKind");
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

function note(
  journal: Journal,
  before: Partial<Draft> | undefined,
  after: Pick<Draft, "key" | "state" | "title" | "payload" | "factKey">,
): void {
  const shown = ({ state, title, payload, factKey }: Partial<typeof after>) => ({
    state,
    title,
    payload,
    factKey,
  });
  journal.note(
    { type: "Draft", key: after.key },
    { table: "draft", before: shown(before ?? {}), after: shown(after), isNode: true },
  );
}

/** The draft that is meant. */
export async function draftNamed(
  { readers }: Editing,
  { type, key }: { readonly type: string; readonly key: string },
  ...path: (string | number)[]
): Promise<Draft> {
  const [draft] = type === "Draft" ? await readers.drafts.byKey([key]) : [];
  return found(draft, "draft", ...path);
}
