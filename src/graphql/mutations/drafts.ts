import type { AgentType } from "../../domain/model.ts";
import { AddDraft, addDraft } from "../../edit/add-draft.ts";
import { AmendDraft, accept, amendDraft, DecideDrafts, reject } from "../../edit/drafts.ts";
import { TakeBackDecision, takeBackDecision } from "../../edit/take-back.ts";
import { builder } from "../builder.ts";
import { DraftKindEnum, EventStatusEnum, QuoteKindEnum, SpeakerKindEnum } from "../enums.ts";
import { DraftAnswer, DraftsAnswer } from "./answers.ts";
import { expected, once, required } from "./common.ts";
import { editMutation } from "./define.ts";

const DecidedDraftInput = builder.inputType("DecidedDraftInput", {
  description: "A draft that is decided about.",
  fields: (t) => ({ ...expected(t), draft: t.id({ required: true, description: "Its id." }) }),
});

const DecideDraftsInput = builder.inputType("DecideDraftsInput", {
  description: "Drafts that are decided about together: all of them, or none where one cannot be.",
  fields: (t) => ({
    ...once(t),
    drafts: t.field({ type: [DecidedDraftInput], required: true, description: "Up to 500." }),
  }),
});

editMutation("acceptDrafts", {
  description: "Puts drafts on record with their passages as evidence, and the people whom they name.",
  input: DecideDraftsInput,
  shape: DecideDrafts,
  answer: DraftsAnswer,
  work: accept,
});

editMutation("rejectDrafts", {
  description: "Says that drafts are not to be put on record, nor drafted again.",
  input: DecideDraftsInput,
  shape: DecideDrafts,
  answer: DraftsAnswer,
  work: reject,
});

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

editMutation("amendDraft", {
  description:
    "Changes what is proposed, before it is decided about. It then is an editor's, which drafting again does not change.",
  input: builder.inputType("AmendDraftInput", {
    description: "What to change of a draft; what is left out stays, and null takes away.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      draft: t.id({ required: true, description: "Its id." }),
      title: t.string({ description: "Of an event its title, of a person the name." }),
      date: t.string({ description: "When the event is, or the words were said, EDTF." }),
      status: t.field({ type: EventStatusEnum, description: "Of an event." }),
      place: t.string({ description: "Of an event: the name of a place." }),
      quoteKind: t.field({ type: QuoteKindEnum, description: "Of a quote." }),
      speaker: t.field({ type: DraftedAgentInput, description: "Of a quote." }),
      speakerKind: t.field({ type: SpeakerKindEnum, description: "Of a quote." }),
      cue: t.string({ description: "Of a quote: the word that tells of the speaking." }),
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
