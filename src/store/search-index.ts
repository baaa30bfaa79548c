import { and, eq } from "drizzle-orm";
import { indexedTexts, SEARCH_TYPES, type SearchType } from "../domain/search-document.ts";
import { articlesOf, factsIn } from "./dependents.ts";
import type { Engine } from "./engine.ts";
import type { Readers } from "./readers.ts";
import { rowNumbers, slices } from "./row-numbers.ts";
import { type SearchDocument, searchDocuments } from "./search-documents.ts";
import type { Changed } from "./timeline-index.ts";
import { writeBatches } from "./write-batches.ts";

/** What has changed, by row number. */
export interface SearchChanges extends Changed {
  readonly topics: ReadonlySet<number>;
  /** People and organizations: their names and aliases, and here also roles and the evidence of these. */
  readonly agents: ReadonlySet<number>;
}

/**
 * Brings the search index up to date with what has changed, in the transaction that changed it. What hangs on it is
 * done too: quotes of a speaker, passages of an article that something rests on, events and quotes that an article
 * supports or, when it is retracted, no longer does.
 */
export async function updateSearchIndex(tx: Engine, readers: Readers, changes: SearchChanges): Promise<void> {
  await replaceAll(tx, readers, await withDependents(tx, readers, changes));
}

/** Makes the whole index anew from the facts. */
export async function rebuildSearchIndex(tx: Engine, readers: Readers): Promise<void> {
  const { topic, agent, place, event, quote, article, searchDocument } = tx.tables;
  await tx.fullText.clear();
  await tx.db.delete(searchDocument);
  await replaceAll(tx, readers, {
    topics: await rowNumbers(tx, topic),
    agents: await rowNumbers(tx, agent),
    places: await rowNumbers(tx, place),
    events: await rowNumbers(tx, event),
    quotes: await rowNumbers(tx, quote),
    articles: await rowNumbers(tx, article),
  });
}

async function replaceAll(tx: Engine, readers: Readers, things: SearchChanges): Promise<void> {
  for (const type of ["PERSON", "ORGANIZATION"] as const) await replace(tx, readers, type, things.agents);
  await replace(tx, readers, "PLACE", things.places);
  await replace(tx, readers, "TOPIC", things.topics);
  await replace(tx, readers, "EVENT", things.events);
  await replace(tx, readers, "QUOTE", things.quotes);
  await replace(tx, readers, "ARTICLE", things.articles);
}

async function withDependents(tx: Engine, readers: Readers, changes: SearchChanges): Promise<SearchChanges> {
  const { quote } = tx.tables;
  const told = await factsIn(readers, changes.articles);
  const events = new Set([...changes.events, ...told.events]);
  const quotes = new Set([...changes.quotes, ...told.quotes]);
  const articles = new Set([...changes.articles, ...(await articlesOf(readers, changes))]);
  const agents = new Set([...changes.agents, ...told.agents]);
  for (const ids of slices(changes.agents)) {
    const spoken = await tx.db.select({ id: quote.id }).from(quote).where(tx.oneOf(quote.speakerId, ids));
    for (const { id } of spoken) quotes.add(id);
    for (const role of await readers.agents.roles(ids)) {
      for (const one of role.evidence) articles.add(one.articleId);
    }
  }
  return { ...changes, events, quotes, articles, agents };
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
