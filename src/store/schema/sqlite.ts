import { sqliteColumns } from "./columns-sqlite.ts";
import { defineTables } from "./tables.ts";

/** The tables as SQLite has them. */
export const {
  agent,
  agentAlias,
  agentLink,
  article,
  articleAuthor,
  articleRevision,
  articleTopic,
  changeLog,
  claim,
  draft,
  draftName,
  editorialText,
  event,
  eventRelation,
  eventTopic,
  evidence,
  participation,
  passage,
  place,
  quote,
  quoteAbout,
  quoteTopic,
  role,
  searchDocument,
  source,
  statusChange,
  timeline,
  topic,
} = defineTables(sqliteColumns);
