import { sql } from "drizzle-orm";
import type { ChangeAction } from "../../domain/model.ts";
import { defineAccessTables } from "./access.ts";
import type { Columns } from "./columns-sqlite.ts";
import { defineDraftTables } from "./drafts.ts";
import { defineEditTables } from "./edits.ts";
import { defineEntityTables } from "./entities.ts";
import { defineEvidenceTables } from "./evidence.ts";
import { defineFactTables } from "./facts.ts";
import { defineSessionTables } from "./sessions.ts";
import { defineWebhookTables } from "./webhooks.ts";

/**
 * All tables, described once for every engine. `id` columns are row numbers and stay inside the store; `key` columns
 * are the identity that is exported, put into global ids and used to break ties.
 */
export function defineTables(columns: Columns) {
  const entities = defineEntityTables(columns);
  const facts = defineFactTables(columns, entities);
  const evidence = defineEvidenceTables(columns, entities, facts);
  const drafts = defineDraftTables(columns, entities);
  const access = defineAccessTables(columns);
  const edits = defineEditTables(columns);
  const sessions = defineSessionTables(columns, access);
  const webhooks = defineWebhookTables(columns, entities);
  return {
    ...entities,
    ...facts,
    ...evidence,
    ...drafts,
    ...access,
    ...edits,
    ...sessions,
    ...webhooks,
    ...defineDerivedTables(columns),
  };
}

export type Tables = ReturnType<typeof defineTables>;

function defineDerivedTables({
  table,
  int,
  ref,
  text,
  bool,
  serial,
  instant,
  json,
  primaryKey,
  index,
  unique,
  id,
}: Columns) {
  /**
   * The timeline index: one row for each entry, subject and span of report days in which the row held. It is derived
   * (see domain/timeline.ts) and clustered by its primary key, so that a page is one range scan. The migration adds
   * WITHOUT ROWID, which Drizzle cannot express.
   */
  const timeline = table(
    "timeline",
    {
      subjectType: int().notNull(),
      subjectId: ref().notNull(),
      kind: int().notNull(),
      earliest: int().notNull(),
      latest: int().notNull(),
      time: int().notNull(),
      reported: int().notNull(),
      key: text().notNull(),
      fromDay: int().notNull(),
      untilDay: int().notNull(),
      entryId: ref().notNull(),
      certain: bool().notNull(),
      facet: int(),
      leadClass: int(),
    },
    (t) => [
      primaryKey({
        columns: [
          t.subjectType,
          t.subjectId,
          t.kind,
          t.earliest,
          t.latest,
          t.time,
          t.reported,
          t.key,
          t.fromDay,
        ],
      }),
      index("timeline_entry").on(t.kind, t.entryId),
      // The few entries that lie far ahead of their report: see domain/timeline-lead.ts. It holds all that a page needs;
      // without that, SQLite would read the table itself instead.
      index("timeline_lead")
        .on(
          t.subjectType,
          t.subjectId,
          t.kind,
          t.leadClass,
          t.earliest,
          t.latest,
          t.time,
          t.reported,
          t.key,
          t.fromDay,
          t.untilDay,
          t.entryId,
        )
        .where(sql`lead_class is not null`),
    ],
  );

  /**
   * What search finds, one row for each time in which its texts were the same: an event has another row from each day
   * on which an editor wrote about it. It is derived (see search-index.ts); the full-text index knows rows by their id.
   */
  const searchDocument = table(
    "search_document",
    {
      id: id(),
      /** Index in SEARCH_TYPES. */
      type: int().notNull(),
      /** Row number of the node. */
      nodeId: ref().notNull(),
      key: text().notNull(),
      fromDay: int().notNull(),
      untilDay: int().notNull(),
      /** Folded names, by which results are ranked (see IndexedTexts). */
      names: text().notNull(),
      /** Words of the texts. */
      length: int().notNull(),
    },
    (t) => [unique("search_document_once").on(t.type, t.nodeId, t.fromDay)],
  );

  /** Every write, in order: what was touched, when and by whom, and what it was before and after. */
  const changeLog = table(
    "change_log",
    {
      position: serial(),
      at: instant().notNull(),
      action: text().$type<ChangeAction>().notNull(),
      nodeType: text().notNull(),
      nodeKey: text().notNull(),
      actor: text(),
      before: json(),
      after: json(),
    },
    (t) => [index("change_log_node").on(t.nodeType, t.nodeKey, t.position)],
  );

  return { timeline, searchDocument, changeLog };
}
