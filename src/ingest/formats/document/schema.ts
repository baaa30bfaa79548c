import { z } from "zod";
import {
  ARTICLE_PARTS,
  ARTICLE_STATES,
  BODY_ACCESS,
  EVENT_STATUSES,
  METHODS,
  PARTICIPANT_ROLES,
  QUOTE_KINDS,
  RELATION_KINDS,
  SPEAKER_KINDS,
  STANCES,
} from "../../../domain/model.ts";
import { STORY_DEFAULTS, STORY_DOCUMENT, STORY_TEXTS } from "../../../domain/story-document.ts";
import {
  context,
  country,
  date,
  day,
  domain,
  instant,
  language,
  record,
  slug,
  url,
  words,
} from "../story/fields.ts";

/**
 * The parts of a document, as JSON has them: numbers are numbers, lists are lists, and texts are kept as they are, spaces
 * and all, since they were on record so. So may be facts that nothing supports, which no reader sees.
 */

/** Wider than what is written by hand: keys that are made consist of several slugs and titles. */
const LONGEST = 10_000;

const name = words(LONGEST);
const key = name.optional();
const slugs = z.array(slug).default([]);
const flag = z.boolean().default(false);
const editorial = z.array(record({ text: name, written: day })).default([]);

const agentRef = z.union([record({ person: slug }), record({ organization: slug })], {
  error: 'is no agent; write { "person": slug } or { "organization": slug }',
});

const evidence = z
  .array(
    record({
      article: slug,
      revision: z.int().positive().optional(),
      outSince: day.optional(),
      part: z.enum(ARTICLE_PARTS).default(STORY_DEFAULTS.part),
      exact: name.optional(),
      prefix: context.optional(),
      suffix: context.optional(),
      start: z.int().nonnegative().optional(),
      stance: z.enum(STANCES).default(STORY_DEFAULTS.stance),
      method: z.enum(METHODS),
      confidence: z.number().min(0).max(1).optional(),
      claimedBy: z.array(agentRef).default([]),
      claimantAsWritten: name.optional(),
      instead: record({ status: z.enum(EVENT_STATUSES).optional(), date: date.optional() }).optional(),
    }),
  )
  .default([]);

const topic = record({ key, slug, title: name, summary: editorial });

const agent = { key, slug, name, aliases: z.array(name).default([]), sameAs: z.array(url).default([]) };

const person = record({
  ...agent,
  roles: z
    .array(record({ key, title: name, organization: slug.optional(), when: date.optional(), evidence }))
    .default([]),
});

const place = record({
  key,
  slug,
  name,
  country: country.optional(),
  within: slug.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});

const source = record({ key, slug, name, domain: domain.optional(), owner: name.optional() });

const body = words(Number.POSITIVE_INFINITY).optional();

const article = record({
  key,
  slug,
  headline: name,
  headlineIsOurs: flag,
  url: url.optional(),
  source: slug.optional(),
  syndicatedFrom: slug.optional(),
  authors: slugs,
  language: language.optional(),
  published: date.optional(),
  retrieved: instant,
  access: z.enum(BODY_ACCESS),
  state: z.enum(ARTICLE_STATES).default(STORY_DEFAULTS.state),
  rights: name.optional(),
  topics: slugs,
  body,
  bodyWithheld: flag,
  earlier: z.array(record({ retrieved: instant, headline: name, body })).default([]),
})
  .refine(({ body: text, bodyWithheld }) => text === undefined || !bodyWithheld, {
    path: ["bodyWithheld"],
    error: "does not go with a `body`; leave one of them out",
  })
  .refine(({ earlier, retrieved }) => areInOrder([...earlier, { retrieved }]), {
    path: ["earlier"],
    error: "is not in the order of time; put the text that was retrieved first first",
  });

function areInOrder(texts: readonly { readonly retrieved: string }[]): boolean {
  const times = texts.map(({ retrieved }) => Date.parse(retrieved));
  return times.every((time, index) => time >= (times[index - 1] ?? time));
}

const event = record({
  key,
  slug,
  title: name,
  description: editorial,
  outcome: editorial,
  place: slug.optional(),
  topics: slugs,
  evidence,
  history: z
    .array(
      record({
        key,
        to: z.enum(EVENT_STATUSES),
        effective: date.optional(),
        date: date.optional(),
        reason: name.optional(),
        evidence,
      }),
    )
    .default([]),
  participants: z
    .array(
      record({
        person: slug.optional(),
        organization: slug.optional(),
        role: z.enum(PARTICIPANT_ROLES),
        evidence,
      }).refine((one) => (one.person === undefined) !== (one.organization === undefined), {
        error: "name either a `person` or an `organization`",
      }),
    )
    .default([]),
  related: z.array(record({ kind: z.enum(RELATION_KINDS), event: slug, evidence })).default([]),
});

const quote = record({
  key,
  article: slug,
  kind: z.enum(QUOTE_KINDS),
  text: name,
  speaker: agentRef.optional(),
  speakerKind: z.enum(SPEAKER_KINDS),
  speakerAsWritten: name.optional(),
  speakerFor: slug.optional(),
  cue: name.optional(),
  relays: agentRef.optional(),
  when: date.optional(),
  saidAt: slug.optional(),
  about: slugs,
  language: language.optional(),
  translated: flag,
  utterance: name.optional(),
  topics: slugs,
  evidence,
});

/** What each list of a document is made of. */
export const PART_SCHEMAS = {
  topics: topic,
  people: person,
  organizations: record(agent),
  places: place,
  sources: source,
  articles: article,
  events: event,
  quotes: quote,
} as const;

/** What a document says of itself. */
export const HEAD_SCHEMAS = {
  format: z
    .unknown()
    .refine(
      (format) => format === STORY_DOCUMENT.format,
      `is not "${STORY_DOCUMENT.format}"; this is a file of another kind`,
    ),
  version: z
    .unknown()
    .refine(
      (version) => version === STORY_DOCUMENT.version,
      `is not ${STORY_DOCUMENT.version}, the one that is read here; use the Dateline that wrote it, or a later one`,
    ),
  topic: slug,
  texts: z.enum(STORY_TEXTS),
} as const;
