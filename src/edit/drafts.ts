import { z } from "zod";
import { DRAFT_KINDS } from "../domain/model.ts";
import { rejectDrafts } from "../ingest/drafts/reject-drafts.ts";
import type { Draft } from "../store/drafts.ts";
import { NodeResult, node, revision } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

/** Drafts decided about at once, at most. */
const MOST_DRAFTS = 500;

/** A draft that is decided about. */
export const chosen = z.object({ draft: node, expectedRevision: revision });

/** Some that are decided about together. */
export function several<Shape extends z.ZodType>(one: Shape) {
  return z
    .array(one)
    .min(1, "Give at least one draft.")
    .max(MOST_DRAFTS, `Give at most ${MOST_DRAFTS} drafts at once.`);
}

export const RejectDrafts = z.object({ drafts: several(chosen) });

const heldDraft = z.object({
  draft: z.string(),
  what: z.string(),
  match: z.object({
    score: z.number(),
    reason: z.string(),
    of: z.union([
      z.object({ kind: z.enum(DRAFT_KINDS), fact: z.string() }),
      z.object({ kind: z.enum(DRAFT_KINDS), draft: z.string() }),
    ]),
  }),
});

/**
 * What deciding about drafts answers: which were decided about, others that go along included, what they became, and which were
 * left, since it is doubtful what they are.
 */
export const DecidedResult = z.object({
  drafts: z.array(z.string()),
  facts: z.array(NodeResult),
  held: z.array(heldDraft).default([]),
});
export type DecidedResult = z.output<typeof DecidedResult>;
/** A draft that was left, what it is in doubt about, and what that may be. */
export type HeldDraft = DecidedResult["held"][number];

/** What each kind of draft becomes. */
export const FACTS = { PERSON: "Person", QUOTE: "Quote", EVENT: "Event" } as const;

/** Says that drafts are not to be put on record. */
export async function reject(editing: Editing, input: z.output<typeof RejectDrafts>): Promise<DecidedResult> {
  const drafts = await draftsNamed(editing, input.drafts);
  const index = drafts.findIndex((draft) => draft.state === "ACCEPTED");
  if (index >= 0) {
    return refuseInput(
      "It was accepted: what it became is on record. Withdraw that instead.",
      "drafts",
      index,
      "draft",
    );
  }
  return decide(editing, drafts, async (keys) => {
    await rejectDrafts(editing.store, { keys }, editing.author);
    return [];
  });
}

/** The drafts that are decided about, none of which was changed since. */
export async function draftsNamed(
  editing: Editing,
  given: readonly z.output<typeof chosen>[],
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const [index, { draft, expectedRevision }] of given.entries()) {
    const one = await draftNamed(editing, draft, "drafts", index, "draft");
    const path = ["drafts", index, "expectedRevision"] as const;
    await editing.expect({ type: "Draft", key: one.key }, expectedRevision, ...path);
    drafts.push(one);
  }
  return drafts;
}

/**
 * Decides about drafts, and says what became of all drafts of their articles.
 *
 * @param work does it, and says which it left
 */
export async function decide(
  { readers }: Editing,
  drafts: readonly Draft[],
  work: (keys: readonly string[]) => Promise<HeldDraft[]>,
): Promise<DecidedResult> {
  const articles = [...new Set(drafts.map((draft) => draft.articleId))];
  const before = new Map((await readers.drafts.ofArticles(articles)).map((one) => [one.key, one.state]));
  const held = await work([...new Set(drafts.map((draft) => draft.key))]);
  const after = await readers.drafts.ofArticles(articles);
  const decided = after.filter(({ key, state }) => before.get(key) !== state);
  const left = new Set(held.map(({ draft }) => draft));
  const wanted = new Set([...drafts, ...decided].map((draft) => draft.key).filter((key) => !left.has(key)));
  const facts = after.flatMap(({ key, kind, factKey }) =>
    factKey !== null && wanted.has(key) ? { type: FACTS[kind], key: factKey } : [],
  );
  const distinct = new Map(facts.map((fact) => [`${fact.type} ${fact.key}`, fact]));
  return { drafts: [...wanted], facts: [...distinct.values()], held };
}

/** The draft that is meant. */
export async function draftNamed(
  { readers }: Pick<Editing, "readers">,
  { type, key }: { readonly type: string; readonly key: string },
  ...path: (string | number)[]
): Promise<Draft> {
  const [draft] = type === "Draft" ? await readers.drafts.byKey([key]) : [];
  return found(draft, "draft", ...path);
}
