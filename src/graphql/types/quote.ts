import { encodeNodeId } from "../../domain/node-id.ts";
import { quoteTitle } from "../../domain/quote-title.ts";
import { byReport, shownText } from "../../store/quotes.ts";
import { Node } from "../builder.ts";
import { EntryKindEnum, QuoteKindEnum, SpeakerKindEnum } from "../enums.ts";
import {
  AgentRef,
  ArticleRef,
  EventRef,
  EvidenceRef,
  OrganizationRef,
  QuoteRef,
  TimelineEntryRef,
} from "../refs.ts";
import { evidenceViews } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

QuoteRef.implement({
  description: "Words, or a reported statement, as one article gives them.",
  interfaces: [Node, TimelineEntryRef],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Quote", key, asOf }),
    }),
    kind: t.field({ type: EntryKindEnum, description: "QUOTE.", resolve: () => "QUOTE" as const }),
    title: t.string({
      description: "The speaker, and how the words begin.",
      async resolve({ record, asOf }, _args, { find }) {
        const speaker = record.speakerId === null ? null : await find.agent(record.speakerId, asOf);
        return quoteTitle(speaker?.record.name ?? record.speakerAsWritten, record.kind, shownText(record));
      },
    }),
    quoteKind: t.field({
      type: QuoteKindEnum,
      description: "Whether the words are given in quotation marks.",
      resolve: ({ record }) => record.kind,
    }),
    text: t.string({
      description:
        "The words, as they stand in the article: of one that is not free to read at most 300 code points, to the end of a sentence or word.",
      resolve: ({ record }) => shownText(record),
    }),
    speaker: t.field({
      type: AgentRef,
      nullable: true,
      description: "Who speaks; null where that is not known.",
      resolve: ({ record, asOf }, _args, { find }) =>
        record.speakerId === null ? null : find.agent(record.speakerId, asOf),
    }),
    speakerKind: t.field({
      type: SpeakerKindEnum,
      description: "How the speaker is known.",
      resolve: ({ record }) => record.speakerKind,
    }),
    speakerAsWritten: t.string({
      nullable: true,
      description: "The speaker in the article's words, such as `The Russian official`.",
      resolve: ({ record }) => record.speakerAsWritten,
    }),
    speakerFor: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "For whom an unnamed speaker speaks.",
      async resolve({ record, asOf }, _args, { find }) {
        const agent = record.speakerForId === null ? null : await find.agent(record.speakerForId, asOf);
        return agent?.__typename === "Organization" ? agent : null;
      },
    }),
    cue: t.string({
      nullable: true,
      description: "The word that tells of the speaking, such as `said`.",
      resolve: ({ record }) => record.cue,
    }),
    relays: t.field({
      type: AgentRef,
      nullable: true,
      description: "Second hand: whose words the speaker passes on.",
      resolve: ({ record, asOf }, _args, { find }) =>
        record.relaysId === null ? null : find.agent(record.relaysId, asOf),
    }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "When it was said or made public; null where the article tells neither.",
      resolve: ({ record }) => record.said,
    }),
    saidAt: t.field({
      type: EventRef,
      nullable: true,
      description: "The event at which it was said.",
      resolve: ({ record, asOf }, _args, { find }) =>
        record.saidAtId === null ? null : find.event(record.saidAtId, asOf),
    }),
    about: t.field({
      type: [EventRef],
      description: "The events that it is about.",
      async resolve({ record, asOf }, _args, { load, find }) {
        const rows = await load.quoteAbout.load(record.id);
        return find.events(
          rows.map((row) => row.eventId),
          asOf,
        );
      },
    }),
    language: t.string({
      nullable: true,
      description: "The language of the words, a BCP 47 tag.",
      resolve: ({ record }) => record.language,
    }),
    translated: t.boolean({
      description: "Whether the words are a translation.",
      resolve: ({ record }) => record.translated,
    }),
    article: t.field({
      type: ArticleRef,
      description: "The article that gives these words.",
      async resolve({ record, asOf }, _args, { load }) {
        const article = await load.article.load(record.articleId);
        if (article === null) throw new Error("A quote names an article that is not on record.");
        return { __typename: "Article" as const, record: article, asOf };
      },
    }),
    otherReports: t.field({
      type: [QuoteRef],
      description: "The same utterance as other articles give it, earliest first.",
      async resolve({ record, asOf }, _args, { load, find }) {
        const others = (await load.sameUtterance.load(record.id)).filter((row) => row.id !== record.id);
        const quotes = await find.quotes(
          others.map((row) => row.id),
          asOf,
        );
        return quotes.sort((a, b) => byReport(a.record, b.record));
      },
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "Where the article says it.",
      resolve: ({ record, asOf }) => evidenceViews(record.evidence, asOf),
    }),
  }),
});
