import { compareCodePoints } from "../../domain/code-point-order.ts";
import { encodeNodeId } from "../../domain/node-id.ts";
import { Node } from "../builder.ts";
import { asOfArg, forwardArgs, QuoteConnection, quotePage } from "../connections.ts";
import { editorialText } from "../editorial-text.ts";
import { EntryKindEnum, EventStatusEnum } from "../enums.ts";
import { evidenceOfEvent } from "../facts.ts";
import {
  EventRef,
  EventRelationRef,
  EvidenceRef,
  ParticipationRef,
  PlaceRef,
  StatusChangeRef,
  TimelineEntryRef,
  TopicRef,
} from "../refs.ts";
import { evidenceViews, reportedParts, statusChangeViews } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

EventRef.implement({
  description:
    "Something that happened, is planned or is talked about. Its date and status follow from its history.",
  interfaces: [Node, TimelineEntryRef],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "Event", key, asOf }),
    }),
    slug: t.string({ description: "Short name in addresses.", resolve: ({ record }) => record.slug }),
    kind: t.field({ type: EntryKindEnum, description: "EVENT.", resolve: () => "EVENT" as const }),
    title: t.string({ description: "Title.", resolve: ({ record }) => record.title }),
    description: t.string({
      nullable: true,
      description: "What it is, in an editor's words.",
      resolve: async ({ record, asOf }, _args, { load }) =>
        editorialText(await load.eventTexts.load(record.id), "DESCRIPTION", asOf),
    }),
    outcome: t.string({
      nullable: true,
      description: "What came of it, in an editor's words.",
      resolve: async ({ record, asOf }, _args, { load }) =>
        editorialText(await load.eventTexts.load(record.id), "OUTCOME", asOf),
    }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "Its date; null: none is set.",
      resolve: ({ state }) => state.when,
    }),
    formerDates: t.field({
      type: [FuzzyDateType],
      description: "Dates that it had and lost, in the order in which it lost them.",
      resolve: ({ state }) => [...state.formerDates],
    }),
    status: t.field({
      type: EventStatusEnum,
      description: "Where it stands: what the last step of its history led to.",
      resolve: ({ state }) => state.status,
    }),
    disputed: t.boolean({
      description: "Whether somebody says that it, or its current status, is not so.",
      resolve: ({ state }) => state.disputed,
    }),
    overdue: t.boolean({
      description: "Whether it is still announced though its last possible day has passed.",
      resolve: ({ state }) => state.overdue,
    }),
    statusHistory: t.field({
      type: [StatusChangeRef],
      description: "Its changes in order: by the day they took effect, then by the day they were reported.",
      resolve: (event) => statusChangeViews(event),
    }),
    place: t.field({
      type: PlaceRef,
      nullable: true,
      description: "Where it happens.",
      resolve: ({ record, asOf }, _args, { find }) =>
        record.placeId === null ? null : find.place(record.placeId, asOf),
    }),
    participants: t.field({
      type: [ParticipationRef],
      description: "Who has a part in it.",
      resolve: (event) =>
        reportedParts(event.record.participations, event.asOf).map((record) => ({
          __typename: "Participation" as const,
          record,
          asOf: event.asOf,
          event,
        })),
    }),
    related: t.field({
      type: [EventRelationRef],
      description: "Other events that it follows, belongs to or replaces.",
      async resolve(event, _args, { find }) {
        const relations = reportedParts(event.record.relations, event.asOf);
        const known = await find.events(
          relations.map((relation) => relation.otherId),
          event.asOf,
        );
        const ids = new Set(known.map((other) => other.record.id));
        return relations
          .filter((relation) => ids.has(relation.otherId))
          .map((record) => ({ __typename: "EventRelation" as const, record, asOf: event.asOf, event }));
      },
    }),
    topics: t.field({
      type: [TopicRef],
      description: "The stories that it belongs to, by slug.",
      async resolve({ record, asOf }, _args, { load, find }) {
        const rows = await load.eventTopics.load(record.id);
        const topics = await find.topics(
          rows.map((row) => row.topicId),
          asOf,
        );
        return topics.sort((a, b) => compareCodePoints(a.record.slug, b.record.slug));
      },
    }),
    quotes: t.field({
      type: QuoteConnection,
      description: "What was said about it or at it.",
      args: { ...asOfArg(t.arg), ...forwardArgs(t.arg) },
      resolve: ({ record, asOf }, args, context) =>
        quotePage(context, args, [{ type: "EVENT", id: record.id }], args.asOf ?? asOf),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "What it rests on: its own evidence, its changes' and its participations'.",
      resolve: (event) => evidenceViews(evidenceOfEvent(event), event.asOf),
    }),
    disputing: t.field({
      type: [EvidenceRef],
      description: "Reports that it, or the step that it stands at, is not so: what makes it disputed.",
      resolve: ({ record, state, asOf }) =>
        evidenceViews([...record.evidence, ...(state.history.at(-1)?.change.evidence ?? [])], asOf).filter(
          (one) => one.record.stance === "DISPUTES",
        ),
    }),
    firstReported: t.field({
      type: "Date",
      nullable: true,
      description: "The earliest day on which a report that supports it was out.",
      resolve: ({ state }) => state.firstReported,
    }),
    independentSources: t.int({
      description: "How many distinct origins support it; copies of a report count once.",
      resolve: ({ state }) => state.independentSources,
    }),
  }),
});
