import { and, eq } from "drizzle-orm";
import { ENTRY_KINDS, type EntryKind } from "../domain/model.ts";
import { articleRows, eventRows, quoteRows, SUBJECT_TYPES, type TimelineRow } from "../domain/timeline.ts";
import type { Engine } from "./engine.ts";
import { articlePlacements, eventPlacements, quotePlacements } from "./placements.ts";
import type { Readers } from "./readers.ts";
import { writeBatches } from "./write-batches.ts";

/** Things indexed at once, so that a large story does not fill the memory. */
const THINGS_AT_ONCE = 500;

/** Whose facts have changed, by row number. */
export interface Changed {
  readonly events: ReadonlySet<number>;
  readonly quotes: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
}

/**
 * Brings the timeline index up to date with facts that have changed, in the transaction that changed them. What hangs
 * on them is done too: what rests on an article, whose day or state may be another; quotes said at an event; other
 * reports of an utterance; articles that have a passage for them.
 */
export async function updateTimelineIndex(tx: Engine, readers: Readers, changed: Changed): Promise<void> {
  const facts = await withFactsOfArticles(readers, changed);
  const quotes = await withDependentQuotes(tx, readers, facts);
  const articles = await withDependentArticles(readers, { ...facts, quotes });
  for (const ids of slices(facts.events)) {
    const placements = await eventPlacements(readers, ids);
    const changes = placements.flatMap((event) => event.changes.map((change) => change.id));
    await deleteRows(tx, "EVENT", ids);
    await deleteRows(tx, "STATUS_CHANGE", changes);
    await insertRows(tx, placements.flatMap(eventRows));
  }
  for (const ids of slices(quotes)) {
    await deleteRows(tx, "QUOTE", ids);
    await insertRows(tx, (await quotePlacements(readers, ids)).flatMap(quoteRows));
  }
  for (const ids of slices(articles)) {
    await deleteRows(tx, "ARTICLE", ids);
    await insertRows(tx, (await articlePlacements(readers, ids)).flatMap(articleRows));
  }
}

/** Makes the whole index anew from the facts. */
export async function rebuildTimelineIndex(tx: Engine, readers: Readers): Promise<void> {
  const { event, quote, article, timeline } = tx.tables;
  const [events, quotes, articles] = [
    await tx.db.select({ id: event.id }).from(event),
    await tx.db.select({ id: quote.id }).from(quote),
    await tx.db.select({ id: article.id }).from(article),
  ].map((rows) => new Set(rows.map((row) => row.id)));
  await tx.db.delete(timeline);
  if (events && quotes && articles) await updateTimelineIndex(tx, readers, { events, quotes, articles });
}

/** Writes rows of the index. */
export async function insertRows(tx: Engine, rows: readonly TimelineRow[]): Promise<void> {
  for (const batch of writeBatches(rows)) {
    const values = batch.map(({ subject, ...row }) => ({
      ...row,
      subjectType: SUBJECT_TYPES.indexOf(subject.type),
      subjectId: subject.id,
    }));
    await tx.db.insert(tx.tables.timeline).values(values);
  }
}

async function deleteRows(tx: Engine, kind: EntryKind, ids: readonly number[]): Promise<void> {
  const { timeline } = tx.tables;
  await tx.db
    .delete(timeline)
    .where(and(eq(timeline.kind, ENTRY_KINDS.indexOf(kind)), tx.oneOf(timeline.entryId, ids)));
}

async function withFactsOfArticles(readers: Readers, changed: Changed): Promise<Changed> {
  const events = new Set(changed.events);
  const quotes = new Set(changed.quotes);
  for (const ids of slices(changed.articles)) {
    for (const { eventId, quoteId } of await readers.evidence.ofArticles(ids)) {
      if (eventId !== null) events.add(eventId);
      if (quoteId !== null) quotes.add(quoteId);
    }
  }
  return { ...changed, events, quotes };
}

async function withDependentQuotes(tx: Engine, readers: Readers, changed: Changed): Promise<Set<number>> {
  const { quote } = tx.tables;
  const quotes = new Set(changed.quotes);
  for (const ids of slices(changed.events)) {
    const saidThere = await tx.db.select({ id: quote.id }).from(quote).where(tx.oneOf(quote.saidAtId, ids));
    for (const { id } of saidThere) quotes.add(id);
  }
  for (const ids of slices(quotes)) {
    for (const { id } of await readers.quotes.reportsOfSameUtterance(ids)) quotes.add(id);
  }
  return quotes;
}

async function withDependentArticles(readers: Readers, changed: Changed): Promise<Set<number>> {
  const articles = new Set(changed.articles);
  for (const ids of slices(changed.events)) {
    for (const evidence of await readers.evidence.ofEvents(ids)) articles.add(evidence.articleId);
  }
  for (const ids of slices(changed.quotes)) {
    for (const evidence of await readers.evidence.ofQuotes(ids)) articles.add(evidence.articleId);
  }
  return articles;
}

function* slices(ids: Iterable<number>): Iterable<number[]> {
  const all = [...ids];
  for (let start = 0; start < all.length; start += THINGS_AT_ONCE)
    yield all.slice(start, start + THINGS_AT_ONCE);
}
