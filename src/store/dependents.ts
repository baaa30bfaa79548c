import type { Readers } from "./readers.ts";
import { slices } from "./row-numbers.ts";

/** The events and quotes that something in these articles is evidence of, and those whose roles it is. */
export async function factsIn(readers: Readers, articles: Iterable<number>) {
  const events = new Set<number>();
  const quotes = new Set<number>();
  const roles = new Set<number>();
  const agents = new Set<number>();
  for (const ids of slices(articles)) {
    for (const { eventId, quoteId, roleId } of await readers.evidence.factsOfArticles(ids)) {
      if (eventId !== null) events.add(eventId);
      if (quoteId !== null) quotes.add(quoteId);
      if (roleId !== null) roles.add(roleId);
    }
  }
  for (const ids of slices(roles)) {
    for (const { agentId } of await readers.agents.rolesById(ids)) agents.add(agentId);
  }
  return { events, quotes, agents };
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
