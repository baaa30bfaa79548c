import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import {
  ANCHOR_STATES,
  type AnchorState,
  ARTICLE_PARTS,
  type ArticlePart,
  type EventStatus,
  type LoggedType,
  METHODS,
  type Method,
  STANCES,
  type Stance,
} from "../../domain/model.ts";
import type { Columns } from "./columns-sqlite.ts";
import type { EntityTables } from "./entities.ts";
import type { FactTables } from "./facts.ts";
import { oneOf } from "./one-of.ts";

/** What each fact rests on. */
export function defineEvidenceTables(
  columns: Columns,
  { agent, article, articleRevision }: EntityTables,
  { role, event, statusChange, participation, eventRelation, quote }: FactTables,
) {
  const { table, id, ref, text, int, real, instant, primaryKey, index, unique, check } = columns;

  /**
   * Words of a revision, verified when written: that never changes. What became of them in the article's current text does,
   * with each revision. Positions count code points, ends are exclusive.
   */
  const passage = table(
    "passage",
    {
      id: id(),
      revisionId: ref()
        .notNull()
        .references(() => articleRevision.id),
      part: text().$type<ArticlePart>().notNull(),
      start: int().notNull(),
      end: int().notNull(),
      exact: text().notNull(),
      prefix: text().notNull(),
      suffix: text().notNull(),
      anchor: text().$type<AnchorState>().notNull(),
      /** Where the words are in the current text; null where it does not have them, or not in one certain place. */
      currentStart: int(),
      currentEnd: int(),
    },
    (t) => [
      unique("passage_once").on(t.revisionId, t.part, t.start, t.end),
      check("passage_part", oneOf(t.part, ARTICLE_PARTS)),
      check("passage_anchor", oneOf(t.anchor, ANCHOR_STATES)),
      check("passage_order", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
      check(
        "passage_current",
        sql`(${t.anchor} in ('EXACT', 'MOVED')) = (${t.currentStart} is not null)
          and (${t.currentStart} is null) = (${t.currentEnd} is null)`,
      ),
    ],
  );

  /**
   * That an editor took a fact back. Its evidence supports it no more, in no view; the fact and the evidence stay in the
   * log. The columns that say which fact it is are those of evidence.
   */
  const withdrawal = table(
    "withdrawal",
    {
      id: id(),
      key: text().notNull().unique(),
      nodeType: text().$type<LoggedType>().notNull(),
      nodeKey: text().notNull(),
      eventId: ref().references(() => event.id),
      changeId: ref().references(() => statusChange.id),
      participationId: ref().references(() => participation.id),
      relationId: ref().references(() => eventRelation.id),
      quoteId: ref().references(() => quote.id),
      roleId: ref().references(() => role.id),
      /** Why, for readers. */
      reason: text().notNull(),
      at: instant().notNull(),
      actor: text(),
      liftedAt: instant(),
      liftedBy: text(),
    },
    (t) => [
      index("withdrawal_event").on(t.eventId).where(sql`event_id is not null`),
      index("withdrawal_quote").on(t.quoteId).where(sql`quote_id is not null`),
      index("withdrawal_role").on(t.roleId).where(sql`role_id is not null`),
      check("withdrawal_fact", sql`${count(t.eventId, t.quoteId, t.roleId)} = 1`),
    ],
  );

  /**
   * Ties a fact to a passage, or to an article as a whole. The fact is a quote, a role, an event, or a change,
   * participation or relation of an event; what belongs to an event names the event too, so that all evidence of
   * an event is read at once.
   */
  const evidence = table(
    "evidence",
    {
      id: id(),
      eventId: ref().references(() => event.id),
      changeId: ref().references(() => statusChange.id),
      participationId: ref().references(() => participation.id),
      relationId: ref().references(() => eventRelation.id),
      quoteId: ref().references(() => quote.id),
      roleId: ref().references(() => role.id),
      articleId: ref()
        .notNull()
        .references(() => article.id),
      /** Number of the revision it was taken from. */
      revision: int().notNull(),
      passageId: ref().references(() => passage.id),
      /** The day from which it was out, where earlier texts of the article were without it; else null. */
      outSince: text(),
      stance: text().$type<Stance>().notNull(),
      method: text().$type<Method>().notNull(),
      confidence: real(),
      claimantAsWritten: text(),
      insteadStatus: text().$type<EventStatus>(),
      insteadDate: text(),
      /** What it was withdrawn with; null: it holds. */
      withdrawalId: ref().references(() => withdrawal.id),
    },
    (t) => [
      index("evidence_withdrawal").on(t.withdrawalId).where(sql`withdrawal_id is not null`),
      index("evidence_event").on(t.eventId).where(sql`event_id is not null`),
      index("evidence_quote").on(t.quoteId).where(sql`quote_id is not null`),
      index("evidence_role").on(t.roleId).where(sql`role_id is not null`),
      index("evidence_article").on(t.articleId),
      check(
        "evidence_fact",
        sql`${count(t.eventId, t.quoteId, t.roleId)} = 1
          and ${count(t.changeId, t.participationId, t.relationId)} <= ${count(t.eventId)}`,
      ),
      check("evidence_stance", oneOf(t.stance, STANCES)),
      check("evidence_method", oneOf(t.method, METHODS)),
      check("evidence_confidence", sql`${t.confidence} is null or ${t.confidence} between 0 and 1`),
    ],
  );

  /** Who says so; nobody: the outlet in its own voice, or an unnamed claimant. */
  const claim = table(
    "claim",
    {
      evidenceId: ref()
        .notNull()
        .references(() => evidence.id),
      position: int().notNull(),
      agentId: ref()
        .notNull()
        .references(() => agent.id),
    },
    (t) => [primaryKey({ columns: [t.evidenceId, t.position] }), index("claim_agent").on(t.agentId)],
  );

  return { passage, withdrawal, evidence, claim };
}

/** How many of the columns hold something. */
function count(...columns: SQLWrapper[]): SQL {
  const ones = columns.map((column) => sql`case when ${column} is null then 0 else 1 end`);
  return sql`(${sql.join(ones, sql` + `)})`;
}
