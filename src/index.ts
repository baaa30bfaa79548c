/** Dateline as a library: open a store, put stories on record, take them out again, ask the schema, or mount the server. */

export { displayFuzzyDate } from "./domain/date-display.ts";
export type { Day } from "./domain/day.ts";
export { DatelineError, type ErrorCode } from "./domain/errors.ts";
export { type FuzzyDate, parseFuzzyDate } from "./domain/fuzzy-date.ts";
export { findPassage, type Passage } from "./domain/passage.ts";
export { DEFAULT_LIMITS, type RequestLimits } from "./domain/request-limits.ts";
export type { Story } from "./domain/story.ts";
export { readStoredStory } from "./export/story/stored-story.ts";
export { storyDocument } from "./export/story/write-document.ts";
export { type Context, createContext } from "./graphql/context.ts";
export { printedSchema, schema } from "./graphql/schema.ts";
export { type Applied, applyStory } from "./ingest/apply/apply-story.ts";
export { readDocument, readDocumentFile } from "./ingest/formats/document/read-document.ts";
export { readStories, readStory } from "./ingest/formats/story/read-folder.ts";
export type { App } from "./server/app.ts";
export { createDatelineApp } from "./server/dateline-app.ts";
export { createLogger } from "./server/log.ts";
export type { PersistedSettings } from "./server/persisted/operation.ts";
export { readPersistedOperations } from "./server/persisted/read-operations.ts";
export { openStore, type Store } from "./store/open.ts";
