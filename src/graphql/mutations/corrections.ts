import { AddEvidence, addEvidence, RecordDispute, recordDispute } from "../../edit/evidence.ts";
import { MergeThings, mergeThings, UndoMerge, undoMerge } from "../../edit/merge/merge.ts";
import { LiftWithdrawal, liftWithdrawal, WithdrawFact, withdrawFact } from "../../edit/withdraw.ts";
import { builder } from "../builder.ts";
import { CorrectionAnswer, FactAnswer, MergeAnswer } from "./answers.ts";
import { DisputeInput, EvidenceInput, expected, expectedOf, once } from "./common.ts";
import { editMutation } from "./define.ts";

const FACT =
  "Its id: an event's, a step's of its history, a quote's, a role's, a participation's or a relation's.";

editMutation("addEvidence", {
  description: "Says what else supports a fact.",
  input: builder.inputType("AddEvidenceInput", {
    description: "What supports a fact.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      fact: t.id({ required: true, description: FACT }),
      evidence: t.field({ type: [EvidenceInput], required: true, description: "What it rests on, too." }),
    }),
  }),
  shape: AddEvidence,
  answer: FactAnswer,
  work: addEvidence,
});

editMutation("recordDispute", {
  description: "Says that somebody denies a fact, and what they say instead.",
  input: builder.inputType("RecordDisputeInput", {
    description: "Who denies a fact, and where that is told.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      fact: t.id({ required: true, description: FACT }),
      evidence: t.field({ type: [DisputeInput], required: true, description: "Where it is told." }),
    }),
  }),
  shape: RecordDispute,
  answer: FactAnswer,
  work: recordDispute,
});

editMutation("withdrawFact", {
  description:
    "Takes a fact back: it is in no view of any day any more. It stays in the log, and readers are told when and why it was withdrawn.",
  input: builder.inputType("WithdrawFactInput", {
    description: "A fact that does not hold.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      fact: t.id({ required: true, description: FACT }),
      reason: t.string({ required: true, description: "Why, for readers: do not repeat what is withdrawn." }),
    }),
  }),
  shape: WithdrawFact,
  answer: CorrectionAnswer,
  work: withdrawFact,
});

editMutation("liftWithdrawal", {
  description: "Lets a fact hold again that was withdrawn.",
  input: builder.inputType("LiftWithdrawalInput", {
    description: "Which withdrawal.",
    fields: (t) => ({
      ...once(t),
      correction: t.id({ required: true, description: "The correction's id." }),
    }),
  }),
  shape: LiftWithdrawal,
  answer: CorrectionAnswer,
  work: liftWithdrawal,
});

editMutation("merge", {
  description:
    "Says that two people, organizations, places or events are one. All that is said of `from` is said of `into` from now on; its ids and slugs lead there.",
  input: builder.inputType("MergeInput", {
    description: "Two of a kind.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      from: t.id({ required: true, description: "The id of the one that goes." }),
      into: t.id({ required: true, description: "The id of the one that stays." }),
      expectedRevisionOfInto: t.string({ description: "The `recordRevision` of `into` that you saw." }),
    }),
  }),
  shape: MergeThings,
  answer: MergeAnswer,
  work: mergeThings,
});

editMutation("undoMerge", {
  description:
    "Parts what was merged: each has again what was said of it before. What was put on record of the two as one since stays with `into`.",
  input: builder.inputType("UndoMergeInput", {
    description: "Which merge.",
    fields: (t) => ({
      ...once(t),
      ...expectedOf(t, "what both are now"),
      merge: t.id({ required: true, description: "Its id." }),
    }),
  }),
  shape: UndoMerge,
  answer: MergeAnswer,
  work: undoMerge,
});
