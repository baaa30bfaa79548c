import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { type FuzzyDate, parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { DRAFT_KINDS, DRAFT_STATES, type DraftKind, type DraftState } from "../domain/model.ts";
import type { Article, ArticleReaders } from "./articles.ts";
import { type DraftOrder, type DraftShape, draftCondition, placeOf } from "./draft-conditions.ts";
import type { Awaitable, Engine, Params } from "./engine.ts";
import { madeOnce } from "./made-once.ts";
import type { NameType } from "./schema/drafts.ts";
import type { Tables } from "./schema/tables.ts";
import { COUNT_LIMIT } from "./timeline.ts";

export type DraftRow = Tables["draft"]["$inferSelect"];

/** A draft with its article. */
export type Draft = Omit<DraftRow, "date"> & {
  readonly date: FuzzyDate | null;
  readonly article: Article;
};

/** Where a draft stands in a list. */
export interface DraftPosition {
  /** Less the surer it is; the same for all where that orders nothing. */
  readonly doubt: number;
  /** Slug of its article. */
  readonly slug: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Which drafts are asked for; what is left out does not matter. */
export interface DraftFilter {
  /** Row numbers. */
  readonly topicId?: number | undefined;
  readonly articleId?: number | undefined;
  readonly kinds?: readonly DraftKind[] | undefined;
  /** OPEN where left out. */
  readonly states?: readonly DraftState[] | undefined;
  readonly minConfidence?: number | undefined;
  readonly maxConfidence?: number | undefined;
  /** Those whose entry it would be, by any of their folded names. */
  readonly bearer?: { readonly type: NameType; readonly names: readonly string[] } | undefined;
}

/** What lies strictly between two positions; null: open. */
export interface DraftRange {
  readonly after: DraftPosition | null;
  readonly before: DraftPosition | null;
  /** Whether it is read from its end. */
  readonly backwards: boolean;
}

/** Everything, from the start. */
export const ALL_DRAFTS: DraftRange = { after: null, before: null, backwards: false };

/** Reads drafts. */
export function draftReaders(engine: Engine, articles: ArticleReaders) {
  const { db, tables, among, parameter, prepare } = engine;
  const { draft, article, articleTopic, draftName } = tables;

  const by = (column: "id" | "key" | "articleId") =>
    prepare(
      db
        .select()
        .from(draft)
        .where(among(draft[column], "values"))
        .orderBy(draft.articleId, draft.start, draft.end, draft.key),
    );
  const byId = by("id");
  const byKey = by("key");
  const ofArticles = by("articleId");
  const ofTopics = prepare(
    db
      .select()
      .from(draft)
      .where(
        inArray(
          draft.articleId,
          db
            .select({ id: articleTopic.articleId })
            .from(articleTopic)
            .where(among(articleTopic.topicId, "values")),
        ),
      )
      .orderBy(draft.articleId, draft.start, draft.end, draft.key),
  );
  const ofFact = prepare(
    db
      .select()
      .from(draft)
      .where(and(eq(draft.factKey, parameter("fact")), eq(draft.kind, parameter("kind"))))
      .orderBy(draft.articleId, draft.start, draft.end, draft.key),
  );
  const names = prepare(db.select().from(draftName).where(among(draftName.draftId, "values")));
  const beginning = prepare(
    db
      .select({ key: draft.key })
      .from(draft)
      .where(sql`${draft.key} >= ${parameter("from")} and ${draft.key} < ${parameter("to")}`)
      .orderBy(draft.key)
      .limit(parameter("limit")),
  );

  const page = madeOnce((shape: DraftShape & { readonly backwards: boolean }) =>
    prepare(
      db
        .select({ draft })
        .from(draft)
        .innerJoin(article, eq(article.id, draft.articleId))
        .where(draftCondition(engine, shape))
        .orderBy(...placeOf(engine, shape.order).map((column) => (shape.backwards ? desc : asc)(column)))
        .limit(parameter("limit")),
    ),
  );
  const tally = madeOnce((shape: DraftShape) => {
    const some = db
      .select({ one: sql`1`.as("one") })
      .from(draft)
      .innerJoin(article, eq(article.id, draft.articleId))
      .where(draftCondition(engine, shape))
      .limit(parameter("limit"))
      .as("some");
    return prepare(db.select({ drafts: count() }).from(some));
  });

  async function withArticles(found: Awaitable<DraftRow[]>): Promise<Draft[]> {
    const rows = await found;
    const known = await articles.byId([...new Set(rows.map((row) => row.articleId))]);
    const byNumber = new Map(known.map((one) => [one.id, one]));
    return rows.flatMap((row) => {
      const of = byNumber.get(row.articleId);
      return of === undefined ? [] : { ...row, date: parseFuzzyDateIfKnown(row.date), article: of };
    });
  }

  return {
    byId: (ids: readonly number[]) => withArticles(byId({ values: ids })),
    byKey: (keys: readonly string[]) => withArticles(byKey({ values: keys })),
    /** All of them, in text order. */
    ofArticles: (ids: readonly number[]) => withArticles(ofArticles({ values: ids })),
    /** All of the articles of topics, each once. */
    ofTopics: (topicIds: readonly number[]) => withArticles(ofTopics({ values: topicIds })),
    /** All that were accepted and became a fact, by its key. */
    ofFact: (kind: DraftKind, fact: string) => withArticles(ofFact({ kind, fact })),
    /** The names by which those on record find a draft. */
    names: (ids: readonly number[]) => names({ values: ids }),
    /** Keys that begin in some way, up to a number of them. */
    async keysFrom(prefix: string, limit: number): Promise<string[]> {
      const rows = await beginning({ from: prefix, to: `${prefix}\u{10FFFF}`, limit });
      return rows.map((row) => row.key);
    },
    /** Drafts in order, or from the end of the range in reverse. */
    async list(filter: DraftFilter, order: DraftOrder, range: DraftRange, limit: number): Promise<Draft[]> {
      const statement = page({ ...shapeOf(filter, order), backwards: range.backwards });
      const rows = await statement({ ...params(filter, range), limit });
      return withArticles(rows.map((row) => row.draft));
    },
    /** How many there are: exact up to {@link COUNT_LIMIT}, and no more than that beyond. */
    async count(filter: DraftFilter): Promise<{ readonly count: number; readonly exact: boolean }> {
      const statement = tally(shapeOf(filter, "TEXT_ORDER"));
      const [row] = await statement({ ...params(filter, ALL_DRAFTS), limit: COUNT_LIMIT + 1 });
      const found = row?.drafts ?? 0;
      return { count: Math.min(found, COUNT_LIMIT), exact: found <= COUNT_LIMIT };
    },
  };
}

/** Where a draft stands in a list of an order. */
export function draftPosition(
  { confidence, article, start, end, key }: Draft,
  order: DraftOrder,
): DraftPosition {
  return { doubt: order === "TEXT_ORDER" ? 0 : -confidence, slug: article.slug, start, end, key };
}

function shapeOf({ topicId, articleId, bearer }: DraftFilter, order: DraftOrder): DraftShape {
  return {
    order,
    topic: topicId !== undefined,
    article: articleId !== undefined,
    bearer: bearer !== undefined,
  };
}

const FIRST: DraftPosition = { doubt: -2, slug: "", start: -1, end: -1, key: "" };
const LAST: DraftPosition = { doubt: 2, slug: "\u{10FFFF}", start: 0, end: 0, key: "" };

function params(filter: DraftFilter, { after, before }: DraftRange): Params {
  const values: Record<string, string | number | readonly string[]> = {
    kinds: filter.kinds ?? DRAFT_KINDS,
    states: filter.states ?? DRAFT_STATES.slice(0, 1),
    minConfidence: filter.minConfidence ?? 0,
    maxConfidence: filter.maxConfidence ?? 1,
    ...bound("after", after ?? FIRST),
    ...bound("before", before ?? LAST),
  };
  if (filter.topicId !== undefined) values["topicId"] = filter.topicId;
  if (filter.articleId !== undefined) values["articleId"] = filter.articleId;
  if (filter.bearer !== undefined) {
    values["bearerType"] = filter.bearer.type;
    values["bearerNames"] = filter.bearer.names;
  }
  return values;
}

function bound(name: string, { doubt, slug, start, end, key }: DraftPosition) {
  return {
    [`${name}Doubt`]: doubt,
    [`${name}Slug`]: slug,
    [`${name}Start`]: start,
    [`${name}End`]: end,
    [`${name}Key`]: key,
  };
}
