import { z } from "zod";
import { DRAFT_KINDS } from "../../domain/model.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { written } from "./form.ts";
import { type Problem, problem, Refusals, whyNot } from "./refusal.ts";

const AddDraft = document(
  `
  mutation AddDraft($input: AddDraftInput!) {
    addDraft(input: $input) { ...Refusals ... on DraftPayload { draft { id } } }
  }
`,
  [Refusals],
);

const Sent = z.object({
  article: z.string().min(1),
  once: z.string().min(1),
  kind: z.enum(DRAFT_KINDS),
  words: z.string().trim().min(1),
  start: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .nullish()
    .catch(null),
});

/** Drafts words that an editor marked. Answers the new draft's id, or why there is none. */
export async function add(
  ask: Ask,
  given: Readonly<Record<string, string>>,
): Promise<{ readonly draft: string } | Problem> {
  const sent = Sent.safeParse(given);
  if (!sent.success) return problem("Say which words, and what they are.", "words");
  const { article, once, kind, words, start = null } = sent.data;
  // A browser sends line ends in its own way.
  const exact = words.replaceAll("\r\n", "\n");
  const input = { idempotencyKey: once, article, kind, exact, start, name: written(given["name"]) };
  const { addDraft } = await ask(AddDraft, { input });
  const refused = whyNot(addDraft, { exact: "words", kind: "kind", name: "name" });
  if (refused !== null) return refused;
  const id = "draft" in addDraft ? addDraft.draft?.id : undefined;
  return id === undefined ? problem("The draft is not there any more.") : { draft: id };
}
