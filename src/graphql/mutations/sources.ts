import { AmendSource, amendSource } from "../../edit/sources.ts";
import { builder } from "../builder.ts";
import { SourceAnswer } from "./answers.ts";
import { once, required } from "./common.ts";
import { editMutation } from "./define.ts";

editMutation("amendSource", {
  description:
    "Changes what a publisher is called, and who owns it: sources of one owner do not count as independent of each other.",
  input: builder.inputType("AmendSourceInput", {
    description: "What to change of a publisher; what is left out stays, and null takes away.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      source: t.id({ required: true, description: "Its id." }),
      name: t.string({ description: "What it is called." }),
      domain: t.string({ description: "Its domain on the web: example.org." }),
      owner: t.string({ description: "Who owns it." }),
    }),
  }),
  shape: AmendSource,
  answer: SourceAnswer,
  work: amendSource,
});
