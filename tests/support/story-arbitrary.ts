import fc from "fast-check";
import {
  EVENT_STATUSES,
  METHODS,
  PARTICIPANT_ROLES,
  QUOTE_KINDS,
  RELATION_KINDS,
} from "../../src/domain/model.ts";
import type { Story, StoryArticle, StoryEvent, StoryEvidence, StoryQuote } from "../../src/domain/story.ts";
import { AGENTS, article, CAST, cite, event, passage, quote, SENTENCES, sentence, story } from "./story.ts";

/** Dates of every kind, close together so that many tie. */
export const DATES = [
  "19XX",
  "202X",
  "2025",
  "2025-21",
  "2025-10",
  "2025-10-1X",
  "2025-10-16",
  "2025-10-16~",
  "2025-10-16?",
  "2025-10-17",
  "2025-10-16T14:30",
  "2025-10-16T09:05:00+03:00",
  "2025-10-16/2025-10-30~",
  "2025-10-20/..",
  "../2025-10-20",
  "/2025-10",
  "[2025-10-20..2025-11-05]",
  "{2024,2025-10}",
] as const;

/** Publication dates; those with an open end are out on the day of retrieval. */
const PUBLISHED = [
  "2025-10-14",
  "2025-10-15",
  "2025-10-15T08:00",
  "2025-10-16~",
  "2025-10-18/2025-10-20",
  "2025-10",
  "2025-10-17/..",
] as const;
const RETRIEVED = ["2025-10-13T00:00:00Z", "2025-10-19T23:59:59Z", "2025-11-02T12:00:00Z"] as const;

/** Days before, between and after those on which articles of arbitrary stories are out. */
export const DAYS = [
  "2025-10-12",
  "2025-10-13",
  "2025-10-14",
  "2025-10-15",
  "2025-10-16",
  "2025-10-19",
  "2025-10-20",
  "2025-10-31",
  "2025-11-02",
  "2025-12-24",
] as const;

/** Beginnings of keys whose order by UTF-16 unit is not that by code point. */
const KEY_STARTS = ["b", "\u{1F600}", "\uFFFD", "B", "é"] as const;

/** How large stories are, and with what the slugs and keys of their articles, events and quotes begin. */
export interface StorySize {
  readonly name?: string;
  readonly articles?: number;
  readonly events?: number;
  readonly quotes?: number;
}

const date = fc.constantFrom(...DATES);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const few = <T>(items: readonly T[], maxLength = 2) => fc.subarray([...items], { maxLength });
const agent = fc.constantFrom(...AGENTS);

/**
 * A story about the cast: articles with and without texts, some retracted; events with histories of all kinds, disputes
 * and late reports; quotes, some of them reports of one utterance. Stories of one name are versions of the same things:
 * equal slugs have equal keys and texts, so that they may be put on record one after the other.
 */
export function storyArbitrary(size: StorySize = {}): fc.Arbitrary<Story> {
  const { name = "", articles = 6, events = 5, quotes = 8 } = size;
  const articleSlugs = names(`${name}a`, articles);
  return fc
    .tuple(
      fc.tuple(...articleSlugs.map(articleArbitrary)),
      fc.shuffledSubarray(names(`${name}e`, events), { minLength: Math.ceil(events / 2) }),
      fc.shuffledSubarray(names(`${name}q`, quotes), { minLength: Math.ceil(quotes / 2) }),
    )
    .chain(([someArticles, eventSlugs, quoteNames]) =>
      fc.record({
        articles: fc.constant(someArticles),
        events: fc.tuple(...eventSlugs.map((slug) => eventArbitrary(slug, eventSlugs, articleSlugs))),
        quotes: fc.tuple(
          ...quoteNames.map((one) => quoteArbitrary(one, `${name}utterance`, eventSlugs, articleSlugs)),
        ),
      }),
    )
    .map(story);
}

function names(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index}`);
}

/** A key that is always the same for a name. */
function keyOf(name: string): string {
  return `${KEY_STARTS[Number(name.at(-1)) % KEY_STARTS.length]}-${name}`;
}

/** Every third article is a reference whose text is not held. */
function isReference(slug: string): boolean {
  return Number(slug.at(-1)) % 3 === 2;
}

function articleArbitrary(slug: string): fc.Arbitrary<StoryArticle> {
  return fc
    .record({
      published: maybe(fc.constantFrom(...PUBLISHED)),
      retrieved: fc.constantFrom(...RETRIEVED),
      state: fc.constantFrom(
        "CURRENT" as const,
        "CURRENT" as const,
        "CORRECTED" as const,
        "RETRACTED" as const,
      ),
      source: maybe(fc.constantFrom(...CAST.sources)),
      syndicatedFrom: fc.constantFrom(undefined, undefined, "agency"),
      authors: few(CAST.people),
      topics: few(CAST.topics),
    })
    .map((fields) => article(slug, isReference(slug) ? { ...fields, body: undefined } : fields));
}

function evidenceArbitrary(articles: readonly string[]): fc.Arbitrary<StoryEvidence> {
  return fc
    .record({
      slug: fc.constantFrom(...articles),
      place: fc.option(fc.nat({ max: SENTENCES })),
      disputes: fc.nat({ max: 4 }).map((chance) => chance === 0),
      method: fc.constantFrom(...METHODS),
      claimedBy: few(AGENTS),
      claimantAsWritten: fc.constantFrom(undefined, "an official"),
      instead: fc.record({ status: fc.constantFrom(...EVENT_STATUSES), date: maybe(date) }),
    })
    .map(({ slug, place, disputes, method, instead, ...fields }) => {
      const stated = {
        ...fields,
        method,
        confidence: method === "HUMAN" ? undefined : 0.75,
        ...(disputes ? { stance: "DISPUTES" as const, instead } : {}),
      };
      if (place === null) return cite(slug, stated);
      if (place === SENTENCES)
        return cite(slug, { ...stated, part: "HEADLINE", exact: `Headline of ${slug}` });
      return isReference(slug) ? cite(slug, stated) : passage(slug, place, stated);
    });
}

/** Evidence of one fact: no two pieces say the same in other words. */
function evidenceList(articles: readonly string[], maxLength = 3): fc.Arbitrary<StoryEvidence[]> {
  return fc.uniqueArray(evidenceArbitrary(articles), {
    minLength: 1,
    maxLength,
    selector: ({ article: slug, exact, stance, claimedBy, claimantAsWritten, instead }) =>
      JSON.stringify([slug, exact, stance, claimedBy, claimantAsWritten, instead]),
  });
}

function eventArbitrary(
  slug: string,
  events: readonly string[],
  articles: readonly string[],
): fc.Arbitrary<StoryEvent> {
  const evidence = evidenceList(articles);
  const step = fc.record({
    to: fc.constantFrom(...EVENT_STATUSES),
    effective: maybe(date),
    date: maybe(date),
    evidence,
  });
  const participation = fc.record({
    agent,
    role: fc.constantFrom(...PARTICIPANT_ROLES),
    evidence: evidenceList(articles, 2),
  });
  const relation = fc.record({
    kind: fc.constantFrom(...RELATION_KINDS),
    event: fc.constantFrom(...events),
    evidence: evidenceList(articles, 1),
  });
  return fc
    .record({
      key: fc.constant(keyOf(slug)),
      place: maybe(fc.constantFrom(...CAST.places)),
      topics: few(CAST.topics),
      evidence: fc.oneof(evidence, fc.constant([])),
      steps: fc.array(step, { maxLength: 5 }),
      participants: fc.uniqueArray(participation, {
        maxLength: 3,
        selector: (one) => JSON.stringify([one.agent, one.role]),
      }),
      related: fc.uniqueArray(relation, { maxLength: 1, selector: (one) => one.kind }),
    })
    .map(({ steps, participants, related, ...fields }) =>
      event(slug, {
        ...fields,
        // What an event would be to itself is not put on record.
        related: related.filter((one) => one.event !== slug),
        history: steps.map((one, index) => ({ ...one, key: keyOf(`${slug}/c${index}`) })),
        participants: participants.map(({ agent: who, ...part }) => ({ ...part, ...who })),
      }),
    );
}

function quoteArbitrary(
  name: string,
  utterance: string,
  events: readonly string[],
  articles: readonly string[],
): fc.Arbitrary<StoryQuote> {
  return fc
    .record({
      slug: fc.constantFrom(...articles),
      number: fc.nat({ max: SENTENCES - 1 }),
      kind: fc.constantFrom(...QUOTE_KINDS),
      speaker: maybe(agent),
      relays: fc.constantFrom(undefined, undefined, ...AGENTS),
      when: maybe(date),
      saidAt: maybe(fc.constantFrom(...events)),
      about: few(events),
      utterance: fc.constantFrom(undefined, undefined, `${utterance}1`, `${utterance}2`),
      topics: few(CAST.topics),
      evidence: evidenceList(articles, 2),
    })
    .map(({ slug, number, ...fields }) =>
      quote(slug, number, { ...fields, key: keyOf(name), text: sentence(slug, number) }),
    );
}
