import { and, eq, isNull } from "drizzle-orm";
import { laterDay } from "../domain/day.ts";
import { type FuzzyDate, parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { SourcedReport } from "../domain/timeline.ts";
import type { Article, ArticleReaders } from "./articles.ts";
import type { Engine, Query } from "./engine.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";
import type { Tables } from "./schema/tables.ts";

type EvidenceRow = Tables["evidence"]["$inferSelect"];

/** A piece of evidence with its passage, its article and who claims it. */
export type Evidence = Omit<EvidenceRow, "insteadDate"> &
  SourcedReport & {
    readonly insteadDate: FuzzyDate | null;
    /** Null where the article is cited as a whole. */
    readonly passage: Tables["passage"]["$inferSelect"] | null;
    readonly article: Article;
    /** Agents, in the order given. */
    readonly claimedBy: readonly number[];
  };

export type EvidenceReaders = ReturnType<typeof evidenceReaders>;

/** Reads evidence that was not withdrawn, by the thing that it is about or the article that it comes from. */
export function evidenceReaders({ db, tables, among, prepare }: Engine, articles: ArticleReaders) {
  const { agent, evidence, passage, claim } = tables;
  const passages = prepare(db.select().from(passage).where(among(passage.id, "values")));

  function reader(column: AnyColumn): (ids: readonly number[]) => Promise<Evidence[]> {
    const where = and(among(column, "values"), isNull(evidence.withdrawalId));
    const rows = prepare(db.select().from(evidence).where(where).orderBy(evidence.id));
    const claims = prepare(
      db
        .select({ evidenceId: claim.evidenceId, agentId: claim.agentId })
        .from(evidence)
        .innerJoin(claim, eq(claim.evidenceId, evidence.id))
        .innerJoin(agent, and(eq(agent.id, claim.agentId), isNull(agent.mergedIntoId)))
        .where(where)
        .orderBy(claim.evidenceId, claim.position),
    );
    return (ids) => assemble(ids, rows, claims);
  }

  /** Facts share passages and articles: each is read once. */
  async function assemble(
    ids: readonly number[],
    rows: Query<EvidenceRow>,
    claims: Query<{ evidenceId: number; agentId: number }>,
  ): Promise<Evidence[]> {
    const [found, claimed] = await Promise.all([rows({ values: ids }), claims({ values: ids })]);
    const passageIds = new Set(found.flatMap((row) => row.passageId ?? []));
    const articleIds = new Set(found.map((row) => row.articleId));
    const passagesById = byId(await passages({ values: [...passageIds] }));
    const articlesById = byId(await articles.byId([...articleIds]));
    const claimants = groupBy(claimed, (row) => row.evidenceId);
    return found.flatMap((row) => {
      const article = articlesById.get(row.articleId);
      if (!article) return [];
      return {
        ...row,
        insteadDate: parseFuzzyDateIfKnown(row.insteadDate),
        passage: row.passageId === null ? null : (passagesById.get(row.passageId) ?? null),
        article,
        claimedBy: (claimants.get(row.id) ?? []).map((one) => one.agentId),
        reported: row.outSince === null ? article.out : laterDay(article.out, row.outSince),
        origin: article.origin,
        articleState: article.state,
        sourceId: article.sourceId,
      };
    });
  }

  /** What rests on articles, and what articles things rest on: without all that evidence says. */
  const facts = prepare(
    db
      .selectDistinct({ eventId: evidence.eventId, quoteId: evidence.quoteId, roleId: evidence.roleId })
      .from(evidence)
      .where(among(evidence.articleId, "values")),
  );
  const articlesBy = (column: AnyColumn) =>
    prepare(
      db.selectDistinct({ articleId: evidence.articleId }).from(evidence).where(among(column, "values")),
    );
  const articlesOfEvents = articlesBy(evidence.eventId);
  const articlesOfQuotes = articlesBy(evidence.quoteId);

  return {
    factsOfArticles: (ids: readonly number[]) => facts({ values: ids }),
    articlesOfEvents: (ids: readonly number[]) => articlesOfEvents({ values: ids }),
    articlesOfQuotes: (ids: readonly number[]) => articlesOfQuotes({ values: ids }),
    ofEvents: reader(evidence.eventId),
    ofQuotes: reader(evidence.quoteId),
    ofRoles: reader(evidence.roleId),
    ofArticles: reader(evidence.articleId),
  };
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
