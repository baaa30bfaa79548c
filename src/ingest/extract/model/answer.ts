import { z } from "zod";
import {
  AGENT_TYPES,
  EVENT_STATUSES,
  PARTICIPANT_ROLES,
  QUOTE_KINDS,
  RELATION_KINDS,
  SPEAKER_KINDS,
} from "../../../domain/model.ts";

/*
 * What a model is asked to answer. The descriptions reach it with the JSON schema. Of what may be left out, null and
 * nothing at all are read alike, since not every server holds a model to the schema.
 */

const maybe = (description: string) => z.string().nullable().default(null).describe(description);
const edtf = (description: string) => maybe(`${description} EDTF, or null where the text does not tell.`);
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

const Words = z
  .object({
    words: z.string().describe("Copied from the article, character by character."),
    before: maybe("The few words directly before them, where the same words occur more than once."),
    after: maybe("The few words directly after them, where the same words occur more than once."),
  })
  .describe("A passage of the article.");

const Agent = z
  .object({
    type: z.enum(AGENT_TYPES),
    name: z.string().describe("The fullest name that the article gives, without title."),
  })
  .describe("A person or organization that the article names.");

const Person = z.object({
  name: z.string().describe("The fullest name that the article gives, without title."),
  aliases: list(z.string().describe("Another form of the name in the article.")),
  roles: list(
    z.object({
      title: z.string().describe("The title or role, in words of the article."),
      organization: maybe("The organization or country that it is held at, as the article names it."),
      passage: Words.describe("Where the article gives title and name together."),
    }),
  ),
});

const Organization = z.object({
  name: z.string().describe("The fullest name that the article gives."),
  aliases: list(z.string().describe("Another form of the name in the article.")),
});

const Quote = z.object({
  kind: z
    .enum(QUOTE_KINDS)
    .describe(
      "DIRECT: whole sentences in quotation marks. PARTIAL: some quoted words in a sentence of the article's own. INDIRECT: what somebody said, without quotation marks.",
    ),
  passage: Words.describe("The words that were said; of quoted words what is inside of the marks."),
  speaker: Agent.nullable().default(null).describe("Who speaks; null where the article names nobody."),
  speakerKind: z
    .enum(SPEAKER_KINDS)
    .describe(
      "NAMED: speaker is given. UNNAMED: the article only describes who it was. UNKNOWN: it does not tell.",
    ),
  speakerAsWritten: maybe(
    "The speaker in the words next to the quotation: “he”, “a US official”; else null.",
  ),
  speakerFor: maybe("The organization that an unnamed speaker speaks for, as the article names it."),
  cue: maybe("The reporting verb or phrase, as written: “said”, “according to”."),
  relays: Agent.nullable().default(null).describe("Somebody else whose words the speaker passes on."),
  said: edtf("The day on which it was said."),
  about: list(z.string().describe("Id of an event that the words are about.")),
});

const Event = z.object({
  id: z.string().describe("e1, e2, …, to refer to it."),
  title: z.string().describe("A short noun phrase made of words of the article alone."),
  passage: Words.describe("The shortest words that name it."),
  sentence: Words.nullable().default(null).describe("The sentence that tells what became of it."),
  status: z
    .enum(EVENT_STATUSES)
    .describe(
      "As the article tells it. POSSIBLE: it may happen, nothing is fixed. SCHEDULED: planned. RESCHEDULED: moved to another date. POSTPONED: put off without a new date. CANCELLED: called off. IN_PROGRESS: going on. OCCURRED: it took place. UNKNOWN: it does not tell.",
    ),
  date: edtf("When it happens or happened, no more exact than the article says."),
  formerDate: edtf("Of what was moved, put off or called off: the date that no longer holds."),
  place: maybe("Where, as the article names it: a city, a building, a country."),
  participants: list(z.object({ agent: Agent, role: z.enum(PARTICIPANT_ROLES) })),
  claimedBy: list(Agent.describe("Who says so. Nobody where the article says it in its own voice.")),
  claimantAsWritten: maybe("An unnamed claimant in the words of the article: “officials”."),
  relations: list(
    z.object({ kind: z.enum(RELATION_KINDS), event: z.string().describe("Id of the other event.") }),
  ),
});

const Answer = z.object({
  people: z.array(Person),
  organizations: z.array(Organization),
  events: z.array(Event),
  quotes: z.array(Quote),
});

/** What each list of an answer is made of. Items are read one by one, so that a wrong one spoils no other. */
export const ITEMS = { people: Person, organizations: Organization, events: Event, quotes: Quote };

const LISTS = Object.keys(ITEMS);

/** An answer whose items have not been looked at. A list that is left out is empty, but not all of them. */
const Envelope = z.object({
  people: list(z.unknown()),
  organizations: list(z.unknown()),
  events: list(z.unknown()),
  quotes: list(z.unknown()),
});

export type Envelope = z.output<typeof Envelope>;
export type AnsweredWords = z.output<typeof Words>;
export type AnsweredAgent = z.output<typeof Agent>;
export type AnsweredPerson = z.output<typeof Person>;
export type AnsweredOrganization = z.output<typeof Organization>;
export type AnsweredQuote = z.output<typeof Quote>;
export type AnsweredEvent = z.output<typeof Event>;

const { $schema: _, ...schema } = z.toJSONSchema(Answer, {
  override({ jsonSchema }) {
    delete jsonSchema.default;
  },
});

/** The form of an answer as JSON Schema, within what strict structured output allows: everything required, no defaults. */
export const ANSWER_SCHEMA: Readonly<Record<string, unknown>> = schema;

/**
 * Reads the text of an answer: JSON, alone or in prose or a code block.
 *
 * @returns the lists, or what is wrong with it
 */
export function readAnswer(content: string): Envelope | { readonly why: string } {
  const given = jsonIn(content);
  if (given === undefined) return { why: "it is not JSON" };
  const read = Envelope.safeParse(given);
  if (!read.success) return { why: `${LISTS.join(", ")} must be lists in one object` };
  const names = given !== null && typeof given === "object" ? Object.keys(given) : [];
  const isOne = names.some((name) => LISTS.includes(name));
  return isOne ? read.data : { why: `it has none of ${LISTS.join(", ")}` };
}

/** The text as JSON, or else what stands from its first brace to its last. */
function jsonIn(content: string): unknown {
  for (const text of [content, content.slice(content.indexOf("{"), content.lastIndexOf("}") + 1)]) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
