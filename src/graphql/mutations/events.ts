import {
  AddEvent,
  AddParticipant,
  AmendEvent,
  addEvent,
  addParticipant,
  amendEvent,
  RecordStatusChange,
  recordStatusChange,
} from "../../edit/events.ts";
import { AmendParticipant, amendParticipant } from "../../edit/participations.ts";
import { builder } from "../builder.ts";
import { EventStatusEnum, ParticipantRoleEnum } from "../enums.ts";
import { EventAnswer, StatusChangeAnswer } from "./answers.ts";
import { AgentInput, EvidenceInput, expected, once, required, requiredOf } from "./common.ts";
import { editMutation } from "./define.ts";

const ParticipantInput = builder.inputType("ParticipantInput", {
  description: "Who has which part in an event.",
  fields: (t) => ({
    agent: t.field({ type: AgentInput, required: true, description: "Who." }),
    role: t.field({ type: ParticipantRoleEnum, required: true, description: "Which part." }),
    evidence: t.field({
      type: [EvidenceInput],
      description: "What that rests on; left out, what the event rests on.",
    }),
  }),
});

editMutation("addEvent", {
  description: "Puts an event on record, with the first step of its history.",
  input: builder.inputType("AddEventInput", {
    description: "An event.",
    fields: (t) => ({
      ...once(t),
      title: t.string({ required: true, description: "A short noun phrase." }),
      slug: t.string({ description: "Short name in addresses; made from the title where left out." }),
      description: t.string({ description: "What it is, in your words." }),
      place: t.string({ description: "Where: slug of a place." }),
      topics: t.stringList({ description: "The stories it belongs to: their slugs." }),
      status: t.field({ type: EventStatusEnum, required: true, description: "What the articles say of it." }),
      date: t.string({ description: "Its date, EDTF; left out: none is set." }),
      effective: t.string({ description: "When that status took effect, EDTF; left out: it is not known." }),
      participants: t.field({ type: [ParticipantInput], description: "Who has a part in it." }),
      evidence: t.field({ type: [EvidenceInput], required: true, description: "What it rests on." }),
    }),
  }),
  shape: AddEvent,
  answer: EventAnswer,
  work: addEvent,
});

editMutation("amendEvent", {
  description:
    "Changes what an event is called, where it is and which stories it belongs to, or what an editor says of it from today on. Its status and date are changed by `recordStatusChange`.",
  input: builder.inputType("AmendEventInput", {
    description: "What to change of an event; what is left out stays.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      event: t.id({ required: true, description: "Its id." }),
      title: t.string({ description: "A short noun phrase." }),
      description: t.string({ description: "What it is: views of earlier days keep what was said then." }),
      outcome: t.string({ description: "What came of it: views of earlier days keep what was said then." }),
      place: t.string({ description: "Where: slug of a place; null takes it away." }),
      topics: t.stringList({ description: "All stories it belongs to: they take the place of those there." }),
    }),
  }),
  shape: AmendEvent,
  answer: EventAnswer,
  work: amendEvent,
});

editMutation("addParticipant", {
  description: "Says who has which part in an event, by what an article says.",
  input: builder.inputType("AddParticipantInput", {
    description: "Who has which part in an event.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      event: t.id({ required: true, description: "Its id." }),
      agent: t.field({ type: AgentInput, required: true, description: "Who." }),
      role: t.field({ type: ParticipantRoleEnum, required: true, description: "Which part." }),
      evidence: t.field({ type: [EvidenceInput], required: true, description: "What that rests on." }),
    }),
  }),
  shape: AddParticipant,
  answer: EventAnswer,
  work: addParticipant,
});

editMutation("amendParticipant", {
  description:
    "Says that somebody has another part in an event, by what was on record of the part they had. Its id is another then.",
  input: builder.inputType("AmendParticipantInput", {
    description: "Which part somebody has.",
    fields: (t) => ({
      ...once(t),
      ...requiredOf(t, "the event"),
      participation: t.id({ required: true, description: "The participation's id." }),
      role: t.field({ type: ParticipantRoleEnum, required: true, description: "The part they have." }),
    }),
  }),
  shape: AmendParticipant,
  answer: EventAnswer,
  work: amendParticipant,
});

editMutation("recordStatusChange", {
  description:
    "Records what became of an event: announced, postponed, took place. An account of a step that is on record adds its evidence to that step.",
  input: builder.inputType("RecordStatusChangeInput", {
    description: "What became of an event.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      event: t.id({ required: true, description: "Its id." }),
      to: t.field({ type: EventStatusEnum, required: true, description: "Where it stands now." }),
      effective: t.string({ description: "When that took effect, EDTF; left out: it is not known." }),
      date: t.string({ description: "Its new date, EDTF; left out, it keeps the one it has." }),
      reason: t.string({ description: "Why, as the article says." }),
      evidence: t.field({ type: [EvidenceInput], required: true, description: "What it rests on." }),
    }),
  }),
  shape: RecordStatusChange,
  answer: StatusChangeAnswer,
  work: recordStatusChange,
});
