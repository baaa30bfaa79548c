import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { QUOTE_KINDS, SPEAKER_KINDS } from "../domain/model.ts";
import type { AgentRef } from "../domain/story.ts";
import { applyBeside, applyStoryIn } from "../ingest/apply/apply-story.ts";
import type { Tables } from "../store/schema/tables.ts";
import { standing } from "../store/standing.ts";
import { topicsNamed } from "./events.ts";
import { HandStory, newKey } from "./hand-story.ts";
import {
  agentRef,
  edtf,
  erasable,
  evidenceList,
  languageTag,
  line,
  MOST_IN_LIST,
  type NodeResult,
  node,
  optional,
  paragraphs,
  reference,
  revision,
  supporting,
} from "./inputs.ts";
import { refuseInput } from "./refusals.ts";
import { type Editing, found } from "./run-edit.ts";

const references = z.array(reference).max(MOST_IN_LIST);

export const AddQuote = z.object({
  /** The article that gives the words, and where: the first piece of evidence. */
  passage: supporting,
  text: optional(paragraphs(10_000)),
  kind: z.enum(QUOTE_KINDS),
  speaker: optional(agentRef),
  speakerKind: optional(z.enum(SPEAKER_KINDS)),
  speakerAsWritten: optional(line(300)),
  speakerFor: optional(reference),
  cue: optional(line(100)),
  when: optional(edtf),
  saidAt: optional(reference),
  about: optional(references),
  language: optional(languageTag),
  translated: optional(z.boolean()),
  topics: optional(references),
  evidence: optional(evidenceList),
});

/** Puts on record what somebody said, as an article gives it. */
export async function addQuote(editing: Editing, input: z.output<typeof AddQuote>): Promise<NodeResult> {
  const { passage, kind, speaker, speakerKind, evidence = [], text = passage.exact, ...rest } = input;
  if (text === undefined) return refuseInput("Give the words: as `passage.exact`, or as `text`.", "text");
  if ((speaker !== undefined) !== ((speakerKind ?? "NAMED") === "NAMED") && speakerKind !== undefined) {
    return refuseInput("A speaker who is NAMED is given as `speaker`, and no other is.", "speakerKind");
  }
  await refuseKnown(editing, passage.article, text);
  const hand = new HandStory();
  const key = newKey();
  const quote = hand.from({
    ...rest,
    key,
    kind,
    text,
    speaker,
    speakerKind: speakerKind ?? (speaker === undefined ? "UNKNOWN" : "NAMED"),
    about: rest.about ?? [],
    translated: rest.translated ?? false,
    topics: rest.topics ?? [],
    article: passage.article,
    evidence: [
      hand.piece(passage, "SUPPORTS", "passage"),
      ...hand.evidence(evidence, "SUPPORTS", "evidence"),
    ],
  });
  await applyStoryIn(editing, hand.story({ quotes: [quote] }), editing.author);
  return { type: "Quote", key };
}

async function refuseKnown({ tx, readers }: Editing, slug: string, text: string): Promise<void> {
  const { quote } = tx.tables;
  const [article] = await readers.articles.bySlug([slug]);
  if (!article) return;
  const same = and(eq(quote.articleId, article.id), eq(quote.text, text));
  const [known] = await tx.db.select({ id: quote.id }).from(quote).where(same);
  if (known) {
    refuseInput("These words of this article are on record already: amend that quote instead.", "text");
  }
}

export const AmendQuote = z.object({
  quote: node,
  expectedRevision: revision,
  kind: optional(z.enum(QUOTE_KINDS)),
  cue: erasable(line(100)),
  when: erasable(edtf),
  saidAt: erasable(reference),
  about: optional(references),
  language: erasable(languageTag),
  translated: optional(z.boolean()),
  topics: optional(references),
});

/** Changes what is said of a quote; its words stay those of its article. Null takes away. */
export async function amendQuote(editing: Editing, input: z.output<typeof AmendQuote>): Promise<NodeResult> {
  const { kind, translated, cue, when, language, saidAt, about, topics } = input;
  const topicIds = await topicsNamed(editing, topics, "topics");
  const at = saidAt ? await eventBySlug(editing, saidAt, "saidAt") : null;
  const eventIds =
    about && (await Promise.all(about.map((slug, index) => eventBySlug(editing, slug, "about", index))));
  return change(editing, input, (row) => ({
    row: {
      ...row,
      kind: kind ?? row.kind,
      translated: translated ?? row.translated,
      cue: cue === undefined ? row.cue : cue,
      said: when === undefined ? row.said : when,
      language: language === undefined ? row.language : language,
      saidAtId: saidAt === undefined ? row.saidAtId : at,
    },
    eventIds,
    topicIds,
  }));
}

export const MoveQuote = z.object({
  quote: node,
  expectedRevision: revision,
  /** Null: the article does not say who, or does not name them. */
  speaker: agentRef.nullable(),
  speakerKind: optional(z.enum(SPEAKER_KINDS)),
  speakerAsWritten: erasable(line(300)),
});

/** Says that somebody else said it. */
export async function moveQuote(
  editing: Editing,
  { speaker, speakerKind, speakerAsWritten, ...input }: z.output<typeof MoveQuote>,
): Promise<NodeResult> {
  const kind = speakerKind ?? (speaker === null ? "UNKNOWN" : "NAMED");
  if ((speaker !== null) !== (kind === "NAMED")) {
    return refuseInput("A speaker who is NAMED is given as `speaker`, and no other is.", "speakerKind");
  }
  const speakerId = speaker && (await agentBySlug(editing, speaker, "speaker"));
  return change(editing, input, (row) => ({
    row: {
      ...row,
      speakerId,
      speakerKind: kind,
      speakerAsWritten: speakerAsWritten === undefined ? row.speakerAsWritten : speakerAsWritten,
    },
  }));
}

type QuoteRow = Tables["quote"]["$inferSelect"];

interface Changed {
  readonly row: QuoteRow;
  readonly eventIds?: readonly number[] | undefined;
  readonly topicIds?: readonly number[] | undefined;
}

async function change(
  editing: Editing,
  input: { readonly quote: z.output<typeof node>; readonly expectedRevision?: number | undefined },
  to: (row: QuoteRow) => Changed,
): Promise<NodeResult> {
  const { readers } = editing;
  const [named] = input.quote.type === "Quote" ? await readers.quotes.byKey([input.quote.key]) : [];
  const { id, key } = found(named, "quote", "quote");
  const logged = { type: "Quote" as const, key };
  await editing.expect(logged, input.expectedRevision, "expectedRevision");
  const [before] = await editing.tx.db
    .select()
    .from(editing.tx.tables.quote)
    .where(eq(editing.tx.tables.quote.id, id));
  const { row, eventIds, topicIds } = to(found(before, "quote", "quote"));
  await applyBeside(editing, editing.author, async ({ tx, rows, changed }) => {
    const { quote, quoteAbout, quoteTopic } = tx.tables;
    await rows.node(quote, { key }, row, logged);
    if (eventIds !== undefined) {
      const list = { table: quoteAbout, owner: quoteAbout.quoteId, id, ordered: true };
      await rows.replace(
        list,
        [...new Set(eventIds)].map((eventId) => ({ quoteId: id, eventId })),
        logged,
      );
    }
    if (topicIds !== undefined) {
      const list = { table: quoteTopic, owner: quoteTopic.quoteId, id, ordered: false };
      await rows.replace(
        list,
        topicIds.map((topicId) => ({ quoteId: id, topicId })),
        logged,
      );
    }
    changed.quotes.add(id);
  });
  return logged;
}

async function eventBySlug(
  { readers }: Editing,
  slug: string,
  ...path: (string | number)[]
): Promise<number> {
  const [one] = await standing(readers.events.bySlug([slug]), readers.events.byId);
  return found(one, "event", ...path).row.id;
}

async function agentBySlug({ readers }: Editing, ref: AgentRef, ...path: string[]): Promise<number> {
  const rows =
    "person" in ref
      ? readers.agents.bySlug("PERSON", [ref.person])
      : readers.agents.bySlug("ORGANIZATION", [ref.organization]);
  const [one] = await standing(rows, readers.agents.byId);
  return found(one, "person" in ref ? "person" : "organization", ...path).row.id;
}
