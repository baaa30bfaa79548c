import type { Anchor } from "../../domain/anchors.ts";
import { compareCodePoints } from "../../domain/code-point-order.ts";
import { isOut } from "../../domain/evidence.ts";
import { parseFuzzyDateIfKnown } from "../../domain/fuzzy-date.ts";
import { encodeNodeId } from "../../domain/node-id.ts";
import type { FullEvidence } from "../../store/evidence.ts";
import { Node } from "../builder.ts";
import { forwardArgs } from "../connections.ts";
import type { Context } from "../context.ts";
import { DraftConnection, draftPage, draftStatesArg } from "../draft-page.ts";
import { ArticleStateEnum, BodyAccessEnum, EntryKindEnum } from "../enums.ts";
import { evidenceOnRecord } from "../facts.ts";
import {
  ArticleRef,
  ArticleRevisionRef,
  EventRef,
  EvidenceRef,
  PersonRef,
  QuoteRef,
  SourceRef,
  TimelineEntryRef,
  TopicRef,
} from "../refs.ts";
import { anchorOf, formerText, mayHaveFormerText, revisionsOf } from "../revisions.ts";
import { type ArticleView, type PersonView, reportedParts } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

ArticleRef.implement({
  description: "A report (schema.org NewsArticle). Of a reference only the address and headline are held.",
  interfaces: [Node, TimelineEntryRef],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Article", key, asOf }),
    }),
    kind: t.field({ type: EntryKindEnum, description: "ARTICLE.", resolve: () => "ARTICLE" as const }),
    title: t.string({ description: "The headline.", resolve: headlineOf }),
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    headline: t.string({
      description: "The headline that it has; as of a day, that it had by then, as far as is known.",
      resolve: headlineOf,
    }),
    headlineIsOurs: t.boolean({
      description: "Whether we had to word the headline.",
      resolve: ({ record }) => record.headlineIsOurs,
    }),
    url: t.field({
      type: "URL",
      nullable: true,
      description: "Its address.",
      resolve: ({ record }) => record.url,
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: "Who published it.",
      resolve: ({ record, asOf }) =>
        record.source && { __typename: "Source" as const, record: record.source, asOf },
    }),
    syndicatedFrom: t.field({
      type: SourceRef,
      nullable: true,
      description: "The agency whose copy it is.",
      resolve: ({ record, asOf }) =>
        record.syndicatedFrom && { __typename: "Source" as const, record: record.syndicatedFrom, asOf },
    }),
    authors: t.field({
      type: [PersonRef],
      description: "Who wrote it, as named.",
      async resolve({ record, asOf }, _args, { load, find }) {
        const rows = await load.authors.load(record.id);
        const agents = await find.agents(
          rows.map((row) => row.agentId),
          asOf,
        );
        return agents.filter((agent) => agent.__typename === "Person");
      },
    }),
    language: t.string({
      nullable: true,
      description: "A BCP 47 tag.",
      resolve: ({ record }) => record.language,
    }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "When it was published; null where that is not known.",
      resolve: ({ record }) => parseFuzzyDateIfKnown(record.published),
    }),
    retrievedAt: t.field({
      type: "DateTime",
      description: "When its text was taken from its address, as it is since then.",
      resolve: async (article, _args, context) =>
        (await formerText(article, context))?.retrievedAt ?? article.record.retrievedAt,
    }),
    access: t.field({
      type: BodyAccessEnum,
      description: "How much of the text anyone may read.",
      resolve: ({ record }) => record.access,
    }),
    state: t.field({
      type: ArticleStateEnum,
      description: "Whether the outlet stands by it.",
      resolve: ({ record }) => record.state,
    }),
    rights: t.string({
      nullable: true,
      description: "Who holds the rights.",
      resolve: ({ record }) => record.rights,
    }),
    body: t.string({
      nullable: true,
      description:
        "The text that it has; as of a day, that it had by then, as far as is known. Null for a reference, and where only passages may be shown.",
      async resolve(article, _args, context) {
        const { record } = article;
        if (record.access !== "FULL") return null;
        const text = (await formerText(article, context)) ?? (await context.load.articleText.load(record.id));
        return text?.body ?? null;
      },
    }),
    topics: t.field({
      type: [TopicRef],
      description: "The stories it belongs to, by slug.",
      async resolve({ record, asOf }, _args, { load, find }) {
        const rows = await load.articleTopics.load(record.id);
        const topics = await find.topics(
          rows.map((row) => row.topicId),
          asOf,
        );
        return topics.toSorted((a, b) => compareCodePoints(a.record.slug, b.record.slug));
      },
    }),
    wholeBody: t.string({
      nullable: true,
      authScopes: { editor: true },
      description: "The text that it has now, whoever may read it; null for a reference. For editors.",
      resolve: async ({ record }, _args, { load }) => (await load.articleText.load(record.id))?.body ?? null,
    }),
    revision: t.int({
      description: "Number of the revision of the text that `headline` and `body` are.",
      resolve: async (article, _args, context) =>
        (await formerText(article, context))?.number ?? article.record.revision,
    }),
    revisions: t.field({
      type: [ArticleRevisionRef],
      description:
        "The texts that it has had, as far as they were kept, oldest first; as of a day, those retrieved by then, but always the first.",
      resolve: (article, _args, context) => revisionsOf(article, context),
    }),
    people: t.field({
      type: [PersonRef],
      description: "People in it: who speak, take part in its events or make its claims; by slug.",
      resolve: (article, _args, context) => peopleOf(article, context),
    }),
    events: t.field({
      type: [EventRef],
      description: "Events that it reports something of, by slug.",
      async resolve({ record, asOf }, _args, { load, find }) {
        const evidence = await load.articleEvidence.load(record.id);
        const events = await find.events(new Set(evidence.flatMap((one) => one.eventId ?? [])), asOf);
        return events.sort((a, b) => compareCodePoints(a.record.slug, b.record.slug));
      },
    }),
    quotes: t.field({
      type: [QuoteRef],
      description: "Quotes that it gives, in text order.",
      async resolve(article, _args, context) {
        const evidence = await inTextOrder(article, context);
        return context.find.quotes(new Set(evidence.flatMap((one) => one.quoteId ?? [])), article.asOf);
      },
    }),
    drafts: t.field({
      type: DraftConnection,
      authScopes: { editor: true },
      description: "What is drafted of it and is not on record, in text order: for editors.",
      args: { states: draftStatesArg(t.arg), ...forwardArgs(t.arg) },
      resolve: ({ record, asOf }, { states, ...args }, context) =>
        draftPage(context, args, { states: states ?? undefined, articleId: record.id }, asOf),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description:
        "Every passage that something rests on, in the order of the current text; then those that it does not have any more, and what cites it as a whole.",
      resolve: async (article, _args, context) =>
        evidenceOnRecord(await inTextOrder(article, context), article.asOf, context),
    }),
  }),
});

/** At once where it can be: a page shows a hundred headlines. */
function headlineOf(article: ArticleView, _args: unknown, context: Context): string | Promise<string> {
  const { headline } = article.record;
  if (!mayHaveFormerText(article)) return headline;
  return formerText(article, context).then((former) => former?.headline ?? headline);
}

async function peopleOf({ record, asOf }: ArticleView, { load, find }: Context): Promise<PersonView[]> {
  const evidence = await load.articleEvidence.load(record.id);
  const events = await find.events(new Set(evidence.flatMap((one) => one.eventId ?? [])), asOf);
  const quotes = await find.quotes(new Set(evidence.flatMap((one) => one.quoteId ?? [])), asOf);
  const ids = new Set([
    ...evidence.flatMap((one) => one.claimedBy),
    ...events.flatMap((event) => reportedParts(event.record.participations, asOf).map((one) => one.agentId)),
    ...quotes.flatMap(({ record: quote }) => [quote.speakerId ?? [], quote.relaysId ?? []].flat()),
  ]);
  const agents = await find.agents(ids, asOf);
  return agents
    .filter((agent) => agent.__typename === "Person")
    .sort((a, b) => compareCodePoints(a.record.slug, b.record.slug));
}

/**
 * The evidence that was out by the article's day, in the order of its text of then: the headline before the body, then what
 * that text does not have, and what has no passage last.
 */
async function inTextOrder({ record, asOf }: ArticleView, context: Context): Promise<FullEvidence[]> {
  const out = (await context.load.articleEvidence.load(record.id)).filter((one) => isOut(one, asOf));
  const anchored = await Promise.all(
    out.map(async (evidence) => ({
      evidence,
      place: placeOf(evidence, await anchorOf({ __typename: "Evidence", record: evidence, asOf }, context)),
    })),
  );
  anchored.sort((a, b) => {
    const differs = a.place.findIndex((value, index) => value !== b.place[index]);
    return differs < 0 ? a.evidence.id - b.evidence.id : (a.place[differs] ?? 0) - (b.place[differs] ?? 0);
  });
  return anchored.map(({ evidence }) => evidence);
}

function placeOf({ passage }: FullEvidence, { start, end }: Anchor): number[] {
  if (passage === null) return [3];
  const part = Number(passage.part === "BODY");
  return start === null || end === null ? [2, part, passage.start, passage.end] : [part, start, end];
}
