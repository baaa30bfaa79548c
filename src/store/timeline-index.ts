import { and, eq } from "drizzle-orm";
import { TIMELINE_KINDS, type TimelineKind } from "../domain/model.ts";
import { articleRows, eventRows, quoteRows, SUBJECT_TYPES, type TimelineRow } from "../domain/timeline.ts";
import { draftRows } from "../domain/timeline-draft.ts";
import { articlesOf, factsIn } from "./dependents.ts";
import { draftsOn } from "./draft-dependents.ts";
import { draftPlacements } from "./draft-placements.ts";
import type { Engine } from "./engine.ts";
import { articlePlacements, eventPlacements, quotePlacements } from "./placements.ts";
import type { Readers } from "./readers.ts";
import { rowNumbers, slices } from "./row-numbers.ts";

/** Whose facts have changed, by row number. */
export interface Changed {
  readonly events: ReadonlySet<number>;
  readonly quotes: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
  /** People and organizations: their names or aliases. */
  readonly agents: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
}

/**
 * Brings the timeline index up to date with facts that have changed, in the transaction that changed them. What hangs
 * on them is done too: what rests on an article, whose day or state may be another; quotes said at an event; other
 * reports of an utterance; articles that have a passage for them; drafts of an article, and those that name somebody. These
 * are found by the search index, which has to be up to date before.
 */
export async function updateTimelineIndex(tx: Engine, readers: Readers, changed: Changed): Promise<void> {
  const told = await factsIn(readers, changed.articles);
  const events = new Set([...changed.events, ...told.events]);
  const quotes = await withDependentQuotes(tx, readers, events, [...changed.quotes, ...told.quotes]);
  const articles = new Set([...changed.articles, ...(await articlesOf(readers, { events, quotes }))]);
  await replace(tx, readers, { events, quotes, articles });
  await updateDraftEntries(tx, readers, await draftsOn(tx, readers, changed));
}

/** The same for drafts that were stored, decided or removed. */
export async function updateDraftEntries(
  tx: Engine,
  readers: Readers,
  drafts: Iterable<number>,
): Promise<void> {
  for (const ids of slices(drafts)) {
    await deleteRows(tx, "DRAFT", ids);
    await insertRows(tx, (await draftPlacements(readers, ids)).flatMap(draftRows));
  }
}

/** Makes the whole index anew from the facts. */
export async function rebuildTimelineIndex(tx: Engine, readers: Readers): Promise<void> {
  const { event, quote, article, draft, timeline } = tx.tables;
  await tx.db.delete(timeline);
  await replace(tx, readers, {
    events: await rowNumbers(tx, event),
    quotes: await rowNumbers(tx, quote),
    articles: await rowNumbers(tx, article),
  });
  await updateDraftEntries(tx, readers, await rowNumbers(tx, draft));
}

/** Takes out of the index changes of events that are no longer on record, by row number. */
export async function forgetChanges(tx: Engine, ids: readonly number[]): Promise<void> {
  await deleteRows(tx, "STATUS_CHANGE", ids);
}

/** Takes the rows of things out of the index and puts in what they are now. */
async function replace(
  tx: Engine,
  readers: Readers,
  { events, quotes, articles }: Pick<Changed, "events" | "quotes" | "articles">,
): Promise<void> {
  const { statusChange } = tx.tables;
  for (const ids of slices(events)) {
    const placements = await eventPlacements(readers, ids);
    // Also those that a merge left with an event, which its placement is without.
    const steps = await tx.db
      .select({ id: statusChange.id })
      .from(statusChange)
      .where(tx.oneOf(statusChange.eventId, ids));
    await deleteRows(tx, "EVENT", ids);
    await deleteRows(
      tx,
      "STATUS_CHANGE",
      steps.map(({ id }) => id),
    );
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

/** Writes rows of the index. */
export async function insertRows(tx: Engine, rows: readonly TimelineRow[]): Promise<void> {
  const values = rows.map(({ subject, ...row }) => ({
    ...row,
    subjectType: SUBJECT_TYPES.indexOf(subject.type),
    subjectId: subject.id,
  }));
  await tx.insert(tx.tables.timeline, values);
}

async function deleteRows(tx: Engine, kind: TimelineKind, ids: readonly number[]): Promise<void> {
  const { timeline } = tx.tables;
  await tx.db
    .delete(timeline)
    .where(and(eq(timeline.kind, TIMELINE_KINDS.indexOf(kind)), tx.oneOf(timeline.entryId, ids)));
}

/** Quotes, with those said at events and all reports of their utterances. */
async function withDependentQuotes(
  tx: Engine,
  readers: Readers,
  events: Iterable<number>,
  changed: Iterable<number>,
): Promise<Set<number>> {
  const { quote } = tx.tables;
  const quotes = new Set(changed);
  for (const ids of slices(events)) {
    const saidThere = await tx.db.select({ id: quote.id }).from(quote).where(tx.oneOf(quote.saidAtId, ids));
    for (const { id } of saidThere) quotes.add(id);
  }
  for (const ids of slices(quotes)) {
    for (const { id } of await readers.quotes.reportsOfSameUtterance(ids)) quotes.add(id);
  }
  return quotes;
}
