import type { StoryAgent, StoryPerson, StoryPlace, StorySource, StoryTopic } from "../../../domain/story.ts";
import type { Defaults } from "./defaults.ts";
import { country, date, day, domain, listOf, number, record, slug, text, url } from "./fields.ts";
import { evidenceList, needsSupport } from "./schema-evidence.ts";

/** Names and titles; longer texts say so. */
export const name = text(500);
/** See `Story`: assigned once, kept by export and import. */
export const key = text(300).optional();
/** A text in the editors' own words with the day on which they wrote it, or its versions. */
export const datedText = listOf(record({ text: text(10_000), written: day })).optional();

const agentFields = {
  key,
  slug,
  name,
  aliases: listOf(name).default([]),
  sameAs: listOf(url).default([]),
};

/** Who and what a story is about. */
export function entitySchemas(defaults: Defaults) {
  const role = record({
    key,
    title: name,
    organization: slug.optional(),
    when: date.optional(),
    evidence: evidenceList(defaults),
  }).superRefine(needsSupport);

  return {
    topic: record({ key, slug, title: name, summary: datedText }).transform((topic): StoryTopic => topic),
    person: record({ ...agentFields, roles: listOf(role).default([]) }).transform(
      (person): StoryPerson => person,
    ),
    organization: record(agentFields).transform((organization): StoryAgent => organization),
    place: record({
      key,
      slug,
      name,
      country: country.optional(),
      within: slug.optional(),
      latitude: number(-90, 90).optional(),
      longitude: number(-180, 180).optional(),
    })
      .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
        error: "has one coordinate; give both `latitude` and `longitude` or neither",
      })
      .transform((place): StoryPlace => place),
    source: record({ key, slug, name, domain: domain.optional(), owner: name.optional() }).transform(
      (source): StorySource => source,
    ),
  };
}
