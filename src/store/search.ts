import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import { SEARCH_TYPES, type SearchType } from "../domain/search-document.ts";
import { parseSearch, type SearchQuery, wholePhrase } from "../domain/search-query.ts";
import { compareResults, type Scorable, type SearchPosition, scorer } from "../domain/search-score.ts";
import type { Engine } from "./engine.ts";
import type { Expression } from "./full-text.ts";
import { matchingDocuments, type SearchFilter } from "./search-condition.ts";
import { COUNT_LIMIT, PRESENT } from "./timeline.ts";

/** Something that was found. */
export interface SearchResult extends SearchPosition {
  readonly nodeId: number;
}

/** What a search finds, best first. */
export interface SearchResults {
  readonly results: readonly SearchResult[];
  /** Whether these are all. */
  readonly complete: boolean;
}

export type SearchReaders = ReturnType<typeof searchReaders>;

/** Finds what matches a search. The engine finds, `domain/search-score.ts` says what comes first. */
export function searchReaders(engine: Engine) {
  const { db, tables, fullText, prepare, parameter, inTime } = engine;
  const { searchDocument, topic, agent } = tables;

  const documents = prepare(
    db
      .select({
        id: searchDocument.id,
        type: searchDocument.type,
        nodeId: searchDocument.nodeId,
        key: searchDocument.key,
        names: searchDocument.names,
        length: searchDocument.length,
      })
      .from(fullText.table)
      .innerJoin(searchDocument, sql`${searchDocument.id} = ${fullText.documentId}`)
      .where(and(fullText.matches("expression"), inTime, gt(searchDocument.untilDay, PRESENT)))
      .limit(parameter("limit")),
  );
  const ids = prepare(
    db
      .select({ id: sql<number>`${fullText.documentId}`.as("id") })
      .from(fullText.table)
      .where(and(fullText.matches("expression"), inTime))
      .limit(parameter("limit")),
  );
  const some = db
    .select({ one: sql`1`.as("one") })
    .from(fullText.table)
    .where(and(fullText.matches("expression"), inTime))
    .limit(parameter("limit"))
    .as("some");
  const tally = prepare(db.select({ documents: count() }).from(some));
  const found = (type: SearchType) => {
    const matching = matchingDocuments(engine, [type], { expression: "expression", day: "day" }).as(
      "matching",
    );
    return db.select({ nodeId: matching.nodeId }).from(matching);
  };
  const topics = prepare(
    db
      .select()
      .from(topic)
      .where(and(gt(topic.slug, parameter("after")), inArray(topic.id, found("TOPIC"))))
      .orderBy(topic.slug)
      .limit(parameter("limit")),
  );
  const people = prepare(
    db
      .select()
      .from(agent)
      .where(
        and(eq(agent.type, "PERSON"), gt(agent.slug, parameter("after")), inArray(agent.id, found("PERSON"))),
      )
      .orderBy(agent.slug)
      .limit(parameter("limit")),
  );

  /** At most {@link COUNT_LIMIT} documents; of more, those first that have a word in a name. */
  async function candidates({ terms }: SearchQuery) {
    const limit = COUNT_LIMIT + 1;
    const named = await documents({ expression: fullText.expression(terms, "NAMED"), limit });
    const others = await documents({
      expression: fullText.expression(terms, "UNNAMED"),
      limit: limit - named.length,
    });
    const rows = [...named, ...others];
    return { rows: rows.slice(0, COUNT_LIMIT), complete: rows.length <= COUNT_LIMIT };
  }

  /** Which documents have all words of a search in a row in their texts. */
  async function withPhrase(query: SearchQuery): Promise<ReadonlySet<number>> {
    const phrase = wholePhrase(query);
    if (phrase === null) return new Set();
    const expression = fullText.expression([phrase], "TEXTS");
    return new Set((await ids({ expression, limit: COUNT_LIMIT })).map((row) => row.id));
  }

  return {
    /**
     * What a search means for statements of other readers (see search-condition.ts); null where nothing matches.
     *
     * @throws DatelineError INVALID_SEARCH or TOO_SLOW
     */
    async filter(text: string): Promise<SearchFilter | null> {
      const query = parseSearch(text);
      if (query === null) return null;
      const expression = fullText.expression(query.terms, "ANY");
      const limit = COUNT_LIMIT + 1;
      const [row] = await tally({ expression, limit });
      if (row === undefined || row.documents === 0) return null;
      return { expression, plan: row.documents < limit ? "GATHER" : "PROBE" };
    },

    /**
     * Everything that matches now, best first, up to {@link COUNT_LIMIT}: what is beyond that is not ranked.
     *
     * @throws DatelineError TOO_SLOW
     */
    async find(query: SearchQuery): Promise<SearchResults> {
      const [{ rows, complete }, phrases] = await Promise.all([candidates(query), withPhrase(query)]);
      const score = scorer(query);
      const results = rows.map(({ id, type, nodeId, key, names, length }) => {
        const texts: Scorable = { names, ownNames: type !== QUOTE, length, phraseInTexts: phrases.has(id) };
        return { score: score(texts), type, key, nodeId };
      });
      return { results: results.sort(compareResults), complete };
    },

    /** Topics that match an expression, by slug, after a slug. */
    topics: (expression: Expression, after: string, limit: number) =>
      topics({ expression, after, limit, day: PRESENT }),
    /** People that match an expression, by slug, after a slug. */
    people: (expression: Expression, after: string, limit: number) =>
      people({ expression, after, limit, day: PRESENT }),
  };
}

const QUOTE = SEARCH_TYPES.indexOf("QUOTE");

/** The type of a result. */
export function typeOfResult({ type }: SearchPosition): SearchType {
  const name = SEARCH_TYPES[type];
  if (name === undefined) throw new Error(`There is no type ${type} of search results.`);
  return name;
}
