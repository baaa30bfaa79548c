import type { Story } from "./story.ts";

/** A story without where its parts were read. */
export type StoryLists = Omit<Story, "at">;

/** One of the lists that a story is made of. */
export type StoryListName = keyof StoryLists;

/** A part of a story, and the list that it belongs to. */
export type StoryPart = {
  readonly [List in StoryListName]: { readonly list: List; readonly part: StoryLists[List][number] };
}[StoryListName];

/**
 * The single-file format (docs/export.md): a JSON document that says what it is, then has the lists of a story. A reader
 * refuses a version that it does not know; a field that older readers would pass over at a loss takes a new one.
 */
export const STORY_DOCUMENT = { format: "dateline", version: 1 } as const;

/** The lists in the order in which a document has them: what is referred to mostly stands before what refers to it. */
export const STORY_LISTS = [
  "topics",
  "people",
  "organizations",
  "places",
  "sources",
  "articles",
  "events",
  "quotes",
] as const satisfies readonly StoryListName[];

/** Whether a document has every text on record, or only those that anyone may read. */
export const STORY_TEXTS = ["ALL", "FREE"] as const;
export type StoryTexts = (typeof STORY_TEXTS)[number];

/**
 * What holds where a document does not say it: it leaves out fields with these values, and with what {@link isNothing}
 * tells.
 */
export const STORY_DEFAULTS = { part: "BODY", stance: "SUPPORTS", state: "CURRENT" } as const;

/** Whether a value says nothing that leaving it out would not say. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
