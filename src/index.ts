/** Dateline as a library: open a store, put stories on record, take them out again, ask the schema, or mount the server. */

export { createKey, listKeys, type NewKey, revokeKey } from "./access/keys.ts";
export type { Scope, Viewer } from "./domain/access.ts";
export { displayFuzzyDate } from "./domain/date-display.ts";
export type { Day } from "./domain/day.ts";
export type { Drafts, ExtractorMethod, Refused } from "./domain/draft.ts";
export { DatelineError, type ErrorCode } from "./domain/errors.ts";
export type { ExtractorSettings } from "./domain/extractor-settings.ts";
export { type FuzzyDate, parseFuzzyDate } from "./domain/fuzzy-date.ts";
export { findPassage, type Passage } from "./domain/passage.ts";
export { DEFAULT_LIMITS, type RequestLimits } from "./domain/request-limits.ts";
export type { Story } from "./domain/story.ts";
export { guardedFetch } from "./edit/guarded-fetch.ts";
export { readStoredStory } from "./export/story/stored-story.ts";
export { storyDocument } from "./export/story/write-document.ts";
export { type Context, createContext } from "./graphql/context.ts";
export { printedSchema, schema } from "./graphql/schema.ts";
export { type Applied, applyStory } from "./ingest/apply/apply-story.ts";
export { type Accepted, acceptDrafts } from "./ingest/drafts/accept-drafts.ts";
export type { DraftChoice } from "./ingest/drafts/choice.ts";
export { draftArticle } from "./ingest/drafts/draft-article.ts";
export { rejectDrafts } from "./ingest/drafts/reject-drafts.ts";
export { type StoredDrafts, storeDrafts } from "./ingest/drafts/store-drafts.ts";
export type { AboutText, Cost, Extraction, Extractor } from "./ingest/extract/extractor.ts";
export { modelExtractor } from "./ingest/extract/model/model-extractor.ts";
export { RULES } from "./ingest/extract/rules.ts";
export {
  readDocument as readStoryDocument,
  readDocumentFile as readStoryDocumentFile,
} from "./ingest/formats/document/read-document.ts";
export { readDocument } from "./ingest/formats/read-document.ts";
export { readStories, readStory } from "./ingest/formats/story/read-folder.ts";
export { type IngestOptions, ingestAll } from "./ingest/ingest.ts";
export type { IngestOutcome, IngestSummary } from "./ingest/outcome.ts";
export type { Format, InputDocument, ReadArticle, ReadEvent, ReadItem, Reading } from "./ingest/reading.ts";
export { type DraftedArticle, type Reconciled, reconcile } from "./ingest/reconcile/reconcile.ts";
export type { App } from "./server/app.ts";
export { createDatelineApp } from "./server/dateline-app.ts";
export { createLogger } from "./server/log.ts";
export type { PersistedSettings } from "./server/persisted/operation.ts";
export { readPersistedOperations } from "./server/persisted/read-operations.ts";
export { openStore, type Store } from "./store/open.ts";
