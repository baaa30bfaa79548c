import type { AgentType } from "../../domain/model.ts";
import { AcceptDrafts, accept } from "../../edit/accept-drafts.ts";
import { AddDraft, addDraft } from "../../edit/add-draft.ts";
import { AmendDraft, amendDraft } from "../../edit/amend-draft.ts";
import { RejectDrafts, reject } from "../../edit/drafts.ts";
import { TakeBackDecision, takeBackDecision } from "../../edit/take-back.ts";
import { builder } from "../builder.ts";
import { DraftKindEnum, EventStatusEnum, QuoteKindEnum, SpeakerKindEnum } from "../enums.ts";
import { DraftAnswer, DraftsAnswer } from "./answers.ts";
import { expected, type Fields, once, required } from "./common.ts";
import { editMutation } from "./define.ts";

const AgentTypeEnum = builder.enumType("AgentType", {
  description: "Kinds of those who act in a story.",
  values: {
    PERSON: { description: "A person." },
    ORGANIZATION: { description: "An organization, government or state." },
  } satisfies Record<AgentType, object>,
});

const DraftedAgentInput = builder.inputType("DraftedAgentInput", {
  description:
    "A person or an organization as a draft names them: whoever has that name on record, or somebody new.",
  fields: (t) => ({
    type: t.field({ type: AgentTypeEnum, required: true, description: "Which of the two." }),
    name: t.string({ required: true, description: "The full name." }),
  }),
});

/** What may be changed of a draft. */
function changes(t: Fields) {
  return {
    title: t.string({ description: "Of an event its title, of a person the name." }),
    date: t.string({ description: "When the event is, or the words were said, EDTF." }),
    status: t.field({ type: EventStatusEnum, description: "Of an event." }),
    place: t.string({ description: "Of an event: the name of a place." }),
    quoteKind: t.field({ type: QuoteKindEnum, description: "Of a quote." }),
    speaker: t.field({ type: DraftedAgentInput, description: "Of a quote." }),
    speakerKind: t.field({ type: SpeakerKindEnum, description: "Of a quote." }),
    cue: t.string({ description: "Of a quote: the word that tells of the speaking." }),
  };
}

const DraftChangesInput = builder.inputType("DraftChangesInput", {
  description: "What to change of a draft; what is left out stays, and null takes away.",
  fields: (t) => changes(t),
});

const AcceptedDraftInput = builder.inputType("AcceptedDraftInput", {
  description:
    "A draft that is put on record: as what it is the same as (`Draft.match`), else as something new, unless this says otherwise.",
  fields: (t) => ({
    ...expected(t),
    draft: t.id({ required: true, description: "Its id." }),
    sameAs: t.id({
      description:
        "What on record it is: the id of a person or an event; of a quote, that of a quote of the same words, or of the person who speaks.",
    }),
    isNew: t.boolean({ description: "Whether it is something new, whatever it is like; left out: not." }),
    amend: t.field({ type: DraftChangesInput, description: "What is changed of it first." }),
  }),
});

editMutation("acceptDrafts", {
  description: "Puts drafts on record with their passages as evidence, and the people whom they name.",
  input: builder.inputType("AcceptDraftsInput", {
    description: "Drafts that are put on record together: all of them, or none where one cannot be.",
    fields: (t) => ({
      ...once(t),
      drafts: t.field({ type: [AcceptedDraftInput], required: true, description: "Up to 500." }),
      leaveDoubtful: t.boolean({
        description:
          "Whether those are left, and answered as `held`, of which it is doubtful what they, or whom they name, are the same as; left out: they are accepted.",
      }),
    }),
  }),
  shape: AcceptDrafts,
  answer: DraftsAnswer,
  work: accept,
});

const RejectedDraftInput = builder.inputType("RejectedDraftInput", {
  description: "A draft that is rejected.",
  fields: (t) => ({ ...expected(t), draft: t.id({ required: true, description: "Its id." }) }),
});

editMutation("rejectDrafts", {
  description: "Says that drafts are not to be put on record, nor drafted again.",
  input: builder.inputType("RejectDraftsInput", {
    description: "Drafts that are rejected together: all of them, or none where one cannot be.",
    fields: (t) => ({
      ...once(t),
      drafts: t.field({ type: [RejectedDraftInput], required: true, description: "Up to 500." }),
    }),
  }),
  shape: RejectDrafts,
  answer: DraftsAnswer,
  work: reject,
});

editMutation("amendDraft", {
  description:
    "Changes what is proposed, before it is decided about. It then is an editor's, which drafting again does not change.",
  input: builder.inputType("AmendDraftInput", {
    description: "What to change of a draft; what is left out stays, and null takes away.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      draft: t.id({ required: true, description: "Its id." }),
      ...changes(t),
    }),
  }),
  shape: AmendDraft,
  answer: DraftAnswer,
  work: amendDraft,
});

editMutation("takeBackDecision", {
  description:
    "Takes back what was decided about a draft, which waits for a decision again. The event or quote that came on record by it is withdrawn; what was on record before, what other drafts became as well, and people, stay.",
  input: builder.inputType("TakeBackDecisionInput", {
    description: "Which decision.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      draft: t.id({ required: true, description: "The draft's id." }),
    }),
  }),
  shape: TakeBackDecision,
  answer: DraftAnswer,
  work: takeBackDecision,
});

editMutation("addDraft", {
  description:
    "Drafts what an editor marked in the text of an article. It waits for a decision as any other draft: amend it first, where it says more than its words.",
  input: builder.inputType("AddDraftInput", {
    description: "Words of an article, and what they tell.",
    fields: (t) => ({
      ...once(t),
      article: t.id({ required: true, description: "The article's id." }),
      kind: t.field({ type: DraftKindEnum, required: true, description: "What they tell." }),
      exact: t.string({ required: true, description: "The words, as they stand in the article's text." }),
      start: t.int({
        description: "Where they start, in code points; left out, they stand in the text once.",
      }),
      name: t.string({
        description:
          "Who says them, or what the event or the person is called; left out, nobody, or the words.",
      }),
    }),
  }),
  shape: AddDraft,
  answer: DraftAnswer,
  work: addDraft,
});
