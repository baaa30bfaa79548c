import { aliasedTable, and, eq, isNull } from "drizzle-orm";
import { compareCodePoints } from "../domain/code-point-order.ts";
import { firstReported } from "../domain/evidence.ts";
import { type FuzzyDate, parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import { shownWords } from "../domain/shown-passage.ts";
import type { Engine } from "./engine.ts";
import type { Evidence, EvidenceReaders } from "./evidence.ts";
import type { Tables } from "./schema/tables.ts";

/** Words or a reported statement, as one article gives them. */
export type Quote = Omit<Tables["quote"]["$inferSelect"], "said"> & {
  readonly said: FuzzyDate | null;
  readonly evidence: readonly Evidence[];
};

/** The words as far as anybody may read them: where the article is not free to read, as many as of a passage. */
export function shownText({
  text,
  articleId,
  evidence,
}: Pick<Quote, "text" | "articleId" | "evidence">): string {
  const own = evidence.find((one) => one.articleId === articleId);
  return shownWords(text, own?.article.access ?? "PASSAGES");
}

/** Reads quotes. */
export function quoteReaders({ db, tables, among, prepare }: Engine, evidence: EvidenceReaders) {
  const { article, event, quote, quoteAbout, quoteTopic } = tables;

  const rows = prepare(db.select().from(quote).where(among(quote.id, "values")));
  const keyed = prepare(
    db.select({ id: quote.id, key: quote.key }).from(quote).where(among(quote.key, "values")),
  );
  const same = aliasedTable(quote, "same");
  const sameUtterance = prepare(
    db
      .select({ id: same.id, of: quote.id })
      .from(quote)
      .innerJoin(same, eq(same.utterance, quote.utterance))
      .where(among(quote.id, "values")),
  );
  const about = prepare(
    db
      .select({ quoteId: quoteAbout.quoteId, position: quoteAbout.position, eventId: quoteAbout.eventId })
      .from(quoteAbout)
      // What a merge left with an event is said with the other already.
      .innerJoin(event, and(eq(event.id, quoteAbout.eventId), isNull(event.mergedIntoId)))
      .where(among(quoteAbout.quoteId, "values"))
      .orderBy(quoteAbout.position),
  );
  const topics = prepare(db.select().from(quoteTopic).where(among(quoteTopic.quoteId, "values")));

  const ofTopics = prepare(
    db.selectDistinct({ id: quoteTopic.quoteId }).from(quoteTopic).where(among(quoteTopic.topicId, "values")),
  );
  const withArticles = prepare(
    db
      .select({ quote, articleKey: article.key, out: article.out })
      .from(quote)
      .innerJoin(article, eq(article.id, quote.articleId))
      .where(among(quote.id, "values")),
  );

  async function byId(quoteIds: readonly number[]): Promise<Quote[]> {
    const [found, allEvidence] = await Promise.all([rows({ values: quoteIds }), evidence.ofQuotes(quoteIds)]);
    const byQuote = groupBy(allEvidence, (one) => one.quoteId);
    return found.map((row) => ({
      ...row,
      said: parseFuzzyDateIfKnown(row.said),
      evidence: byQuote.get(row.id) ?? [],
    }));
  }

  return {
    byId,
    byKey: (keys: readonly string[]) => keyed({ values: keys }),
    /** All reports of the utterances that quotes report, themselves included; `of` is the quote asked about. */
    reportsOfSameUtterance: (quoteIds: readonly number[]) => sameUtterance({ values: quoteIds }),
    about: (quoteIds: readonly number[]) => about({ values: quoteIds }),
    topics: (quoteIds: readonly number[]) => topics({ values: quoteIds }),
    /** The row numbers of those of topics, in no order. */
    ofTopics: (topicIds: readonly number[]) => ofTopics({ values: topicIds }),
    /** Quotes with the key of each article and the day it was out, without their evidence. */
    withArticles: (quoteIds: readonly number[]) => withArticles({ values: quoteIds }),
  };
}

/** The earliest report first: by the day its article was out, then by key. */
export function byReport(a: Quote, b: Quote): number {
  return (
    compareCodePoints(firstReported(a.evidence, null) ?? "~", firstReported(b.evidence, null) ?? "~") ||
    compareCodePoints(a.key, b.key)
  );
}
