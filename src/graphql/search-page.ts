import type { SearchTexts } from "../domain/search-document.ts";
import { countTerms, findHits } from "../domain/search-hits.ts";
import { decodeResultPosition, encodeResultPosition } from "../domain/search-position.ts";
import { parseSearch, type SearchQuery } from "../domain/search-query.ts";
import { compareResults, type SearchPosition } from "../domain/search-score.ts";
import { makeSnippet } from "../domain/snippet.ts";
import type { Evidence } from "../store/evidence.ts";
import { type SearchResult, type SearchResults, typeOfResult } from "../store/search.ts";
import { searchDocuments } from "../store/search-documents.ts";
import { COUNT_LIMIT } from "../store/timeline.ts";
import { type Connection, type PageArgs, pageRequest, readPage } from "./connection.ts";
import type { Context } from "./context.ts";
import { evidenceOfEvent, evidenceOnRecord } from "./facts.ts";
import type {
  AgentView,
  ArticleView,
  EventView,
  EvidenceView,
  PlaceView,
  QuoteView,
  TopicView,
} from "./views.ts";

/** What a search may find. */
export type SearchResultView = AgentView | PlaceView | TopicView | EventView | QuoteView | ArticleView;

/** A result on a page. */
export interface SearchEdge {
  readonly cursor: string;
  readonly node: SearchResultView;
  /** HTML, see `domain/snippet.ts`. */
  readonly snippet: () => Promise<string>;
  readonly evidence: () => Promise<EvidenceView | null>;
}

interface Found {
  readonly node: SearchResultView;
  readonly result: SearchResult;
}

const NOTHING: SearchResults = { results: [], complete: true };

/**
 * A page of what a search finds, best first. Snippets and evidence are made only where they are asked for.
 *
 * @throws DatelineError INVALID_SEARCH, INVALID_PAGE, INVALID_CURSOR or TOO_SLOW
 */
export async function searchPage(
  context: Context,
  { query: text, ...args }: Pick<PageArgs, "first" | "after"> & { readonly query: string },
): Promise<Omit<Connection<SearchResultView>, "edges"> & { readonly edges: SearchEdge[] }> {
  const request = pageRequest(args, decodeResultPosition);
  const query = parseSearch(text);
  const found = query === null ? NOTHING : await context.turns.take(() => context.readers.search.find(query));
  const page = await readPage<SearchResult, SearchPosition, Found>(
    context.turns,
    request,
    {
      read: async ({ after, before, backwards }, limit) => {
        const within = found.results.filter(
          (result) =>
            (after === null || compareResults(result, after) > 0) &&
            (before === null || compareResults(result, before) < 0),
        );
        return backwards ? within.slice(-limit).reverse() : within.slice(0, limit);
      },
      cursor: encodeResultPosition,
      position: (result) => result,
      total: async () => ({
        count: found.complete ? found.results.length : COUNT_LIMIT,
        exact: found.complete,
      }),
    },
    (results) => Promise.all(results.map((result) => foundNode(result, context))),
  );
  const texts = textsOf(
    page.edges.map(({ node }) => node.result),
    context,
  );
  return {
    ...page,
    edges: page.edges.map(({ cursor, node: { node, result } }) => ({
      cursor,
      node,
      async snippet() {
        const own = (await texts()).get(nameOf(result));
        return query === null || own === undefined ? "" : makeSnippet(query, own);
      },
      evidence: async () => (query === null ? null : evidenceOf(query, node, context)),
    })),
  };
}

async function foundNode(result: SearchResult, { find }: Context): Promise<Found | null> {
  const { nodeId } = result;
  const finders = {
    PERSON: () => find.agent(nodeId, null),
    ORGANIZATION: () => find.agent(nodeId, null),
    PLACE: () => find.place(nodeId, null),
    TOPIC: async () => (await find.topics([nodeId], null))[0] ?? null,
    EVENT: () => find.event(nodeId, null),
    QUOTE: () => find.quote(nodeId, null),
    ARTICLE: () => find.article(nodeId, null),
  };
  const node = await finders[typeOfResult(result)]();
  return node && { node, result };
}

/** The present texts of results, read together, once, when the first is asked for. */
function textsOf(
  results: readonly SearchResult[],
  { readers }: Context,
): () => Promise<ReadonlyMap<string, SearchTexts>> {
  async function read(): Promise<ReadonlyMap<string, SearchTexts>> {
    const types = [...new Set(results.map(typeOfResult))];
    const texts = new Map<string, SearchTexts>();
    for (const type of types) {
      const ids = results.filter((result) => typeOfResult(result) === type).map((result) => result.nodeId);
      for (const { nodeId, versions } of await searchDocuments(readers, type, ids)) {
        const present = versions.at(-1);
        if (present) texts.set(`${type} ${nodeId}`, present);
      }
    }
    return texts;
  }
  let texts: ReturnType<typeof read> | null = null;
  return () => {
    texts ??= read();
    return texts;
  };
}

function nameOf(result: SearchResult): string {
  return `${typeOfResult(result)} ${result.nodeId}`;
}

/**
 * The evidence whose passage has most of what was searched for. Where none has any of it, an event or a quote gives the
 * first that has a passage, and an article none.
 */
async function evidenceOf(
  query: SearchQuery,
  node: SearchResultView,
  context: Context,
): Promise<EvidenceView | null> {
  switch (node.__typename) {
    case "Event": {
      const all = evidenceOfEvent(node);
      return view(bestPassage(query, all) ?? firstPassage(all));
    }
    case "Quote":
      return view(bestPassage(query, node.record.evidence) ?? firstPassage(node.record.evidence));
    case "Article": {
      const evidence = await context.load.articleEvidence.load(node.record.id);
      const known = await evidenceOnRecord(evidence, null, context);
      return view(
        bestPassage(
          query,
          known.map(({ record }) => record),
        ),
      );
    }
    default:
      return null;
  }
}

function view(record: Evidence | undefined): EvidenceView | null {
  return record === undefined ? null : { __typename: "Evidence", record, asOf: null };
}

function bestPassage(query: SearchQuery, evidence: readonly Evidence[]): Evidence | undefined {
  const ranked = evidence.map((one) => ({
    one,
    terms: one.passage === null ? 0 : countTerms(findHits(query, one.passage.exact)),
  }));
  const most = Math.max(0, ...ranked.map(({ terms }) => terms));
  return most === 0 ? undefined : ranked.find(({ terms }) => terms === most)?.one;
}

function firstPassage(evidence: readonly Evidence[]): Evidence | undefined {
  return evidence.find((one) => one.passage !== null);
}
