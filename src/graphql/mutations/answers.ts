import type { ObjectRef } from "@pothos/core";
import { IngestResult } from "../../edit/articles.ts";
import { type HeldDraft as DecidedHeld, DecidedResult } from "../../edit/drafts.ts";
import { NodeResult } from "../../edit/inputs.ts";
import { MergeResult } from "../../edit/merge/merge.ts";
import { WithdrawalResult } from "../../edit/withdraw.ts";
import { builder, Node, type SchemaTypes } from "../builder.ts";
import type { Context } from "../context.ts";
import { findNamed } from "../nodes.ts";
import {
  ArticleRef,
  DraftRef,
  EventRef,
  OrganizationRef,
  PersonRef,
  PlaceRef,
  QuoteRef,
  SourceRef,
  StatusChangeRef,
  TopicRef,
} from "../refs.ts";
import { CorrectionRef } from "../types/correction.ts";
import { DraftMatch } from "../types/draft.ts";
import { MergeRef } from "../types/merge.ts";
import type { NodeView } from "../views.ts";
import { answer, type Payload } from "./define.ts";

const IngestStateEnum = builder.enumType("IngestState", {
  description: "What became of an article that was sent.",
  values: {
    CREATED: { description: "It is new on record." },
    UPDATED: { description: "It was on record; its text or what is known of it changed." },
    UNCHANGED: { description: "It was on record as it is." },
  },
});

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

const REPLAYED =
  "Whether this was done when it was sent before, with the same idempotency key: nothing was done again.";

/** What mutations answer that are about one thing. */
function about(type: NodeView["__typename"], field: string, ref: ObjectRef<Types, NodeView>, what: string) {
  const payload = builder.objectRef<Payload<NodeResult>>(`${type}Payload`).implement({
    description: `What was done: ${what}.`,
    fields: (t) => ({
      replayed: t.exposeBoolean("replayed", { description: REPLAYED }),
      [field]: t.field({
        type: ref,
        nullable: true,
        description: `${what.replace(/^./, (first) => first.toUpperCase())} as it is now; null where it is in no view.`,
        resolve: ({ result }, _args, context) => found(result, type, context),
      }),
    }),
  });
  return answer(type, `What was done: ${what}.`, NodeResult, payload);
}

async function found<Name extends NodeView["__typename"]>(
  { type, key }: NodeResult,
  wanted: Name,
  context: Context,
): Promise<Extract<NodeView, { readonly __typename: Name }> | null> {
  const view = await findNamed({ type, key, asOf: null }, context);
  return view !== null && isOf(view, wanted) ? view : null;
}

function isOf<Name extends NodeView["__typename"]>(
  view: NodeView,
  name: Name,
): view is Extract<NodeView, { readonly __typename: Name }> {
  return view.__typename === name;
}

export const TopicAnswer = about("Topic", "topic", TopicRef, "the topic");
export const PersonAnswer = about("Person", "person", PersonRef, "the person");
export const OrganizationAnswer = about("Organization", "organization", OrganizationRef, "the organization");
export const PlaceAnswer = about("Place", "place", PlaceRef, "the place");
export const SourceAnswer = about("Source", "source", SourceRef, "the source");
export const EventAnswer = about("Event", "event", EventRef, "the event");
export const StatusChangeAnswer = about("StatusChange", "statusChange", StatusChangeRef, "the step");
export const QuoteAnswer = about("Quote", "quote", QuoteRef, "the quote");
export const ArticleAnswer = about("Article", "article", ArticleRef, "the article");
export const DraftAnswer = about("Draft", "draft", DraftRef, "the draft");

const FactPayload = builder.objectRef<Payload<NodeResult>>("FactPayload").implement({
  description: "What was done: the fact.",
  fields: (t) => ({
    replayed: t.exposeBoolean("replayed", { description: REPLAYED }),
    node: t.field({
      type: Node,
      nullable: true,
      description: "The fact as it is now, where it has an id to be found by.",
      resolve: ({ result }, _args, context) => findNamed({ ...result, asOf: null }, context),
    }),
  }),
});
export const FactAnswer = answer("Fact", "What was done: the fact.", NodeResult, FactPayload);

const HeldDraft = builder.objectRef<DecidedHeld>("HeldDraft").implement({
  description: "A draft that was left, since an editor has to say what it is.",
  fields: (t) => ({
    draft: t.field({
      type: DraftRef,
      nullable: true,
      description: "The draft; null where it is there no more.",
      resolve: ({ draft }, _args, context) => found({ type: "Draft", key: draft }, "Draft", context),
    }),
    what: t.exposeString("what", { description: "What is in doubt: its own title, or whom it names." }),
    match: t.field({
      type: DraftMatch,
      description: "What that may be the same as.",
      resolve: ({ match }) => ({ match, asOf: null }),
    }),
  }),
});

const DraftsPayload = builder.objectRef<Payload<DecidedResult>>("DraftsPayload").implement({
  description: "What was decided about drafts.",
  fields: (t) => ({
    replayed: t.exposeBoolean("replayed", { description: REPLAYED }),
    drafts: t.field({
      type: [DraftRef],
      description: "The drafts, with those that went along.",
      async resolve({ result: { drafts } }, _args, context) {
        const views = await Promise.all(drafts.map((key) => found({ type: "Draft", key }, "Draft", context)));
        return views.filter((view) => view !== null);
      },
    }),
    facts: t.field({
      type: [Node],
      description: "What those that were accepted became.",
      async resolve({ result: { facts } }, _args, context) {
        const views = await Promise.all(facts.map((fact) => findNamed({ ...fact, asOf: null }, context)));
        return views.filter((view) => view !== null);
      },
    }),
    held: t.field({
      type: [HeldDraft],
      description: "Those that were left, where `leaveDoubtful` says so.",
      resolve: ({ result: { held } }) => held,
    }),
  }),
});
export const DraftsAnswer = answer("Drafts", "What was decided about drafts.", DecidedResult, DraftsPayload);

const IngestPayload = builder.objectRef<Payload<IngestResult>>("IngestPayload").implement({
  description: "What became of an article.",
  fields: (t) => ({
    replayed: t.exposeBoolean("replayed", { description: REPLAYED }),
    article: t.field({
      type: ArticleRef,
      nullable: true,
      description: "The article as it is now.",
      resolve: ({ result: { article } }, _args, context) =>
        found({ type: "Article", key: article }, "Article", context),
    }),
    state: t.field({
      type: IngestStateEnum,
      description: "What became of it.",
      resolve: ({ result }) => result.state,
    }),
    openDrafts: t.int({
      description: "How many drafts of it wait for a decision.",
      resolve: ({ result }) => result.openDrafts,
    }),
    notes: t.stringList({
      description: "What was left out, and why.",
      resolve: ({ result }) => result.notes,
    }),
  }),
});
export const IngestAnswer = answer("Ingest", "What became of an article.", IngestResult, IngestPayload);

const MergePayload = builder.objectRef<Payload<MergeResult>>("MergePayload").implement({
  description: "A merge that was made or undone.",
  fields: (t) => ({
    replayed: t.exposeBoolean("replayed", { description: REPLAYED }),
    merge: t.field({
      type: MergeRef,
      nullable: true,
      description: "The merge: what to give to undo it.",
      resolve: async ({ result: { merge } }, _args, { readers }) => (await readers.merges.byKey([merge]))[0],
    }),
    from: t.field({
      type: Node,
      nullable: true,
      description: "What the id of the one leads to now.",
      resolve: ({ result: { from } }, _args, context) => findNamed({ ...from, asOf: null }, context),
    }),
    into: t.field({
      type: Node,
      nullable: true,
      description: "What the id of the other leads to now.",
      resolve: ({ result: { into } }, _args, context) => findNamed({ ...into, asOf: null }, context),
    }),
  }),
});
export const MergeAnswer = answer("Merge", "A merge that was made or undone.", MergeResult, MergePayload);

const WithdrawalPayload = builder.objectRef<Payload<WithdrawalResult>>("CorrectionPayload").implement({
  description: "A fact that was withdrawn, or let hold again.",
  fields: (t) => ({
    replayed: t.exposeBoolean("replayed", { description: REPLAYED }),
    correction: t.field({
      type: CorrectionRef,
      nullable: true,
      description: "What readers are told: what to give to lift it.",
      resolve: async ({ result: { withdrawal } }, _args, { readers }) =>
        (await readers.withdrawals.byKey([withdrawal]))[0],
    }),
  }),
});
export const CorrectionAnswer = answer(
  "Correction",
  "A fact that was withdrawn, or let hold again.",
  WithdrawalResult,
  WithdrawalPayload,
);
