import fc from "fast-check";
import type { AgentName, Drafts, EventDraft, PersonDraft, QuoteDraft } from "../../src/domain/draft.ts";
import { EVENT_STATUSES, PARTICIPANT_ROLES, QUOTE_KINDS } from "../../src/domain/model.ts";
import { codePointLength, findPassage } from "../../src/domain/passage.ts";
import type { Span } from "../../src/domain/span.ts";
import type { Story, StoryArticle } from "../../src/domain/story.ts";
import { AGENTS, SENTENCES, sentence } from "./story.ts";
import { DATES } from "./story-arbitrary.ts";

/** Where words stand in a text, counted in code points. */
export function spanOf(text: string, words: string): Span {
  const { start, end } = findPassage(text, { exact: words });
  return { start, end };
}

/** Nothing but what is given. */
export function drafts(parts: Partial<Drafts>): Drafts {
  return { people: [], organizations: [], places: [], quotes: [], events: [], ...parts };
}

/** A person, by the first place where a text names them. */
export function personDraft(text: string, name: string, fields: Partial<PersonDraft> = {}): PersonDraft {
  const start = codePointLength(text.slice(0, text.indexOf(name)));
  const mentions = [{ start, end: start + codePointLength(name) }];
  return { name, aliases: [], mentions, roles: [], rule: "test-person", confidence: 0.95, ...fields };
}

/** Words of a text as a quote of nobody. */
export function quoteDraft(text: string, words: string, fields: Partial<QuoteDraft> = {}): QuoteDraft {
  return {
    kind: "DIRECT",
    passage: spanOf(text, words),
    speaker: null,
    speakerKind: fields.speaker ? "NAMED" : "UNKNOWN",
    speakerAsWritten: null,
    speakerFor: null,
    cue: null,
    relays: null,
    said: null,
    about: [],
    rule: "test-quote",
    confidence: 0.9,
    ...fields,
  };
}

/** An event by words that name it; the sentence is these words too. */
export function eventDraft(text: string, words: string, fields: Partial<EventDraft> = {}): EventDraft {
  return {
    title: words,
    passage: spanOf(text, words),
    sentence: spanOf(text, words),
    status: "SCHEDULED",
    date: null,
    formerDate: null,
    place: null,
    participants: [],
    claimedBy: [],
    claimantAsWritten: null,
    relations: [],
    rule: "test-event",
    confidence: 0.6,
    ...fields,
  };
}

/** A person, by name. */
export const person = (name: string): AgentName => ({ type: "PERSON", name });
/** An organization, by name. */
export const organization = (name: string): AgentName => ({ type: "ORGANIZATION", name });

/** A story whose articles with a text name everybody in the cast at its end. */
export function namingCast(story: Story): Story {
  const names = AGENTS.map((agent) => castName(agent).name).join(", ");
  const articles = story.articles.map((one) =>
    one.body === undefined ? one : { ...one, body: `${one.body}\nNamed: ${names}, Nobody Known.` },
  );
  return { ...story, articles };
}

function castName(agent: (typeof AGENTS)[number]): AgentName {
  return "person" in agent
    ? person(`Person ${agent.person}`)
    : organization(`Organization ${agent.organization}`);
}

/** Drafts of the articles of a story that name the cast, by the slugs of the articles. */
export function draftsArbitrary(story: Story): fc.Arbitrary<ReadonlyMap<string, Drafts>> {
  const articles = story.articles.flatMap(({ slug, body }) => (body === undefined ? [] : [{ slug, body }]));
  return fc
    .tuple(...articles.map(({ slug, body }) => articleDrafts(slug, body)))
    .map((all) => new Map(all.map((one, index) => [articles[index]?.slug ?? "", one])));
}

const date = fc.option(fc.constantFrom(...DATES));
const agent = fc.oneof(
  fc.constantFrom(...AGENTS).map(castName),
  // As people write it; and somebody whom nobody knows.
  fc.constantFrom(person("PERSON Ann"), person("Nobody Known"), organization("organization Únion")),
);

function articleDrafts(slug: NonNullable<StoryArticle["slug"]>, body: string): fc.Arbitrary<Drafts> {
  const words = fc.shuffledSubarray(
    Array.from({ length: SENTENCES }, (_, number) => sentence(slug, number)),
    { minLength: 2 },
  );
  return words.chain((some) => {
    const half = Math.ceil(some.length / 2);
    return fc.record({
      people: fc.constantFrom([], [personDraft(body, "Nobody Known")]),
      organizations: fc.constant([]),
      places: fc.constant([]),
      quotes: fc.tuple(...some.slice(0, half).map((one) => quoteArbitrary(body, one, some.length - half))),
      events: fc.tuple(...some.slice(half).map((one) => eventArbitrary(body, one, some.length - half))),
    });
  });
}

function quoteArbitrary(body: string, words: string, events: number): fc.Arbitrary<QuoteDraft> {
  return fc
    .record({
      kind: fc.constantFrom(...QUOTE_KINDS),
      speaker: fc.option(agent),
      said: date,
      about: fc.subarray(Array.from({ length: events }, (_, index) => index)),
      confidence: fc.constantFrom(0.3, 0.6, 0.9),
    })
    .map((fields) => quoteDraft(body, words, fields));
}

function eventArbitrary(body: string, words: string, events: number): fc.Arbitrary<EventDraft> {
  return fc
    .record({
      status: fc.constantFrom(...EVENT_STATUSES),
      date,
      place: fc.constantFrom(null, "Town", "HARBOUR", "Nowhere"),
      participants: fc.array(fc.record({ agent, role: fc.constantFrom(...PARTICIPANT_ROLES) }), {
        maxLength: 2,
      }),
      relations: fc.array(
        fc.record({
          kind: fc.constantFrom("FOLLOW_UP_TO", "PART_OF"),
          event: fc.nat(Math.max(0, events - 1)),
        }),
        { maxLength: 1 },
      ),
      confidence: fc.constantFrom(0.3, 0.6, 0.9),
    })
    .map((fields) => eventDraft(body, words, fields));
}
