import { and, eq, isNull } from "drizzle-orm";
import { laterDay } from "../domain/day.ts";
import { type FuzzyDate, parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { SourcedReport } from "../domain/timeline.ts";
import type { Article, ArticleReaders } from "./articles.ts";
import type { Engine, Query } from "./engine.ts";
import type { AnyColumn } from "./schema/columns-sqlite.ts";
import type { Tables } from "./schema/tables.ts";

type Row = Tables["evidence"]["$inferSelect"];
type PassageRow = Tables["passage"]["$inferSelect"];

/** What a piece of evidence is about and comes from. */
type Brief = Pick<
  Row,
  | "id"
  | "eventId"
  | "changeId"
  | "participationId"
  | "relationId"
  | "quoteId"
  | "roleId"
  | "articleId"
  | "passageId"
  | "outSince"
>;

/** What is read of it: without the columns that are empty, as that of a quote is where an event is meant. */
type Found = Pick<Row, "id" | "articleId" | "passageId" | "outSince" | "stance"> &
  Partial<Pick<Row, "eventId" | "changeId" | "participationId" | "relationId" | "quoteId" | "roleId">>;

/** A piece of evidence with its words and its article. A page has hundreds: the rest is read where it is asked for. */
export interface Evidence extends Brief, SourcedReport {
  /** Null where the article is cited as a whole. */
  readonly passage: Pick<PassageRow, "id" | "exact"> | null;
  readonly article: Article;
  readonly sourceId: number | null;
}

/** The rest of a piece of evidence: how it was found, where it stands, and who claims it. */
export interface EvidenceDetails
  extends Pick<Row, "id" | "revision" | "method" | "confidence" | "claimantAsWritten" | "insteadStatus"> {
  readonly insteadDate: FuzzyDate | null;
  readonly passage: PassageRow | null;
  /** Agents, in the order given. */
  readonly claimedBy: readonly number[];
}

/** All of a piece of evidence. */
export type FullEvidence = Evidence & EvidenceDetails;

export type EvidenceReaders = ReturnType<typeof evidenceReaders>;

/** Reads evidence that was not withdrawn, by the thing that it is about or the article that it comes from. */
export function evidenceReaders({ db, tables, among, prepare }: Engine, articles: ArticleReaders) {
  const { agent, evidence, passage, claim } = tables;
  const words = prepare(
    db.select({ id: passage.id, exact: passage.exact }).from(passage).where(among(passage.id, "values")),
  );
  const passages = prepare(db.select().from(passage).where(among(passage.id, "values")));
  const details = prepare(
    db
      .select({
        id: evidence.id,
        passageId: evidence.passageId,
        revision: evidence.revision,
        method: evidence.method,
        confidence: evidence.confidence,
        claimantAsWritten: evidence.claimantAsWritten,
        insteadStatus: evidence.insteadStatus,
        insteadDate: evidence.insteadDate,
      })
      .from(evidence)
      .where(among(evidence.id, "values")),
  );
  const claims = prepare(
    db
      .select({ evidenceId: claim.evidenceId, agentId: claim.agentId })
      .from(claim)
      // What a merge left with somebody is claimed by the other already.
      .innerJoin(agent, and(eq(agent.id, claim.agentId), isNull(agent.mergedIntoId)))
      .where(among(claim.evidenceId, "values"))
      .orderBy(claim.evidenceId, claim.position),
  );

  const always = {
    id: evidence.id,
    articleId: evidence.articleId,
    passageId: evidence.passageId,
    outSince: evidence.outSince,
    stance: evidence.stance,
  };
  const holds = isNull(evidence.withdrawalId);
  const { eventId, changeId, participationId, relationId, quoteId, roleId } = evidence;
  const aboutEvents = { eventId, changeId, participationId, relationId };
  const aboutOthers = { quoteId, roleId };
  const reader =
    (rows: Query<Found>) =>
    (ids: readonly number[]): Promise<Evidence[]> =>
      assemble(ids, rows);
  const ofEvents = reader(
    prepare(
      db
        .select({ ...always, ...aboutEvents })
        .from(evidence)
        .where(and(among(eventId, "values"), holds))
        .orderBy(evidence.id),
    ),
  );
  const others = (column: AnyColumn) =>
    reader(
      prepare(
        db
          .select({ ...always, ...aboutOthers })
          .from(evidence)
          .where(and(among(column, "values"), holds))
          .orderBy(evidence.id),
      ),
    );
  const ofArticles = reader(
    prepare(
      db
        .select({ ...always, ...aboutEvents, ...aboutOthers })
        .from(evidence)
        .where(and(among(evidence.articleId, "values"), holds))
        .orderBy(evidence.id),
    ),
  );

  /** Facts share passages and articles: each is read once. */
  async function assemble(ids: readonly number[], rows: Query<Found>): Promise<Evidence[]> {
    if (ids.length === 0) return [];
    const found = await rows({ values: ids });
    const passageIds = new Set<number>();
    const articleIds = new Set<number>();
    for (const row of found) {
      articleIds.add(row.articleId);
      if (row.passageId !== null) passageIds.add(row.passageId);
    }
    const [wordsRead, articlesRead] = await Promise.all([
      words({ values: [...passageIds] }),
      articles.byId([...articleIds]),
    ]);
    const wordsById = byId(wordsRead);
    const articlesById = byId(articlesRead);
    const assembled: Evidence[] = [];
    for (const row of found) {
      const article = articlesById.get(row.articleId);
      if (article === undefined) continue;
      // Not by spreading the row: that takes several times as long, and a page has hundreds.
      assembled.push({
        id: row.id,
        eventId: row.eventId ?? null,
        changeId: row.changeId ?? null,
        participationId: row.participationId ?? null,
        relationId: row.relationId ?? null,
        quoteId: row.quoteId ?? null,
        roleId: row.roleId ?? null,
        articleId: row.articleId,
        passageId: row.passageId,
        outSince: row.outSince,
        stance: row.stance,
        passage: row.passageId === null ? null : (wordsById.get(row.passageId) ?? null),
        article,
        reported: row.outSince === null ? article.out : laterDay(article.out, row.outSince),
        origin: article.origin,
        articleState: article.state,
        sourceId: article.sourceId,
      });
    }
    return assembled;
  }

  async function readDetails(ids: readonly number[]): Promise<EvidenceDetails[]> {
    const [found, claimed] = await Promise.all([details({ values: ids }), claims({ values: ids })]);
    const passageIds = new Set(found.flatMap((row) => row.passageId ?? []));
    const passagesById = byId(await passages({ values: [...passageIds] }));
    const claimants = groupBy(claimed, (row) => row.evidenceId);
    return found.map(({ passageId, ...row }) => ({
      ...row,
      insteadDate: parseFuzzyDateIfKnown(row.insteadDate),
      passage: passageId === null ? null : (passagesById.get(passageId) ?? null),
      claimedBy: (claimants.get(row.id) ?? []).map((one) => one.agentId),
    }));
  }

  async function inFull(found: readonly Evidence[]): Promise<FullEvidence[]> {
    const rest = byId(await readDetails(found.map((one) => one.id)));
    return found.flatMap((one) => {
      const more = rest.get(one.id);
      return more === undefined ? [] : { ...one, ...more };
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
    ofEvents,
    ofQuotes: others(quoteId),
    ofRoles: others(roleId),
    /** In full: most of it is looked at for where it stands in the text. */
    ofArticles: async (ids: readonly number[]) => inFull(await ofArticles(ids)),
    details: readDetails,
    /** Pieces of evidence with all the rest of them. */
    inFull,
  };
}

function byId<Item extends { readonly id: number }>(items: readonly Item[]): Map<number, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
