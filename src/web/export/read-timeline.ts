import type { ResultOf } from "gql.tada";
import type { Day } from "../../domain/day.ts";
import type { EntryBatches, ExportedTopic } from "../../export/entry.ts";
import type { Readers } from "../../store/readers.ts";
import { type Ask, asker } from "../ask.ts";
import { ExportTimeline } from "./documents.ts";

/** What an export reads from: the same readers from its beginning to its end, and the clock. */
export interface ExportSource {
  readonly readers: Readers;
  readonly now: () => Date;
}

/** Asks what is on record. Each has loaders of its own: a long export must not keep in memory all that it has read. */
export function askAnew({ readers, now }: ExportSource): Ask {
  return asker({ forRequest: () => readers, latest: () => readers, watch: () => () => undefined }, now);
}

/** A topic's timeline, a page at a time; null where there is no such topic. */
export async function readTimeline(
  source: ExportSource,
  slug: string,
  asOf: Day | null,
): Promise<{ readonly topic: ExportedTopic; readonly total: number; readonly batches: EntryBatches } | null> {
  const page = async (after: string | null) => {
    const { topic }: ResultOf<typeof ExportTimeline> = await askAnew(source)(ExportTimeline, {
      slug,
      asOf,
      after,
    });
    return topic;
  };
  const first = await page(null);
  if (first === null) return null;
  // Editors wrote what the summary says today, which an earlier day did not know.
  const topic = { ...first, summary: asOf === null ? first.summary : null };
  return { topic, total: first.timeline.totalCount, batches: batchesOf(first, page) };
}

type Page = NonNullable<ResultOf<typeof ExportTimeline>["topic"]>;

async function* batchesOf(first: Page, next: (after: string) => Promise<Page | null>): EntryBatches {
  for (let page: Page | null = first; page !== null; ) {
    const { edges, pageInfo }: Page["timeline"] = page.timeline;
    yield edges.flatMap(({ node }) => (node.__typename === "Draft" ? [] : [node]));
    page = pageInfo.hasNextPage && pageInfo.endCursor !== null ? await next(pageInfo.endCursor) : null;
  }
}
