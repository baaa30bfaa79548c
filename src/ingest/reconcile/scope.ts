import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { type DecisionsOn, draftedArticle } from "./drafted-article.ts";
import { personName } from "./names.ts";
import type { DraftedArticle, Recorded } from "./reconcile.ts";
import { type Fact, readRecord } from "./record.ts";
import { withStandingFacts } from "./standing-facts.ts";

/** All among which drafts are brought together. */
export interface Scope {
  readonly articles: readonly DraftedArticle[];
  readonly record: Recorded;
  /** The drafts of the articles that were not rejected, by key. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

/** What an editor decides just now. */
export interface Decisions {
  /** Keys of drafts that are to be put on record, also where they were rejected before. */
  readonly wanted: ReadonlySet<string>;
  /** Which person or event on record drafts are, by the drafts' keys, or of those who are only named by their {@link namedKey}: keys on record. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** Keys of drafts that are nothing else that is drafted or on record. */
  readonly isNew: ReadonlySet<string>;
}

const NOTHING_DECIDED: Decisions = { wanted: new Set(), sameAs: new Map(), isNew: new Set() };

/**
 * Reads what the drafts of some articles have to be compared with: all drafts of articles in the same topics that were not
 * rejected, and what is on record in these; and people on record anywhere who bear a name that is drafted. Articles
 * without a topic have nothing but themselves and those.
 *
 * @param articleIds row numbers
 */
export async function readScope(
  readers: Readers,
  articleIds: readonly number[],
  { wanted, sameAs, isNew }: Decisions = NOTHING_DECIDED,
): Promise<Scope> {
  const topicIds = [
    ...new Set((await readers.articles.topics(articleIds)).map(({ topicId }) => topicId)),
  ].toSorted((a, b) => a - b);
  const found = await withStandingFacts(readers, [
    ...(await readers.drafts.ofTopics(topicIds)),
    ...(await readers.drafts.ofArticles(articleIds)),
  ]);
  const drafts = new Map(
    found
      .filter(({ state, key }) => state !== "REJECTED" || wanted.has(key))
      .map((draft) => [draft.key, draft]),
  );
  const byArticle = groupBy(drafts.values(), ({ articleId }) => articleId);
  const topics = groupBy(
    (await readers.articles.topics([...byArticle.keys()])).filter(({ topicId }) =>
      topicIds.includes(topicId),
    ),
    ({ articleId }) => articleId,
  );
  const decisions: DecisionsOn = {
    isNew,
    decidedOf: ({ key, factKey }: Draft) => sameAs.get(key) ?? factKey,
    who: (name: string) => sameAs.get(name),
  };
  const ofArticle = groupBy(drafts.values(), ({ article }) => article.key);
  const articles = [...byArticle].map(([id, own]) =>
    draftedArticle(
      own,
      (topics.get(id) ?? []).map(({ topicId }) => String(topicId)),
      decisions,
    ),
  );
  const facts = articles.flatMap(({ key: article, topics: inTopics, people }): Fact[] => {
    const became = (ofArticle.get(article) ?? []).flatMap((draft) => {
      const key = decisions.decidedOf(draft);
      return key === null ? [] : { kind: draft.kind, key, exact: draft.exact };
    });
    const named = people.flatMap(({ key }) => {
      const person = drafts.has(key) ? undefined : sameAs.get(key);
      return person === undefined ? [] : { kind: "PERSON" as const, key: person, exact: "" };
    });
    return [...became, ...named].map((fact) => ({ ...fact, article, topics: inTopics }));
  });
  const names = articles.flatMap(({ people }) => people.map(({ name }) => name));
  const full = new Map(
    names.filter((name) => personName(name).given.length > 0).map((name) => [foldedName(name), name]),
  );
  return { articles, drafts, record: await readRecord(readers, { topicIds, facts, names: full.values() }) };
}
