import type { Readers } from "./readers.ts";
import { slices } from "./row-numbers.ts";

/** The events and quotes that something in these articles is evidence of. */
export async function factsIn(readers: Readers, articles: Iterable<number>) {
  const events = new Set<number>();
  const quotes = new Set<number>();
  for (const ids of slices(articles)) {
    for (const { eventId, quoteId } of await readers.evidence.factsOfArticles(ids)) {
      if (eventId !== null) events.add(eventId);
      if (quoteId !== null) quotes.add(quoteId);
    }
  }
  return { events, quotes };
}

/** The articles that hold evidence of these events and quotes. */
export async function articlesOf(
  readers: Readers,
  facts: { readonly events: Iterable<number>; readonly quotes: Iterable<number> },
): Promise<Set<number>> {
  const articles = new Set<number>();
  for (const ids of slices(facts.events)) {
    for (const { articleId } of await readers.evidence.articlesOfEvents(ids)) articles.add(articleId);
  }
  for (const ids of slices(facts.quotes)) {
    for (const { articleId } of await readers.evidence.articlesOfQuotes(ids)) articles.add(articleId);
  }
  return articles;
}
