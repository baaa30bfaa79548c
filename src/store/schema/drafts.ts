import { sql } from "drizzle-orm";
import {
  AGENT_TYPES,
  type AgentType,
  ARTICLE_PARTS,
  type ArticlePart,
  DRAFT_KINDS,
  DRAFT_STATES,
  type DraftKind,
  type DraftState,
  METHODS,
  type Method,
} from "../../domain/model.ts";
import type { Proposal } from "../../domain/proposal.ts";
import type { Columns } from "./columns-sqlite.ts";
import type { EntityTables } from "./entities.ts";
import { oneOf } from "./one-of.ts";

/** What extractors propose. Nothing of it is on record: accepting a draft writes facts of their own. */
export function defineDraftTables(columns: Columns, { article }: EntityTables) {
  const { table, id, ref, text, int, real, instant, json, primaryKey, index, check } = columns;

  /**
   * A proposal with its passage, whose words were verified when it was written. `start` and `end` count code points of
   * the revision's text, `end` is exclusive.
   */
  const draft = table(
    "draft",
    {
      id: id(),
      key: text().notNull().unique(),
      articleId: ref()
        .notNull()
        .references(() => article.id),
      /** Number of the revision that it was taken from. */
      revision: int().notNull(),
      kind: text().$type<DraftKind>().notNull(),
      part: text().$type<ArticlePart>().notNull(),
      start: int().notNull(),
      end: int().notNull(),
      exact: text().notNull(),
      prefix: text().notNull(),
      suffix: text().notNull(),
      title: text().notNull(),
      /** EDTF; where it stands on a timeline. */
      date: text(),
      payload: json().$type<Proposal>().notNull(),
      method: text().$type<Method>().notNull(),
      rule: text().notNull(),
      confidence: real().notNull(),
      state: text().$type<DraftState>().notNull(),
      decidedAt: instant(),
      /** Null for the command line. */
      decidedBy: text(),
      /** Key of the person, quote or event that it became. */
      factKey: text(),
    },
    (t) => [
      index("draft_article").on(t.articleId, t.start, t.end, t.key),
      index("draft_fact").on(t.factKey, t.kind),
      check("draft_kind", oneOf(t.kind, DRAFT_KINDS)),
      check("draft_part", oneOf(t.part, ARTICLE_PARTS)),
      check("draft_order", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
      check("draft_method", oneOf(t.method, METHODS)),
      check("draft_confidence", sql`${t.confidence} between 0 and 1`),
      check("draft_state", oneOf(t.state, DRAFT_STATES)),
      check("draft_decided", sql`(${t.state} = 'OPEN') = (${t.decidedAt} is null)`),
      check("draft_fact", sql`(${t.state} = 'ACCEPTED') = (${t.factKey} is not null)`),
    ],
  );

  /** Folded names of those whose entry a draft is, so that those on record who bear them find it. */
  const draftName = table(
    "draft_name",
    {
      draftId: ref()
        .notNull()
        .references(() => draft.id),
      type: text().$type<NameType>().notNull(),
      name: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.draftId, t.type, t.name] }),
      index("draft_name_name").on(t.type, t.name),
      check("draft_name_type", oneOf(t.type, NAME_TYPES)),
    ],
  );

  return { draft, draftName };
}

/** Who or what bears a name. */
export const NAME_TYPES = [...AGENT_TYPES, "PLACE"] as const;
export type NameType = AgentType | "PLACE";
