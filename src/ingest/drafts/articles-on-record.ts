import { ENTRY_KINDS } from "../../domain/model.ts";
import type { Subject } from "../../domain/timeline.ts";
import { planWalk } from "../../domain/timeline-paging.ts";
import type { TimelinePosition } from "../../domain/timeline-position.ts";
import type { Article } from "../../store/articles.ts";
import type { Readers } from "../../store/readers.ts";
import { NO_CONDITION, type TimelineQuery } from "../../store/timeline.ts";

/** Articles read at once. */
const AT_ONCE = 100;

/** The articles of a topic, or all (`EVERYTHING`), oldest first. */
export async function* articlesOnRecord(readers: Readers, subject: Subject): AsyncIterable<Article> {
  const query = articlesOf(subject);
  for (let after: TimelinePosition | null = null; ; ) {
    const walk = planWalk("OLDEST_FIRST", after, null, false);
    const hits = await readers.timeline.read(query, walk, AT_ONCE);
    const articles = await readers.articles.byId(hits.map((hit) => hit.entryId));
    const byId = new Map(articles.map((article) => [article.id, article]));
    for (const { entryId } of hits) {
      const article = byId.get(entryId);
      if (article) yield article;
    }
    after = hits.at(-1) ?? null;
    if (hits.length < AT_ONCE) return;
  }
}

/** How many there are: exact up to 10,000, and no more than that beyond. */
export async function countArticles(readers: Readers, subject: Subject): Promise<number> {
  return (await readers.timeline.count(articlesOf(subject))).count;
}

function articlesOf(subject: Subject): TimelineQuery {
  return { ...NO_CONDITION, subjects: [subject], kinds: [ENTRY_KINDS.indexOf("ARTICLE")] };
}
