import { encodeNodeId } from "../../domain/node-id.ts";
import { Node } from "../builder.ts";
import { EntryKindEnum, EventStatusEnum } from "../enums.ts";
import { EventRef, EvidenceRef, StatusChangeRef, TimelineEntryRef } from "../refs.ts";
import { statusChangeTitle } from "../titles.ts";
import { evidenceViews } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

StatusChangeRef.implement({
  description: "One step in the history of an event.",
  interfaces: [Node, TimelineEntryRef],
  fields: (t) => ({
    id: t.id({
      description: "Global id.",
      resolve: ({ record: { key }, asOf }) => encodeNodeId({ type: "StatusChange", key, asOf }),
    }),
    kind: t.field({
      type: EntryKindEnum,
      description: "STATUS_CHANGE.",
      resolve: () => "STATUS_CHANGE" as const,
    }),
    title: t.string({
      description: "The event's title and what became of it.",
      resolve: ({ event, record }) => statusChangeTitle(event.record.title, record.to),
    }),
    event: t.field({ type: EventRef, description: "The event.", resolve: ({ event }) => event }),
    from: t.field({
      type: EventStatusEnum,
      nullable: true,
      description: "The status before; null for the first step.",
      resolve: ({ step }) => step.from,
    }),
    to: t.field({
      type: EventStatusEnum,
      description: "The status after.",
      resolve: ({ record }) => record.to,
    }),
    when: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "When it took effect; null where that is not known.",
      resolve: ({ record }) => record.when,
    }),
    newDate: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "The date that it gave the event.",
      resolve: ({ record }) => record.newDate,
    }),
    formerDate: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "The date that the event lost by it.",
      resolve: ({ step }) => step.formerDate,
    }),
    reason: t.string({
      nullable: true,
      description: "Why, in words.",
      resolve: ({ record }) => record.reason,
    }),
    reported: t.field({
      type: "Date",
      description: "The earliest day on which a report of it was out.",
      resolve: ({ step }) => step.reported,
    }),
    disputed: t.boolean({
      description: "Whether somebody says that it is not so.",
      resolve: ({ step }) => step.disputed,
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "Who says so, and who says otherwise.",
      resolve: ({ record, asOf }) => evidenceViews(record.evidence, asOf),
    }),
  }),
});
