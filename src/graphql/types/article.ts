import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { Evidence } from "../../store/evidence.ts";
import { Node } from "../builder.ts";
import { forwardArgs } from "../connections.ts";
import type { Context } from "../context.ts";
import { DraftConnection, draftPage, draftStatesArg } from "../draft-page.ts";
import { ArticleStateEnum, BodyAccessEnum, EntryKindEnum } from "../enums.ts";
import { evidenceOnRecord } from "../facts.ts";
import { encodeNodeId } from "../node-id.ts";
import {
  ArticleRef,
  EventRef,
  EvidenceRef,
  PersonRef,
  QuoteRef,
  SourceRef,
  TimelineEntryRef,
} from "../refs.ts";
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
    title: t.string({ description: "The headline.", resolve: ({ record }) => record.headline }),
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    headline: t.string({ description: "The headline.", resolve: ({ record }) => record.headline }),
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
      resolve: ({ record }) => record.published,
    }),
    retrievedAt: t.field({
      type: "DateTime",
      description: "When it was taken from its address.",
      resolve: ({ record }) => record.retrievedAt,
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
      description: "The text; null for a reference, and where only passages may be shown.",
      resolve: async ({ record }, _args, { load }) =>
        record.access === "FULL" ? ((await load.articleText.load(record.id))?.body ?? null) : null,
    }),
    revision: t.int({
      description: "Number of the current revision of the text.",
      resolve: ({ record }) => record.revision,
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
      async resolve({ record, asOf }, _args, { load, find }) {
        const evidence = [...(await load.articleEvidence.load(record.id))].sort(inTextOrder);
        return find.quotes(new Set(evidence.flatMap((one) => one.quoteId ?? [])), asOf);
      },
    }),
    drafts: t.field({
      type: DraftConnection,
      description: "What is drafted of it and is not on record, in text order.",
      args: { states: draftStatesArg(t.arg), ...forwardArgs(t.arg) },
      resolve: ({ record, asOf }, { states, ...args }, context) =>
        draftPage(context, args, { states: states ?? undefined, articleId: record.id }, asOf),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "Every passage that something rests on, in text order; then what cites it as a whole.",
      async resolve({ record, asOf }, _args, context) {
        const evidence = await context.load.articleEvidence.load(record.id);
        return evidenceOnRecord([...evidence].sort(inTextOrder), asOf, context);
      },
    }),
  }),
});

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

/** The headline comes before the body, and what has no passage last. */
function inTextOrder(a: Evidence, b: Evidence): number {
  const [first, second] = [a.passage, b.passage];
  if (first === null || second === null)
    return Number(first === null) - Number(second === null) || a.id - b.id;
  const parts = Number(first.part === "BODY") - Number(second.part === "BODY");
  return parts || first.start - second.start || first.end - second.end || a.id - b.id;
}
