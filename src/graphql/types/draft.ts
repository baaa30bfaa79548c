import type { Day } from "../../domain/day.ts";
import { DatelineError } from "../../domain/errors.ts";
import { encodeNodeId } from "../../domain/node-id.ts";
import { shownPassage } from "../../domain/shown-passage.ts";
import { textFragmentUrl } from "../../domain/text-fragment.ts";
import { type Match, matchOf, suggestionsFor } from "../../ingest/reconcile/match.ts";
import { builder, Node } from "../builder.ts";
import { present } from "../context.ts";
import { tooManyDrafts } from "../draft-matches.ts";
import {
  ArticlePartEnum,
  DraftKindEnum,
  DraftStateEnum,
  EntryKindEnum,
  EventStatusEnum,
  MethodEnum,
  ParticipantRoleEnum,
  QuoteKindEnum,
  SpeakerKindEnum,
} from "../enums.ts";
import { findNamed } from "../nodes.ts";
import { ArticleRef, DraftRef, EvidenceRef, TimelineEntryRef } from "../refs.ts";
import { type DraftView, draftView } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

const DraftRole = builder.simpleObject("DraftRole", {
  description: "A title or role that an article gives somebody.",
  fields: (t) => ({
    title: t.string({ description: "Such as `Deputy Foreign Minister`." }),
    organization: t.string({ nullable: true, description: "Name of the organization, country or party." }),
  }),
});

const DraftParticipant = builder.simpleObject("DraftParticipant", {
  description: "Someone who, as drafted, takes part in an event.",
  fields: (t) => ({
    name: t.string({ description: "The fullest name that the article gives." }),
    role: t.field({ type: ParticipantRoleEnum, description: "In which part." }),
  }),
});

/** What a draft is, or may be, the same as. */
export const DraftMatch = builder.objectRef<{ readonly match: Match; readonly asOf: Day | null }>(
  "DraftMatch",
);

DraftMatch.implement({
  description: "What a draft is, or may be, the same as.",
  fields: (t) => ({
    node: t.field({
      type: Node,
      nullable: true,
      description: "The person, event or quote on record; null where it is only drafted.",
      resolve: ({ match: { of }, asOf }, _args, context) =>
        "fact" in of ? findNamed({ type: FACTS[of.kind], key: of.fact, asOf }, context) : null,
    }),
    draft: t.field({
      type: DraftRef,
      nullable: true,
      description: "Where it is only drafted: another draft of the same.",
      resolve: async ({ match: { of }, asOf }, _args, { load }) => {
        const record = "draft" in of ? await load.draftByKey.load(of.draft) : null;
        return record && draftView(record, asOf);
      },
    }),
    score: t.float({ description: "How sure that is, from 0 to 1.", resolve: ({ match }) => match.score }),
    why: t.string({
      description: "What speaks for it, such as `the only one of that surname in the topic`.",
      resolve: ({ match }) => match.reason,
    }),
  }),
});

/** Suggestions that are given where a client does not say how many. */
const SUGGESTIONS = 3;

DraftRef.implement({
  authScopes: { editor: true },
  description:
    "What an extractor proposes of an article, with the passage that it takes it from. It is not on record unless an editor accepts it.",
  interfaces: [Node, TimelineEntryRef],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Draft", key, asOf }),
    }),
    kind: t.field({ type: EntryKindEnum, description: "DRAFT.", resolve: () => "DRAFT" as const }),
    draftKind: t.field({
      type: DraftKindEnum,
      description: "What it proposes.",
      resolve: ({ record }) => record.kind,
    }),
    title: t.string({ description: "A line that tells it.", resolve: ({ record }) => record.title }),
    article: t.field({
      type: ArticleRef,
      description: "The article that it is taken from.",
      resolve: ({ record, asOf }) => ({ __typename: "Article" as const, record: record.article, asOf }),
    }),
    revision: t.int({
      description: "The revision of the article that it is taken from.",
      resolve: ({ record }) => record.revision,
    }),
    part: t.field({
      type: ArticlePartEnum,
      description: "Which text the passage is in.",
      resolve: ({ record }) => record.part,
    }),
    text: t.string({
      description:
        "The passage, word for word. Of an article that gives passages only, at most 300 code points of it, which is what is put on record.",
      resolve: (draft) => shown(draft).exact,
    }),
    cut: t.boolean({
      description: "Whether the passage goes on after `text`, but may not be shown whole.",
      resolve: (draft) => shown(draft).end !== draft.record.end,
    }),
    prefix: t.string({
      description: "The 32 code points before it.",
      resolve: (draft) => shown(draft).prefix,
    }),
    suffix: t.string({
      description: "The 32 code points after it.",
      resolve: (draft) => shown(draft).suffix,
    }),
    start: t.int({
      description: "Where it starts in the text, counted in Unicode code points.",
      resolve: (draft) => shown(draft).start,
    }),
    end: t.int({
      description: "Where it ends, exclusive, counted in Unicode code points.",
      resolve: (draft) => shown(draft).end,
    }),
    link: t.field({
      type: "URL",
      nullable: true,
      description: "A link that opens the article at the words.",
      resolve: (draft) => draft.record.article.url && textFragmentUrl(draft.record.article.url, shown(draft)),
    }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "When it was said, or the event is, as drafted; null where the article does not tell.",
      resolve: ({ record }) => record.date,
    }),
    status: t.field({
      type: EventStatusEnum,
      nullable: true,
      description: "Of an event: its status as this article tells it.",
      resolve: ({ record: { payload } }) => (payload.kind === "EVENT" ? payload.status : null),
    }),
    place: t.string({
      nullable: true,
      description: "Of an event: name of its place.",
      resolve: ({ record: { payload } }) => (payload.kind === "EVENT" ? payload.place : null),
    }),
    participants: t.field({
      type: [DraftParticipant],
      description: "Of an event: who takes part.",
      resolve: ({ record: { payload } }) =>
        payload.kind === "EVENT"
          ? payload.participants.map(({ agent, role }) => ({ name: agent.name, role }))
          : [],
    }),
    claimedBy: t.stringList({
      description: "Of an event: names of those who say so. Nobody: the article in its own voice.",
      resolve: ({ record: { payload } }) =>
        payload.kind === "EVENT"
          ? [...payload.claimedBy.map((agent) => agent.name), payload.claimantAsWritten ?? []].flat()
          : [],
    }),
    quoteKind: t.field({
      type: QuoteKindEnum,
      nullable: true,
      description: "Of a quote: how the article gives the words.",
      resolve: ({ record: { payload } }) => (payload.kind === "QUOTE" ? payload.quoteKind : null),
    }),
    speakerKind: t.field({
      type: SpeakerKindEnum,
      nullable: true,
      description: "Of a quote: how its speaker is known.",
      resolve: ({ record: { payload } }) => (payload.kind === "QUOTE" ? payload.speakerKind : null),
    }),
    speakerName: t.string({
      nullable: true,
      description:
        "Of a quote: the fullest name that the article gives its speaker; null where it names nobody.",
      resolve: ({ record: { payload } }) => (payload.kind === "QUOTE" ? payload.speaker?.name : null),
    }),
    speakerAsWritten: t.string({
      nullable: true,
      description: "Of a quote: the speaker in the article's words next to it.",
      resolve: ({ record: { payload } }) => (payload.kind === "QUOTE" ? payload.speakerAsWritten : null),
    }),
    cue: t.string({
      nullable: true,
      description: "Of a quote: the word that tells of the speaking, such as `said`.",
      resolve: ({ record: { payload } }) => (payload.kind === "QUOTE" ? payload.cue : null),
    }),
    name: t.string({
      nullable: true,
      description: "Of a person: the fullest name that the article gives.",
      resolve: ({ record: { payload } }) => (payload.kind === "PERSON" ? payload.name : null),
    }),
    aliases: t.stringList({
      description: "Of a person: other forms of the name in the article.",
      resolve: ({ record: { payload } }) => (payload.kind === "PERSON" ? payload.aliases : []),
    }),
    roles: t.field({
      type: [DraftRole],
      description: "Of a person: titles and roles.",
      resolve: ({ record: { payload } }) =>
        payload.kind === "PERSON"
          ? payload.roles.map(({ title, organization }) => ({
              title,
              organization: organization?.name ?? null,
            }))
          : [],
    }),
    about: t.field({
      type: [DraftRef],
      description: "Of a quote: drafts of the events that it is about.",
      async resolve({ record: { payload }, asOf }, _args, { readers }) {
        const keys = payload.kind === "QUOTE" ? payload.about : [];
        return present((await readers.drafts.byKey(keys)).map((record) => draftView(record, asOf)));
      },
    }),
    method: t.field({
      type: MethodEnum,
      description: "How it was found.",
      resolve: ({ record }) => record.method,
    }),
    rule: t.string({
      description: "Which rule, or which model, proposes it.",
      resolve: ({ record }) => record.rule,
    }),
    confidence: t.float({
      description:
        "How often, from 0 to 1, what the rule proposes is right; of a model, an assumption for what it proposes.",
      resolve: ({ record }) => record.confidence,
    }),
    state: t.field({
      type: DraftStateEnum,
      description: "What was decided about it.",
      resolve: ({ record }) => record.state,
    }),
    decidedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When that was decided.",
      resolve: ({ record }) => record.decidedAt,
    }),
    decidedBy: t.string({
      nullable: true,
      description: "Who decided it; null while nobody has, and for the command line.",
      resolve: ({ record }) => record.decidedBy,
    }),
    fact: t.field({
      type: Node,
      nullable: true,
      description: "The person, event or quote that it became; null unless it was accepted.",
      resolve: ({ record: { kind, factKey }, asOf }, _args, context) =>
        factKey === null ? null : findNamed({ type: FACTS[kind], key: factKey, asOf }, context),
    }),
    match: t.field({
      type: DraftMatch,
      nullable: true,
      description:
        "What it is the same as, of the same topics: accepting it adds to that. Of a quote: another report of the same words. Null where it is by itself. An error where the topics have more than 5,000 drafts.",
      resolve: async ({ record, asOf }, _args, { load }) => {
        const identities = await load.identities.load(record.article);
        if (identities === null) throw tooManyDrafts(record.article);
        const match = matchOf(identities, record.key, record.factKey);
        return match && { match, asOf };
      },
    }),
    suggestions: t.field({
      type: [DraftMatch],
      nullable: true,
      args: {
        first: t.arg.int({ defaultValue: SUGGESTIONS, description: "How many at most, 1 to 10." }),
      },
      description:
        "What else it may be, surest first; an editor has to decide. Null, with an error, where the topics have more than 5,000 drafts.",
      resolve: async ({ record, asOf }, { first }, { load }) => {
        const most = first ?? SUGGESTIONS;
        if (most < 1 || most > 10) {
          throw new DatelineError("INVALID_PAGE", `\`first\` is ${most}; it may be 1 to 10.`);
        }
        const identities = await load.identities.load(record.article);
        if (identities === null) throw tooManyDrafts(record.article);
        return suggestionsFor(identities, record.key, most).map((match) => ({ match, asOf }));
      },
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "Nothing: evidence is of facts, and this is none. See `text` and `fact`.",
      resolve: () => [],
    }),
  }),
});

const FACTS = { PERSON: "Person", QUOTE: "Quote", EVENT: "Event" } as const;

function shown({ record }: DraftView) {
  return shownPassage(record, record.article.access);
}
