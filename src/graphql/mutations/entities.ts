import {
  AddAgent,
  AddPlace,
  AddTopic,
  AmendAgent,
  AmendPlace,
  AmendTopic,
  addAgent,
  addPlace,
  addTopic,
  amendAgent,
  amendPlace,
  amendTopic,
} from "../../edit/entities.ts";
import { refuseInput } from "../../edit/refusals.ts";
import { builder } from "../builder.ts";
import { OrganizationAnswer, PersonAnswer, PlaceAnswer, TopicAnswer } from "./answers.ts";
import { once, required } from "./common.ts";
import { editMutation } from "./define.ts";

const SLUG = "Short name in addresses; made from the name where left out.";

editMutation("addTopic", {
  description: "Begins a running story.",
  input: builder.inputType("AddTopicInput", {
    description: "A running story.",
    fields: (t) => ({
      ...once(t),
      title: t.string({ required: true, description: "What it is called." }),
      slug: t.string({ description: SLUG }),
      summary: t.string({ description: "What it is about, in your words." }),
    }),
  }),
  shape: AddTopic,
  answer: TopicAnswer,
  work: addTopic,
});

editMutation("amendTopic", {
  description: "Changes what a running story is called, or what an editor says of it from today on.",
  input: builder.inputType("AmendTopicInput", {
    description: "What to change of a running story; what is left out stays.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      topic: t.id({ required: true, description: "Its id." }),
      title: t.string({ description: "What it is called." }),
      summary: t.string({ description: "What it is about: views of earlier days keep what was said then." }),
    }),
  }),
  shape: AmendTopic,
  answer: TopicAnswer,
  work: amendTopic,
});

const NewAgentInput = builder.inputType("AddAgentInput", {
  description: "A person or an organization.",
  fields: (t) => ({
    ...once(t),
    name: t.string({ required: true, description: "The full name." }),
    slug: t.string({ description: SLUG }),
    aliases: t.stringList({ description: "Other names." }),
    sameAs: t.stringList({ description: "Addresses of pages elsewhere about the same." }),
  }),
});

const AmendAgentInput = builder.inputType("AmendAgentInput", {
  description: "What to change of a person or an organization; what is left out stays.",
  fields: (t) => ({
    ...once(t),
    ...required(t),
    agent: t.id({ required: true, description: "Their id." }),
    name: t.string({ description: "The full name." }),
    aliases: t.stringList({ description: "All other names: they take the place of those there." }),
    sameAs: t.stringList({ description: "All addresses of pages elsewhere about the same." }),
  }),
});

editMutation("addPerson", {
  description:
    "Puts a person on record. What is said of them (roles, quotes, parts in events) rests on articles.",
  input: NewAgentInput,
  shape: AddAgent,
  answer: PersonAnswer,
  work: (editing, input) => addAgent(editing, "PERSON", input),
});

editMutation("addOrganization", {
  description:
    "Puts an organization on record. What is said of it (quotes, parts in events) rests on articles.",
  input: NewAgentInput,
  shape: AddAgent,
  answer: OrganizationAnswer,
  work: (editing, input) => addAgent(editing, "ORGANIZATION", input),
});

editMutation("amendPerson", {
  description: "Changes what a person is called, and the pages about them.",
  input: AmendAgentInput,
  shape: AmendAgent,
  answer: PersonAnswer,
  async work(editing, input) {
    if (input.agent.type !== "Person") refuseInput("That is the id of no person.", "agent");
    return amendAgent(editing, input);
  },
});

editMutation("amendOrganization", {
  description: "Changes what an organization is called, and the pages about it.",
  input: AmendAgentInput,
  shape: AmendAgent,
  answer: OrganizationAnswer,
  async work(editing, input) {
    if (input.agent.type !== "Organization") refuseInput("That is the id of no organization.", "agent");
    return amendAgent(editing, input);
  },
});

editMutation("addPlace", {
  description: "Puts a place on record.",
  input: builder.inputType("AddPlaceInput", {
    description: "A place.",
    fields: (t) => ({
      ...once(t),
      name: t.string({ required: true, description: "What it is called." }),
      slug: t.string({ description: SLUG }),
      country: t.string({ description: "ISO 3166-1 alpha-2 code: HU." }),
      within: t.string({ description: "Slug of the place that it lies in." }),
      latitude: t.float({ description: "Degrees north, WGS 84." }),
      longitude: t.float({ description: "Degrees east, WGS 84." }),
    }),
  }),
  shape: AddPlace,
  answer: PlaceAnswer,
  work: addPlace,
});

editMutation("amendPlace", {
  description: "Changes what is said of a place.",
  input: builder.inputType("AmendPlaceInput", {
    description: "What to change of a place; what is left out stays, and null takes away.",
    fields: (t) => ({
      ...once(t),
      ...required(t),
      place: t.id({ required: true, description: "Its id." }),
      name: t.string({ description: "What it is called." }),
      country: t.string({ description: "ISO 3166-1 alpha-2 code: HU." }),
      within: t.string({ description: "Slug of the place that it lies in." }),
      latitude: t.float({ description: "Degrees north, WGS 84." }),
      longitude: t.float({ description: "Degrees east, WGS 84." }),
    }),
  }),
  shape: AmendPlace,
  answer: PlaceAnswer,
  work: amendPlace,
});
