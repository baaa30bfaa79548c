import { AddQuote, AmendQuote, addQuote, amendQuote, MoveQuote, moveQuote } from "../../edit/quotes.ts";
import { builder } from "../builder.ts";
import { QuoteKindEnum, SpeakerKindEnum } from "../enums.ts";
import { QuoteAnswer } from "./answers.ts";
import { AgentInput, EvidenceInput, once, required } from "./common.ts";
import { editMutation } from "./define.ts";

editMutation("addQuote", {
  description: "Puts on record what somebody said, as an article gives it.",
  input: builder.inputType("AddQuoteInput", {
    description: "What somebody said.",
    fields: (t) => ({
      ...once(t),
      passage: t.field({
        type: EvidenceInput,
        required: true,
        description: "The article that gives the words, and the words in it.",
      }),
      text: t.string({ description: "What was said; left out, the words of the passage." }),
      kind: t.field({ type: QuoteKindEnum, required: true, description: "How the article gives it." }),
      speaker: t.field({ type: AgentInput, description: "Who said it, where the article names them." }),
      speakerKind: t.field({
        type: SpeakerKindEnum,
        description: "How the speaker is known; left out, NAMED with a `speaker`, else UNKNOWN.",
      }),
      speakerAsWritten: t.string({ description: "The speaker in the article's words." }),
      speakerFor: t.string({ description: "Whom an unnamed speaker speaks for: slug of an organization." }),
      cue: t.string({ description: "The word that tells of the speaking, such as `said`." }),
      when: t.string({ description: "When it was said, EDTF; left out: the article does not say." }),
      saidAt: t.string({ description: "The event that it was said at: its slug." }),
      about: t.stringList({ description: "The events that it is about: their slugs." }),
      language: t.string({ description: "BCP 47 tag of the words." }),
      translated: t.boolean({ description: "Whether the words are a translation; left out: not." }),
      topics: t.stringList({ description: "The stories it belongs to: their slugs." }),
      evidence: t.field({ type: [EvidenceInput], description: "Other articles that give the same words." }),
    }),
  }),
  shape: AddQuote,
  answer: QuoteAnswer,
  work: addQuote,
});

editMutation("amendQuote", {
  description:
    "Changes what is said of a quote. Its words are its article's: where they are wrong, withdraw it and add another.",
  input: builder.inputType("AmendQuoteInput", {
    description: "What to change of a quote; what is left out stays, and null takes away.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      quote: t.id({ required: true, description: "Its id." }),
      kind: t.field({ type: QuoteKindEnum, description: "How the article gives it." }),
      cue: t.string({ description: "The word that tells of the speaking." }),
      when: t.string({ description: "When it was said, EDTF." }),
      saidAt: t.string({ description: "The event that it was said at: its slug." }),
      about: t.stringList({ description: "All events that it is about: their slugs." }),
      language: t.string({ description: "BCP 47 tag of the words." }),
      translated: t.boolean({ description: "Whether the words are a translation." }),
      topics: t.stringList({ description: "All stories it belongs to: their slugs." }),
    }),
  }),
  shape: AmendQuote,
  answer: QuoteAnswer,
  work: amendQuote,
});

editMutation("moveQuote", {
  description: "Says that somebody else said it: the quote leaves the one timeline for the other.",
  input: builder.inputType("MoveQuoteInput", {
    description: "Who said it.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      quote: t.id({ required: true, description: "Its id." }),
      speaker: t.field({ type: AgentInput, description: "Who said it; null: the article names nobody." }),
      speakerKind: t.field({
        type: SpeakerKindEnum,
        description: "How the speaker is known; left out, NAMED with a `speaker`, else UNKNOWN.",
      }),
      speakerAsWritten: t.string({ description: "The speaker in the article's words; left out, as it was." }),
    }),
  }),
  shape: MoveQuote,
  answer: QuoteAnswer,
  work: moveQuote,
});
