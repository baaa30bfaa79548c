import DataLoader from "dataloader";
import { DatelineError } from "../domain/errors.ts";
import { groupBy } from "../domain/group-by.ts";
import { type Identities, identify } from "../ingest/reconcile/identify.ts";
import { readScope } from "../ingest/reconcile/scope.ts";
import type { Article } from "../store/articles.ts";
import type { Readers } from "../store/readers.ts";
import type { Turns } from "./turns.ts";

/** Drafts that are compared with each other at most while a client waits: it takes about a second. */
const MOST_COMPARED = 5_000;

/**
 * Loads who and what the drafts of articles are, by the articles. Those of the same topics are brought together at once, with all
 * that is drafted and on record in these: what is said of an article does not hang on which others are asked about.
 */
export function identitiesLoader(
  readers: Readers,
  { take, schedule }: Turns,
): DataLoader<Article, Identities | null, number> {
  return new DataLoader(
    async (articles) => {
      const topics = groupBy(
        await readers.articles.topics(articles.map(({ id }) => id)),
        ({ articleId }) => articleId,
      );
      const topicsOf = ({ id }: Article) => (topics.get(id) ?? []).map(({ topicId }) => topicId).toSorted();
      // One without a topic is by itself.
      const groups = groupBy(articles, (article) => topicsOf(article).join() || `article ${article.id}`);
      const found = new Map<number, Identities | null>();
      for (const group of groups.values()) {
        const [first] = group;
        const compared = first === undefined ? 0 : await draftsIn(readers, topicsOf(first));
        const identities =
          compared > MOST_COMPARED
            ? null
            : await take(async () =>
                identify(
                  await readScope(
                    readers,
                    group.map(({ id }) => id),
                  ),
                ),
              );
        for (const { id } of group) found.set(id, identities);
      }
      return articles.map(({ id }) => found.get(id) ?? null);
    },
    { batchScheduleFn: schedule, cacheKeyFn: ({ id }) => id },
  );
}

async function draftsIn({ drafts }: Readers, topicIds: readonly number[]): Promise<number> {
  let all = 0;
  for (const topicId of topicIds) {
    all += (await drafts.count({ topicId, states: ["OPEN", "ACCEPTED"] })).count;
  }
  return all;
}

/** Why it is not said what drafts of an article are. */
export function tooManyDrafts({ slug }: Article): DatelineError {
  return new DatelineError(
    "TOO_SLOW",
    `The topics of "${slug}" have more than ${MOST_COMPARED.toLocaleString("en")} drafts, too many to be compared while you wait: see \`dateline review --article ${slug}\`.`,
  );
}
