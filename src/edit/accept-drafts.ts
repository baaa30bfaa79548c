import { z } from "zod";
import { acceptDrafts } from "../ingest/drafts/accept-drafts.ts";
import { type SameAs, spokenBy } from "../ingest/drafts/same-as.ts";
import { matchOfDoubt } from "../ingest/reconcile/match.ts";
import type { Draft } from "../store/drafts.ts";
import { changeProposal, DraftChanges } from "./amend-draft.ts";
import { chosen, type DecidedResult, decide, draftsNamed, FACTS, several } from "./drafts.ts";
import { agentNamed } from "./entities.ts";
import { eventNamed } from "./events.ts";
import { type NodeInput, node, optional } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";
import { eventsBefore, restoreTakenBack } from "./taken-back.ts";

export const AcceptDrafts = z.object({
  drafts: several(
    chosen.extend({
      /** What on record it is. */
      sameAs: optional(node),
      /** Whether it is nothing that is on record or drafted, whatever it is like. */
      isNew: optional(z.boolean()),
      /** What is changed of it first. */
      amend: optional(DraftChanges),
    }),
  ),
  leaveDoubtful: optional(z.boolean()),
});
type Given = z.output<typeof AcceptDrafts>["drafts"][number];

/** Puts drafts on record, as they are or are changed, with the people that they name. */
export async function accept(
  editing: Editing,
  { drafts: given, leaveDoubtful = false }: z.output<typeof AcceptDrafts>,
): Promise<DecidedResult> {
  const before = await draftsNamed(editing, given);
  for (const [index, draft] of before.entries()) await change(editing, draft, index, given[index]);
  const drafts = await editing.readers.drafts.byKey([...new Set(before.map(({ key }) => key))]);
  const as = await samenessOf(editing, before, given);
  const decided = await decide(editing, drafts, async (keys) => {
    const { readers, store, author } = editing;
    const { held } = await acceptDrafts(store, { keys }, author, as, { leaveDoubtful });
    const others = await readers.drafts.byKey(held.flatMap(({ doubt }) => doubt.other.drafts[0] ?? []));
    const facts = new Map(others.map(({ key, factKey }) => [key, factKey]));
    return held.map(({ draft, what, doubt }) => ({
      draft: draft.key,
      what,
      match: matchOfDoubt(doubt, (key) => facts.get(key) ?? null),
    }));
  });
  await restoreTakenBack(editing, decided.facts);
  return decided;
}

async function change(editing: Editing, draft: Draft, index: number, given: Given | undefined) {
  const { sameAs, isNew = false, amend } = given ?? {};
  const path = ["drafts", index] as const;
  if (sameAs !== undefined && isNew) refuseInput("It is something on record, or new: not both.", ...path);
  const asked = sameAs !== undefined ? "sameAs" : amend !== undefined ? "amend" : isNew ? "isNew" : null;
  if (asked !== null && draft.state === "ACCEPTED") {
    refuseInput("It was accepted already: change, merge or withdraw what it became.", ...path, asked);
  }
  if (amend !== undefined) await changeProposal(editing, draft, amend, ...path, "amend");
}

/** What an editor says that drafts are, and what those were that were on record before. */
async function samenessOf(
  editing: Editing,
  drafts: readonly Draft[],
  given: readonly Given[],
): Promise<SameAs> {
  const facts = new Map(await eventsBefore(editing.readers, drafts));
  const utterances = new Map<string, string>();
  const isNew = new Set<string>();
  for (const [index, draft] of drafts.entries()) {
    const { sameAs, isNew: alone } = given[index] ?? {};
    if (alone) {
      facts.delete(draft.key);
      isNew.add(draft.key);
    }
    if (sameAs === undefined) continue;
    const path = ["drafts", index, "sameAs"] as const;
    if (draft.kind === "QUOTE" && sameAs.type === "Quote") {
      const [quote] = await editing.readers.quotes.byKey([sameAs.key]);
      utterances.set(draft.key, found(quote, "quote", ...path).key);
      continue;
    }
    const key = await keyOf(editing, draft, sameAs, path);
    if (draft.kind !== "QUOTE") facts.set(draft.key, key);
    else
      for (const [spoken, person] of await spokenBy(editing.readers, [draft], key)) facts.set(spoken, person);
  }
  return { facts, utterances, isNew };
}

/** The key of the person or the event that a draft is, or of the person who speaks. */
async function keyOf(
  editing: Editing,
  { kind }: Draft,
  sameAs: NodeInput,
  path: readonly (string | number)[],
): Promise<string> {
  const wanted = kind === "QUOTE" ? "Person" : FACTS[kind];
  if (sameAs.type !== wanted) {
    const what = kind === "QUOTE" ? "a quote of the same words, or of the person who speaks" : `a ${wanted}`;
    refuseInput(`A draft of the kind ${kind} takes the id of ${what}.`, ...path);
  }
  return kind === "EVENT"
    ? (await eventNamed(editing, sameAs, ...path)).key
    : (await agentNamed(editing, sameAs, ...path)).key;
}
