import { z } from "zod";
import type { Defaults } from "./defaults.ts";
import { listOf, record } from "./fields.ts";
import { articleSchema } from "./schema-article.ts";
import { entitySchemas } from "./schema-entities.ts";
import { eventSchema } from "./schema-event.ts";
import { quoteSchema } from "./schema-quote.ts";

/** The lists that a YAML file of a story may hold, with the file's defaults filled in. */
export function storyFileSchema(defaults: Defaults) {
  const { topic, person, organization, place, source } = entitySchemas(defaults);
  return record({
    defaults: z.unknown().optional(),
    topics: listOf(topic).default([]),
    people: listOf(person).default([]),
    organizations: listOf(organization).default([]),
    places: listOf(place).default([]),
    sources: listOf(source).default([]),
    articles: listOf(articleSchema(defaults)).default([]),
    events: listOf(eventSchema(defaults)).default([]),
    quotes: listOf(quoteSchema(defaults)).default([]),
  });
}
