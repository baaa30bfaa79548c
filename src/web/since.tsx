import type { ResultOf } from "gql.tada";
import { DatelineError } from "../domain/errors.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { anchorOf } from "./links.ts";

const TopicChanges = document(`
  query TopicChanges($since: String) {
    changes(since: $since, first: 100) {
      edges { node { action nodeId topics { slug } node { __typename ... on TimelineEntry { title } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What is new in a topic since somebody last looked. */
export interface News {
  readonly items: readonly { readonly id: string; readonly title: string; readonly created: boolean }[];
  /** Whether there was more than is looked at. */
  readonly more: boolean;
}

/** Pages of the change log that are looked at, at most. */
const MOST_PAGES = 5;

/** The entries of a topic that were put on record or changed after a cursor, each once, latest last; null for a cursor that is none. */
export async function newsSince(ask: Ask, slug: string, since: string): Promise<News | null> {
  const items = new Map<string, News["items"][number]>();
  let cursor: string | null = since;
  try {
    for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
      const { changes }: ResultOf<typeof TopicChanges> = await ask(TopicChanges, { since: cursor });
      for (const { node: change } of changes.edges) {
        if (change.node === null || !("title" in change.node)) continue;
        if (!change.topics.some((topic) => topic.slug === slug)) continue;
        const created = items.get(change.nodeId)?.created ?? change.action === "CREATED";
        items.set(change.nodeId, { id: change.nodeId, title: change.node.title, created });
      }
      cursor = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null;
    }
  } catch (error) {
    if (error instanceof DatelineError && error.code === "INVALID_CURSOR") return null;
    throw error;
  }
  return { items: [...items.values()], more: cursor !== null };
}

/** It, as it leads a page. */
export function SinceLastLooked({ news }: { readonly news: News | null }) {
  if (news === null) return <p class="banner">The address does not say a moment that was marked here.</p>;
  return (
    <section class="news" aria-label="Since you last looked">
      <h2>Since you last looked</h2>
      {news.items.length === 0 ? (
        <p>Nothing was put on record.</p>
      ) : (
        <ul>
          {news.items.map(({ id, title, created }) => (
            <li>
              <a href={`#${anchorOf(id)}`}>{title}</a> {created ? "(new)" : "(changed)"}
            </li>
          ))}
        </ul>
      )}
      {news.more && <p>And more.</p>}
    </section>
  );
}
