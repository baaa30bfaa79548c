import { laterDay } from "../domain/day.ts";
import { firstReported, supports } from "../domain/evidence.ts";
import { parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import { groupBy } from "../domain/group-by.ts";
import type { ArticlePlacement, EventPlacement, QuotePlacement } from "../domain/timeline.ts";
import type { Evidence } from "./evidence.ts";
import { byReport } from "./quotes.ts";
import type { Readers } from "./readers.ts";

/** What decides on whose timelines events stand. */
export async function eventPlacements(readers: Readers, ids: readonly number[]): Promise<EventPlacement[]> {
  const records = await readers.events.records(ids);
  const topics = groupBy(await readers.events.topics(ids), (row) => row.eventId);
  return records.map((record) => ({
    ...record,
    topicIds: (topics.get(record.id) ?? []).map((row) => row.topicId),
  }));
}

/** What decides on whose timelines quotes stand. Of the reports of one utterance only the earliest has a place. */
export async function quotePlacements(readers: Readers, ids: readonly number[]): Promise<QuotePlacement[]> {
  const quotes = await readers.quotes.byId(await withOtherReports(readers, ids));
  const earliest = new Set<number>();
  for (const reports of groupBy(quotes, (quote) => quote.utterance ?? quote.id).values()) {
    const first = reports.filter((quote) => quote.evidence.some(supports)).sort(byReport)[0];
    if (first) earliest.add(first.id);
  }
  const asked = new Set(ids);
  const placed = quotes.filter((quote) => asked.has(quote.id) && earliest.has(quote.id));
  const about = groupBy(await readers.quotes.about(ids), (row) => row.quoteId);
  const topics = groupBy(await readers.quotes.topics(ids), (row) => row.quoteId);
  const saidAt = await readers.events.byId(placed.flatMap((quote) => quote.saidAtId ?? []));
  const places = new Map(saidAt.map((event) => [event.id, event.placeId]));
  return placed.map((quote) => ({
    ...quote,
    when: quote.said,
    topicIds: (topics.get(quote.id) ?? []).map((row) => row.topicId),
    placeId: quote.saidAtId === null ? null : (places.get(quote.saidAtId) ?? null),
    eventIds: [...(about.get(quote.id) ?? []).map((row) => row.eventId), quote.saidAtId ?? []].flat(),
  }));
}

async function withOtherReports(readers: Readers, ids: readonly number[]): Promise<number[]> {
  const others = await readers.quotes.reportsOfSameUtterance(ids);
  return [...new Set([...ids, ...others.map((quote) => quote.id)])];
}

/** What decides on whose timelines articles stand. */
export async function articlePlacements(
  readers: Readers,
  ids: readonly number[],
): Promise<ArticlePlacement[]> {
  const articles = await readers.articles.byId(ids);
  const topics = groupBy(await readers.articles.topics(ids), (row) => row.articleId);
  const authors = groupBy(await readers.articles.authors(ids), (row) => row.articleId);
  const evidence = await readers.evidence.ofArticles(ids);
  const concerned = groupBy(await agentsConcerned(readers, evidence), (one) => one.articleId);
  return articles.map((article) => ({
    ...article,
    published: parseFuzzyDateIfKnown(article.published),
    topicIds: (topics.get(article.id) ?? []).map((row) => row.topicId),
    agents: [
      ...(authors.get(article.id) ?? []).map(({ agentId }) => ({ agentId, since: article.out })),
      ...(concerned.get(article.id) ?? []).map(({ agentId, since }) => ({ agentId, since })),
    ],
  }));
}

/** Whose entries each article has a passage for: those who take part in the event, or speak the quote. */
async function agentsConcerned(readers: Readers, evidence: readonly Evidence[]) {
  const passages = evidence.filter((one) => one.passage !== null && one.relationId === null);
  const eventIds = new Set(passages.flatMap((one) => one.eventId ?? []));
  const quoteIds = new Set(passages.flatMap((one) => one.quoteId ?? []));
  const events = new Map((await readers.events.records([...eventIds])).map((event) => [event.id, event]));
  const quotes = new Map((await readers.quotes.byId([...quoteIds])).map((quote) => [quote.id, quote]));
  return passages.flatMap(({ articleId, eventId, quoteId, reported }) => {
    const quote = quoteId === null ? undefined : quotes.get(quoteId);
    const event = eventId === null ? undefined : events.get(eventId);
    const facts = [
      ...(quote?.speakerId ? [{ agentId: quote.speakerId, evidence: quote.evidence }] : []),
      ...(event?.participations ?? []),
    ];
    return facts.flatMap(({ agentId, evidence: support }) => {
      const since = firstReported(support, null);
      return since === null ? [] : { articleId, agentId, since: laterDay(since, reported) };
    });
  });
}
