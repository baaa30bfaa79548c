import type { ResultOf } from "gql.tada";
import { DatelineError } from "../domain/errors.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { anchorOf, linkTo } from "./links.ts";
import type { PageQuery } from "./page-query.ts";
import type { Marks } from "./timeline.tsx";

const MarkedMoment = document(`query MarkedMoment($since: String!) { recordedAt(cursor: $since) }`);

const TopicChanges = document(`
  query TopicChanges($since: String) {
    changes(since: $since, first: 100) {
      edges {
        node {
          action nodeId topics { slug }
          node {
            __typename
            ... on TimelineEntry { title }
            ... on Event { slug }
            ... on StatusChange { event { id slug } }
            ... on Quote { article { slug } }
            ... on Article { slug }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Changed = ResultOf<typeof TopicChanges>["changes"]["edges"][number]["node"];

interface Item {
  readonly id: string;
  readonly title: string;
  readonly mark: "New" | "Changed";
  /** The page that tells of it. */
  readonly page: string;
  /** The event of which it is a step; null for what is none. */
  readonly stepOf: string | null;
}

/** What is new in a topic since somebody last looked. */
export interface News {
  /** When the last change before it was written; null where that is not on record. */
  readonly moment: string | null;
  readonly items: readonly Item[];
  /** Where to go on, if there was more than is looked at. */
  readonly rest: string | null;
  /** Its items, to be marked where they stand. */
  readonly marks: Marks;
  /** What was asked to learn of it, the first page of the log. */
  readonly asked: readonly PageQuery[];
}

/** Pages of the change log that are looked at, at most. */
const MOST_PAGES = 5;

/** Entries that are led with at most; the others are folded away. */
const MOST_LED = 10;

/** Changes that are looked at, at most. */
const MOST_CHANGES = MOST_PAGES * 100;

/**
 * The entries of a topic that were put on record or changed after a cursor, each once, latest first; the steps of an event that
 * is new itself are only marked. Null for a cursor that is none.
 */
export async function newsSince(ask: Ask, slug: string, since: string): Promise<News | null> {
  const items = new Map<string, Item>();
  let cursor: string | null = since;
  try {
    const { recordedAt: moment } = await ask(MarkedMoment, { since });
    for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
      const { changes }: ResultOf<typeof TopicChanges> = await ask(TopicChanges, { since: cursor });
      for (const { node: change } of changes.edges) {
        const item = change.topics.some((topic) => topic.slug === slug) ? itemOf(change) : null;
        if (item) items.set(item.id, { ...item, mark: items.get(item.id)?.mark ?? item.mark });
      }
      cursor = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null;
    }
    const marks: Marks = new Map([...items.values()].map(({ id, mark }) => [id, mark]));
    const isNew = (id: string | null) => id !== null && items.get(id)?.mark === "New";
    const led = [...items.values()].filter((item) => !isNew(item.stepOf)).reverse();
    const asked = [
      { document: TopicChanges, variables: { since }, of: "what is new" },
      { document: MarkedMoment, variables: { since }, of: "the moment marked" },
    ];
    return { moment, items: led, rest: cursor, marks, asked };
  } catch (error) {
    if (error instanceof DatelineError && error.code === "INVALID_CURSOR") return null;
    throw error;
  }
}

function itemOf({ action, nodeId: id, node }: Changed): Item | null {
  const mark = action === "CREATED" ? "New" : "Changed";
  switch (node?.__typename) {
    case "Event":
      return { id, mark, title: node.title, page: linkTo.event(node.slug, null), stepOf: null };
    case "StatusChange":
      return {
        id,
        mark,
        title: node.title,
        page: `${linkTo.event(node.event.slug, null)}#${anchorOf(id)}`,
        stepOf: node.event.id,
      };
    case "Quote":
      return { id, mark, title: node.title, page: linkTo.article(node.article.slug, null), stepOf: null };
    case "Article":
      return { id, mark, title: node.title, page: linkTo.article(node.slug, null), stepOf: null };
    default:
      return null;
  }
}

/** It, as it leads a page. `here` are the ids of what stands on the page; `goOn` writes the address for what comes after a cursor. */
export function SinceLastLooked({
  news,
  here,
  goOn,
}: {
  readonly news: News | null;
  readonly here: ReadonlySet<string>;
  readonly goOn: (cursor: string) => string;
}) {
  if (news === null) return <p class="banner">The address does not say a moment that was marked here.</p>;
  const { items, moment, rest } = news;
  return (
    <section class="news" aria-labelledby="since">
      <h2 id="since">Since you last looked</h2>
      <p class="meta">
        Put on record here after {moment === null ? "the moment that you marked" : momentInWords(moment)},
        whatever day it was reported on. To see what was reported by a day, choose “As known on”.
      </p>
      {items.length === 0 ? (
        <p>Nothing was put on record{rest !== null && ` in the ${MOST_CHANGES} changes looked at`}.</p>
      ) : (
        <>
          <Items items={items.slice(0, MOST_LED)} here={here} />
          {items.length > MOST_LED && (
            <details>
              <summary>{items.length - MOST_LED} more</summary>
              <Items items={items.slice(MOST_LED)} here={here} />
            </details>
          )}
        </>
      )}
      {rest !== null && (
        <p>
          More than {MOST_CHANGES} changes of the record are newer; the first {MOST_CHANGES} were looked at.{" "}
          <a href={goOn(rest)}>Look at those after them</a>.
        </p>
      )}
    </section>
  );
}

function Items({ items, here }: { readonly items: readonly Item[]; readonly here: ReadonlySet<string> }) {
  return (
    <ul>
      {items.map(({ id, title, mark, page }) => (
        <li>
          <span class="badge new">{mark}</span>{" "}
          <a href={here.has(id) ? `#${anchorOf(id)}` : page} dir="auto">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A point in time, as it is read: "24 November 2026, 12:00 UTC". */
export function momentInWords(instant: string): string {
  const text = new Date(instant).toLocaleString("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${text.replace(" at ", ", ")} UTC`;
}
