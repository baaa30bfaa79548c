import type { VariablesOf } from "gql.tada";
import { z } from "zod";
import { EVENT_STATUSES, QUOTE_KINDS } from "../../domain/model.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { findTyped, slugIn } from "./find.ts";
import { written } from "./form.ts";
import { type Problem, problem, Refusals, whyNot } from "./refusal.ts";

const AcceptDraft = document(
  `
  mutation AcceptDraft($input: AcceptDraftsInput!) {
    acceptDrafts(input: $input) { ...Refusals ... on DraftsPayload { replayed } }
  }
`,
  [Refusals],
);

const RejectDraft = document(
  `
  mutation RejectDraft($input: RejectDraftsInput!) {
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

/** A decision as its form sends it. */
const Sent = z.object({
  action: z.enum(["accept", "new", "reject", "undo", "edit", "merge"]),
  draft: z.string().min(1),
  revision: z.string().min(1),
  once: z.string().min(1),
  kind: z.enum(["PERSON", "QUOTE", "EVENT"]),
});

type Given = Readonly<Record<string, string>>;

/** Fields of the form, by the parts of the input that they are. */
const FIELDS = {
  title: "title",
  date: "date",
  place: "place",
  status: "status",
  speaker: "speaker",
  quoteKind: "quoteKind",
  cue: "cue",
  sameAs: "sameAs",
};

/**
 * Does what a form about a draft asks for, in one step.
 *
 * @returns why not, for whoever sent it; null where it was done
 */
export async function decide(ask: Ask, given: Given): Promise<Problem | null> {
  const sent = Sent.safeParse(given);
  if (!sent.success) return problem("The form came without something it needs. Load the page again.");
  const { action, draft, revision, once, kind } = sent.data;
  const one = { draft, expectedRevision: revision };
  const accept = async (as: AcceptAs = {}) => {
    const input = { idempotencyKey: once, drafts: [{ ...one, ...as }] };
    return whyNot((await ask(AcceptDraft, { input })).acceptDrafts, FIELDS);
  };
  switch (action) {
    case "accept":
      return accept();
    case "new":
      return accept({ isNew: true });
    case "merge":
      return accept({ sameAs: given["into"] ?? "" });
    case "edit": {
      const known = await onRecordAs(ask, kind, given);
      return "message" in known ? known : accept({ amend: fieldsOf(kind, given), ...known });
    }
    case "reject": {
      const input = { idempotencyKey: once, drafts: [one] };
      return whyNot((await ask(RejectDraft, { input })).rejectDrafts);
    }
    case "undo": {
      const input = { idempotencyKey: once, ...one };
      return whyNot((await ask(TakeBack, { input })).takeBackDecision);
    }
  }
}

type Accepted = VariablesOf<typeof AcceptDraft>["input"]["drafts"][number];
type AcceptAs = Pick<Accepted, "sameAs" | "isNew" | "amend">;

/** What on record an editor says a draft is, by its slug or its page. */
async function onRecordAs(
  ask: Ask,
  kind: z.output<typeof Sent>["kind"],
  given: Given,
): Promise<{ readonly sameAs?: string } | Problem> {
  const typed = written(given["sameAs"]);
  if (typed === null) return {};
  const what = kind === "EVENT" ? "event" : "person";
  const sameAs = await findTyped(ask, what, typed);
  if (sameAs !== null) return { sameAs };
  return problem(
    `There is no ${what} “${slugIn(typed)}” on record: give the address of the page, or leave it empty.`,
    "sameAs",
  );
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
