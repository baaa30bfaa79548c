import { AmendDraft, accept, amendDraft, DecideDrafts, reject } from "../../edit/drafts.ts";
import type { AgentType } from "../../domain/model.ts";
import { builder } from "../builder.ts";
import { EventStatusEnum, QuoteKindEnum, SpeakerKindEnum } from "../enums.ts";
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
  description: "A person or an organization as a draft names them: whoever has that name on record, or somebody new.",
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
