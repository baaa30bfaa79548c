import {
  DraftArticle,
  draftArticle,
  IngestArticle,
  ingestArticle,
  readGiven,
  SetArticle,
  setArticle,
} from "../../edit/articles.ts";
import { builder } from "../builder.ts";
import { ArticleStateEnum, BodyAccessEnum } from "../enums.ts";
import { ArticleAnswer, IngestAnswer } from "./answers.ts";
import { expected, once } from "./common.ts";
import { editMutation } from "./define.ts";

const TopicOfArticleInput = builder.inputType("TopicOfArticleInput", {
  description: "The story that an article goes to.",
  fields: (t) => ({
    slug: t.string({ required: true, description: "Its short name." }),
    title: t.string({ description: "What it is called, where it is not on record yet." }),
  }),
});

editMutation("ingestArticle", {
  description:
    "Puts an article on record, and drafts the people, quotes and events that it tells of. One that is on record stays as it is; a changed text becomes a new revision.",
  input: builder.inputType("IngestArticleInput", {
    description: "An article: one of `text`, `html`, `ninjs` and `address`, and what it does not say itself.",
    fields: (t) => ({
      ...once(t),
      text: t.string({ description: "Plain text; the first line is the headline unless that is given." }),
      html: t.string({ description: "A page." }),
      ninjs: t.string({ description: "An article as a news agency sends it: JSON (IPTC ninjs)." }),
      address: t.string({ description: "Where to fetch a page, where this server does that (FETCH_URLS)." }),
      url: t.string({ description: "Where it is published; nothing is fetched." }),
      headline: t.string({ description: "Its headline." }),
      published: t.string({ description: "When it was published, EDTF." }),
      language: t.string({ description: "BCP 47 tag." }),
      source: t.string({ description: "Its publisher, by name, where it does not say." }),
      topic: t.field({ type: TopicOfArticleInput, description: "The story it goes to." }),
      access: t.field({
        type: BodyAccessEnum,
        description: "Who may read the text; PASSAGES where left out.",
      }),
      draft: t.boolean({ description: "Whether to draft it; true where left out." }),
    }),
  }),
  shape: IngestArticle,
  answer: IngestAnswer,
  prepare: (input, { fetching }) => readGiven(input, fetching),
  async work(editing, input, item) {
    if (item === undefined) throw new Error("The article was not read before it was to be written.");
    return ingestArticle(editing, input, item);
  },
});

editMutation("draftArticle", {
  description: "Drafts an article on record by the rules as they are now. Doing it again changes nothing.",
  input: builder.inputType("DraftArticleInput", {
    description: "Which article.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      article: t.id({ required: true, description: "Its id." }),
    }),
  }),
  shape: DraftArticle,
  answer: IngestAnswer,
  work: draftArticle,
});

editMutation("setArticle", {
  description:
    "Says whether an outlet stands by an article, and how much of it anyone may read. To take one down, send RETRACTED and PASSAGES: nothing rests on it any more, and its text is shown to nobody.",
  input: builder.inputType("SetArticleInput", {
    description: "What to say of an article; what is left out stays.",
    fields: (t) => ({
      ...once(t),
      ...expected(t),
      article: t.id({ required: true, description: "Its id." }),
      state: t.field({ type: ArticleStateEnum, description: "Whether its outlet stands by it." }),
      access: t.field({ type: BodyAccessEnum, description: "How much of it anyone may read." }),
    }),
  }),
  shape: SetArticle,
  answer: ArticleAnswer,
  work: setArticle,
});
