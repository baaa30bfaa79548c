import { z } from "zod";
import { ARTICLE_STATES, BODY_ACCESS } from "../../../domain/model.ts";
import type { StoryArticle } from "../../../domain/story.ts";
import type { Defaults } from "./defaults.ts";
import { date, flag, instant, language, listOf, record, slug, text, url } from "./fields.ts";
import { key, name } from "./schema-entities.ts";

/** An article's fields without its text, which stands in a file of its own. */
export function articleSchema(defaults: Defaults) {
  return record({
    key,
    slug,
    headline: name,
    headlineIsOurs: flag.default(false),
    url: url.optional(),
    source: slug.optional(),
    syndicatedFrom: slug.optional(),
    authors: listOf(slug).default([]),
    language: language.optional(),
    published: date.optional(),
    retrieved: instant.optional(),
    access: z.enum(BODY_ACCESS).optional(),
    state: z.enum(ARTICLE_STATES).optional(),
    rights: text(2000).optional(),
    topics: listOf(slug).default(defaults.topics),
  }).transform((given, problems): StoryArticle => {
    const retrieved = given.retrieved ?? defaults.retrieved;
    if (retrieved !== undefined)
      return {
        ...given,
        retrieved,
        language: given.language ?? defaults.language,
        access: given.access ?? defaults.access,
      };
    problems.addIssue({
      code: "custom",
      path: ["retrieved"],
      message: "is missing; say when the article was read, as in 2025-11-23T08:30:00Z",
    });
    return z.NEVER;
  });
}
