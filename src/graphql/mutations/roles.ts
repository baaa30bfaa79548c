import { AddRole, AmendRole, addRole, amendRole } from "../../edit/roles.ts";
import { builder } from "../builder.ts";
import { PersonAnswer } from "./answers.ts";
import { EvidenceInput, expected, once, requiredOf } from "./common.ts";
import { editMutation } from "./define.ts";

editMutation("addRole", {
  description: "Says what a person is, or was at a time, by what an article says.",
  input: builder.inputType("AddRoleInput", {
    description: "What a person is.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      person: t.id({ required: true, description: "Their id." }),
      title: t.string({ required: true, description: "Such as Deputy Foreign Minister." }),
      organization: t.string({ description: "Of whom: slug of an organization." }),
      when: t.string({ description: "When it was held, EDTF." }),
      evidence: t.field({ type: [EvidenceInput], required: true, description: "What it rests on." }),
    }),
  }),
  shape: AddRole,
  answer: PersonAnswer,
  work: addRole,
});

editMutation("amendRole", {
  description:
    "Changes what a person is said to be. What it rests on stays; where it is not so at all, withdraw it.",
  input: builder.inputType("AmendRoleInput", {
    description: "What to change of a role; what is left out stays, and null takes away.",
    fields: (t) => ({
      ...once(t),
      ...requiredOf(t, "the person"),
      role: t.id({ required: true, description: "Its id." }),
      title: t.string({ description: "Such as Deputy Foreign Minister." }),
      organization: t.string({ description: "Of whom: slug of an organization." }),
      when: t.string({ description: "When it was held, EDTF." }),
    }),
  }),
  shape: AmendRole,
  answer: PersonAnswer,
  work: amendRole,
});
