import { z } from "zod";
import type { Drafts } from "../domain/draft.ts";
import { DatelineError } from "../domain/errors.ts";
import { DRAFT_KINDS, type DraftKind, type QuoteKind } from "../domain/model.ts";
import { findPassage, type Passage, passageAt, sliceCodePoints } from "../domain/passage.ts";
import { checkProposals } from "../ingest/drafts/check-proposals.ts";
import { noteDraft } from "../ingest/drafts/note-draft.ts";
import { insertDraft } from "../ingest/drafts/store-drafts.ts";
import { Journal } from "../store/change-log.ts";
import { updateDraftEntries } from "../store/timeline-index.ts";
import { line, type NodeResult, node, optional } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

export const AddDraft = z.object({
  article: node,
  kind: z.enum(DRAFT_KINDS),
  exact: z.string().min(1, "It is empty.").max(10_000),
  start: optional(z.int().nonnegative()),
  name: optional(line(300)),
});
type Given = z.output<typeof AddDraft>;

/** What an editor marked themselves: they know what they saw. */
const FOUND = { rule: "editor", confidence: 1 };

/** Drafts what an editor marked in a text. It waits for a decision as any other draft. */
export async function addDraft(editing: Editing, given: Given): Promise<NodeResult> {
  const { tx, readers, author } = editing;
  const { article: named } = given;
  const [known] = named.type === "Article" ? await readers.articles.byKey([named.key]) : [];
  const article = found(known, "article", "article");
  const [text] = await readers.articles.texts([article.id]);
  const body =
    text?.body ?? refuseInput("Its text is not on record: nothing can be marked in it.", "article");
  const { values, refused } = checkProposals(article.key, body, proposed(body, given));
  const [value] = values;
  if (value === undefined) return refuseInput(`${refused[0]?.reason ?? "Nothing was proposed"}.`, "name");
  const [before] = await readers.drafts.byKey([value.key]);
  if (before) return refuseInput(`The same words are drafted already: ${before.title}.`, "exact");
  const row = { ...value, articleId: article.id, revision: article.revision, method: "HUMAN" as const };
  const id = await insertDraft(tx, row);
  await updateDraftEntries(tx, readers, [id]);
  const journal = new Journal(author);
  noteDraft(journal, row.key, null, { state: "OPEN", title: row.title, payload: row.payload });
  await journal.append(tx);
  return { type: "Draft", key: row.key };
}

function proposed(body: string, given: Given): Drafts {
  const passage = passageOf(body, given);
  const { start, end } = passage;
  const { kind, name } = given;
  const nobody: Drafts = { people: [], organizations: [], places: [], quotes: [], events: [] };
  const parts: Readonly<Record<DraftKind, () => Partial<Drafts>>> = {
    PERSON: () => ({
      people: [{ ...FOUND, name: name ?? passage.exact, aliases: [], mentions: [{ start, end }], roles: [] }],
    }),
    QUOTE: () => ({
      quotes: [
        {
          ...FOUND,
          kind: quoteKindOf(passage),
          passage: { start, end },
          speaker: name === undefined ? null : { type: "PERSON", name },
          speakerKind: name === undefined ? "UNKNOWN" : "NAMED",
          speakerAsWritten: null,
          speakerFor: null,
          cue: null,
          relays: null,
          said: null,
          about: [],
        },
      ],
    }),
    EVENT: () => ({
      events: [
        {
          ...FOUND,
          title: name ?? passage.exact,
          passage: { start, end },
          sentence: { start, end },
          status: "UNKNOWN",
          date: null,
          formerDate: null,
          place: null,
          participants: [],
          claimedBy: [],
          claimantAsWritten: null,
          relations: [],
        },
      ],
    }),
  };
  return { ...nobody, ...parts[kind]() };
}

/** Where the words stand: where the editor says, or else in the one place where they do. */
function passageOf(body: string, { exact, start }: Given): Passage {
  const words = exact.trim();
  const end = (start ?? 0) + [...words].length;
  if (start !== undefined && sliceCodePoints(body, start, end) === words) return passageAt(body, start, end);
  try {
    return findPassage(body, { exact: words });
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return refuseInput(error.message, "exact");
  }
}

/** In quotation marks a sentence is direct, and less than one is partial. */
function quoteKindOf({ exact, prefix, suffix }: Passage): QuoteKind {
  if (!/["“„«‘']\s*$/u.test(prefix) || !/^\s*[,.!?]?["”“»’']/u.test(suffix)) return "INDIRECT";
  return /^\p{Lu}/u.test(exact) ? "DIRECT" : "PARTIAL";
}
