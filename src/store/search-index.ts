import { and, eq } from "drizzle-orm";
import { indexedTexts, SEARCH_TYPES, type SearchType } from "../domain/search-document.ts";
import type { Engine } from "./engine.ts";
import type { Readers } from "./readers.ts";
import { type SearchDocument, searchDocuments } from "./search-documents.ts";
import { writeBatches } from "./write-batches.ts";

/** Things indexed at once, so that a large story does not fill the memory. */
const THINGS_AT_ONCE = 500;

/** What has changed, by row number. */
export interface SearchChanges {
  readonly topics: ReadonlySet<number>;
  /** People and organizations: their names, aliases, roles or the evidence of these. */
  readonly agents: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
  readonly events: ReadonlySet<number>;
  readonly quotes: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
}

/**
 * Brings the search index up to date with what has changed, in the transaction that changed it. What hangs on it is
 * done too: quotes of a speaker, passages of an article that something rests on, events and quotes that an article
 * supports or, when it is retracted, no longer does.
 */
export async function updateSearchIndex(tx: Engine, readers: Readers, changes: SearchChanges): Promise<void> {
  const all = await withDependents(tx, readers, changes);
  for (const type of ["PERSON", "ORGANIZATION"] as const) await replace(tx, readers, type, all.agents);
  await replace(tx, readers, "PLACE", all.places);
  await replace(tx, readers, "TOPIC", all.topics);
  await replace(tx, readers, "EVENT", all.events);
  await replace(tx, readers, "QUOTE", all.quotes);
  await replace(tx, readers, "ARTICLE", all.articles);
}

/** Makes the whole index anew from the facts. */
export async function rebuildSearchIndex(tx: Engine, readers: Readers): Promise<void> {
  const { topic, agent, place, event, quote, article, searchDocument } = tx.tables;
  const idsOf = async (
    table: typeof topic | typeof agent | typeof place | typeof event | typeof quote | typeof article,
  ) => new Set((await tx.db.select({ id: table.id }).from(table)).map((row) => row.id));
  await tx.fullText.clear();
  await tx.db.delete(searchDocument);
  const agents = await idsOf(agent);
  for (const type of ["PERSON", "ORGANIZATION"] as const) await replace(tx, readers, type, agents);
  await replace(tx, readers, "PLACE", await idsOf(place));
  await replace(tx, readers, "TOPIC", await idsOf(topic));
  await replace(tx, readers, "EVENT", await idsOf(event));
  await replace(tx, readers, "QUOTE", await idsOf(quote));
  await replace(tx, readers, "ARTICLE", await idsOf(article));
}

async function withDependents(tx: Engine, readers: Readers, changes: SearchChanges) {
  const { quote } = tx.tables;
  const events = new Set(changes.events);
  const quotes = new Set(changes.quotes);
  const articles = new Set(changes.articles);
  for (const ids of slices(changes.agents)) {
    const spoken = await tx.db.select({ id: quote.id }).from(quote).where(tx.oneOf(quote.speakerId, ids));
    for (const { id } of spoken) quotes.add(id);
    for (const role of await readers.agents.roles(ids)) {
      for (const one of role.evidence) articles.add(one.articleId);
    }
  }
  for (const ids of slices(changes.articles)) {
    for (const one of await readers.evidence.ofArticles(ids)) {
      if (one.eventId !== null) events.add(one.eventId);
      if (one.quoteId !== null) quotes.add(one.quoteId);
    }
  }
  for (const ids of slices(changes.events)) {
    for (const one of await readers.evidence.ofEvents(ids)) articles.add(one.articleId);
  }
  for (const ids of slices(changes.quotes)) {
    for (const one of await readers.evidence.ofQuotes(ids)) articles.add(one.articleId);
  }
  return { ...changes, events, quotes, articles };
}

/** Takes the documents of things out of the index and puts in what they are now. */
async function replace(
  tx: Engine,
  readers: Readers,
  type: SearchType,
  things: Iterable<number>,
): Promise<void> {
  const { searchDocument } = tx.tables;
  for (const ids of slices(things)) {
    const old = await tx.db
      .select({ id: searchDocument.id })
      .from(searchDocument)
      .where(and(eq(searchDocument.type, SEARCH_TYPES.indexOf(type)), tx.oneOf(searchDocument.nodeId, ids)));
    const oldIds = old.map((row) => row.id);
    if (oldIds.length > 0) {
      await tx.fullText.remove(oldIds);
      await tx.db.delete(searchDocument).where(tx.oneOf(searchDocument.id, oldIds));
    }
    const documents = await searchDocuments(readers, type, ids);
    await insert(
      tx,
      documents.filter((document) => document.type === type),
    );
  }
}

async function insert(tx: Engine, documents: readonly SearchDocument[]): Promise<void> {
  const { searchDocument } = tx.tables;
  const rows = documents.flatMap(({ type, nodeId, key, versions }) =>
    versions.map((version) => ({
      row: {
        type: SEARCH_TYPES.indexOf(type),
        nodeId,
        key,
        fromDay: version.fromDay,
        untilDay: version.untilDay,
      },
      words: indexedTexts(version),
    })),
  );
  for (const slice of writeBatches(rows)) {
    const written = await tx.db
      .insert(searchDocument)
      .values(slice.map(({ row, words: { names, length } }) => ({ ...row, names, length })))
      .returning({
        id: searchDocument.id,
        nodeId: searchDocument.nodeId,
        fromDay: searchDocument.fromDay,
      });
    const ids = new Map(written.map(({ id, nodeId, fromDay }) => [`${nodeId} ${fromDay}`, id]));
    await tx.fullText.add(
      slice.flatMap(({ row, words }) => {
        const id = ids.get(`${row.nodeId} ${row.fromDay}`);
        return id === undefined ? [] : { id, names: words.names, text: words.text };
      }),
    );
  }
}

function* slices(ids: Iterable<number>): Iterable<number[]> {
  const all = [...ids];
  for (let start = 0; start < all.length; start += THINGS_AT_ONCE)
    yield all.slice(start, start + THINGS_AT_ONCE);
}
