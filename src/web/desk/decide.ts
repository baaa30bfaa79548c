import type { VariablesOf } from "gql.tada";
import { z } from "zod";
import { EVENT_STATUSES, QUOTE_KINDS } from "../../domain/model.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { Merge } from "./correct-mutations.ts";
import { written } from "./form.ts";
import { Refusals, whyNot } from "./refusal.ts";

const AcceptDraft = document(
  `
  mutation AcceptDraft($input: DecideDraftsInput!) {
    acceptDrafts(input: $input) { ...Refusals ... on DraftsPayload { drafts { id fact { id } } } }
  }
`,
  [Refusals],
);

const RejectDraft = document(
  `
  mutation RejectDraft($input: DecideDraftsInput!) {
    rejectDrafts(input: $input) { ...Refusals ... on DraftsPayload { replayed } }
  }
`,
  [Refusals],
);

const TakeBack = document(
  `
  mutation TakeBack($input: TakeBackDecisionInput!) {
    takeBackDecision(input: $input) { ...Refusals ... on DraftPayload { replayed } }
  }
`,
  [Refusals],
);

const EditDraft = document(
  `
  mutation EditDraft($input: AmendDraftInput!) {
    amendDraft(input: $input) { ...Refusals ... on DraftPayload { draft { recordRevision } } }
  }
`,
  [Refusals],
);

/** A decision as its form sends it. */
const Sent = z.object({
  action: z.enum(["accept", "reject", "undo", "edit", "merge"]),
  draft: z.string().min(1),
  revision: z.string().min(1),
  once: z.string().min(1),
  kind: z.enum(["PERSON", "QUOTE", "EVENT"]),
});

type Given = Readonly<Record<string, string>>;

/**
 * Does what a form about a draft asks for.
 *
 * @returns why not, for whoever sent it; null where it was done
 */
export async function decide(ask: Ask, given: Given): Promise<string | null> {
  const sent = Sent.safeParse(given);
  if (!sent.success) return "The form came without something it needs. Load the page again.";
  const { action, draft, revision, once } = sent.data;
  const one = { idempotencyKey: once, drafts: [{ draft, expectedRevision: revision }] };
  switch (action) {
    case "accept":
      return whyNot((await ask(AcceptDraft, { input: one })).acceptDrafts);
    case "reject":
      return whyNot((await ask(RejectDraft, { input: one })).rejectDrafts);
    case "undo": {
      const input = { idempotencyKey: once, draft, expectedRevision: revision };
      return whyNot((await ask(TakeBack, { input })).takeBackDecision);
    }
    case "merge":
      return acceptAsSame(ask, one, draft, given["into"] ?? "");
    case "edit":
      return editAndAccept(ask, sent.data, given);
  }
}

/** Puts a draft on record, and says that what it becomes is the same as something there. */
async function acceptAsSame(
  ask: Ask,
  one: VariablesOf<typeof AcceptDraft>["input"],
  draft: string,
  into: string,
): Promise<string | null> {
  const { acceptDrafts } = await ask(AcceptDraft, { input: one });
  const problem = whyNot(acceptDrafts);
  if (problem !== null) return problem;
  const drafts = "drafts" in acceptDrafts ? acceptDrafts.drafts : [];
  const from = drafts.find(({ id }) => id === draft)?.fact?.id;
  if (from === undefined || from === into) return null;
  const input = { idempotencyKey: `${one.idempotencyKey} merge`, from, into };
  return whyNot((await ask(Merge, { input })).merge);
}

async function editAndAccept(ask: Ask, sent: z.output<typeof Sent>, given: Given): Promise<string | null> {
  const { draft, revision, once, kind } = sent;
  const changed = {
    idempotencyKey: `${once} edit`,
    draft,
    expectedRevision: revision,
    ...fieldsOf(kind, given),
  };
  const { amendDraft } = await ask(EditDraft, { input: changed });
  const problem = whyNot(amendDraft);
  if (problem !== null) return problem;
  const now = "draft" in amendDraft ? amendDraft.draft?.recordRevision : undefined;
  const one = { draft, expectedRevision: now ?? revision };
  return whyNot((await ask(AcceptDraft, { input: { idempotencyKey: once, drafts: [one] } })).acceptDrafts);
}

/** What an editor may change of each kind. A field that is left empty takes away, but a title. */
function fieldsOf(kind: z.output<typeof Sent>["kind"], given: Given) {
  const date = written(given["date"]);
  const title = written(given["title"]) ?? "";
  switch (kind) {
    case "PERSON":
      return { title };
    case "EVENT":
      return {
        title,
        date,
        place: written(given["place"]),
        ...oneOf("status", given["status"], EVENT_STATUSES),
      };
    case "QUOTE": {
      const name = written(given["speaker"]);
      // One who is described, or an organization, stays what it is unless somebody else is named.
      const isSame = name === written(given["speakerWas"]);
      const speaker = isSame ? {} : { speaker: name === null ? null : { type: "PERSON" as const, name } };
      const kindOf = oneOf("quoteKind", given["quoteKind"], QUOTE_KINDS);
      return { date, cue: written(given["cue"]), ...speaker, ...kindOf };
    }
  }
}

function oneOf<Name extends string, Word extends string>(
  name: Name,
  given: string | undefined,
  words: readonly Word[],
): Partial<Record<Name, Word>> {
  const word = words.find((one) => one === given);
  const found: Partial<Record<Name, Word>> = {};
  if (word !== undefined) found[name] = word;
  return found;
}
