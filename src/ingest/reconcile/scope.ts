import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import { namedAgents } from "../../domain/proposal.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { personName } from "./names.ts";
import type { DraftedArticle, Recorded } from "./reconcile.ts";
import { type Fact, readRecord } from "./record.ts";
import { recordKey } from "./record-key.ts";

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
  /** Which person or event on record drafts are, by the drafts' keys: keys on record. */
  readonly sameAs: ReadonlyMap<string, string>;
}

const NOTHING_DECIDED: Decisions = { wanted: new Set(), sameAs: new Map() };

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
  { wanted, sameAs }: Decisions = NOTHING_DECIDED,
): Promise<Scope> {
  const topicIds = [
    ...new Set((await readers.articles.topics(articleIds)).map(({ topicId }) => topicId)),
  ].toSorted((a, b) => a - b);
  const found = [
    ...(await readers.drafts.ofTopics(topicIds)),
    ...(await readers.drafts.ofArticles(articleIds)),
  ].filter(({ state, key }) => state !== "REJECTED" || wanted.has(key));
  const drafts = new Map(found.map((draft) => [draft.key, draft]));
  const byArticle = groupBy(drafts.values(), ({ articleId }) => articleId);
  const topics = groupBy(
    (await readers.articles.topics([...byArticle.keys()])).filter(({ topicId }) =>
      topicIds.includes(topicId),
    ),
    ({ articleId }) => articleId,
  );
  const decidedOf = ({ key, factKey }: Draft) => sameAs.get(key) ?? factKey;
  const articles = [...byArticle].map(([id, ofArticle]) =>
    drafted(
      ofArticle,
      (topics.get(id) ?? []).map(({ topicId }) => String(topicId)),
      decidedOf,
    ),
  );
  const facts = [...byArticle].flatMap(([id, ofArticle]) =>
    ofArticle.flatMap((draft): Fact | [] => {
      const key = decidedOf(draft);
      if (key === null) return [];
      const { kind, exact, article } = draft;
      const inTopics = (topics.get(id) ?? []).map(({ topicId }) => String(topicId));
      return { kind, key, article: article.key, topics: inTopics, exact };
    }),
  );
  const names = articles.flatMap(({ people }) => people.map(({ name }) => name));
  const full = new Map(
    names.filter((name) => personName(name).given.length > 0).map((name) => [foldedName(name), name]),
  );
  return { articles, drafts, record: await readRecord(readers, { topicIds, facts, names: full.values() }) };
}

function drafted(
  drafts: readonly Draft[],
  topics: readonly string[],
  decidedOf: (draft: Draft) => string | null,
): DraftedArticle {
  const article = drafts[0]?.article;
  if (article === undefined) throw new Error("An article was drafted without a draft.");
  const people: DraftedArticle["people"][number][] = [];
  const quotes: DraftedArticle["quotes"][number][] = [];
  const events: DraftedArticle["events"][number][] = [];
  for (const draft of drafts) {
    const { key, payload, exact } = draft;
    const known = decidedOf(draft);
    const decided = known === null ? undefined : recordKey(payload.kind, known);
    switch (payload.kind) {
      case "PERSON": {
        const { name, aliases, roles } = payload;
        const held = roles.map((role) => ({ ...role, organization: role.organization?.name ?? null }));
        people.push({ key, decided, name, aliases, roles: held });
        break;
      }
      case "QUOTE":
        quotes.push({ key, decided, kind: payload.quoteKind, speaker: payload.speaker, text: exact });
        break;
      case "EVENT":
        events.push({ ...payload, key, decided });
    }
  }
  return {
    key: article.key,
    out: article.out,
    topics,
    people: [...people, ...named(article.key, drafts)],
    quotes,
    events,
  };
}

/** People whom drafts of an article name, and whom none of these is: under keys of their own. */
function named(articleKey: string, drafts: readonly Draft[]): DraftedArticle["people"] {
  const people = drafts
    .filter(({ kind }) => kind === "PERSON")
    .flatMap(({ payload }) => namedAgents(payload));
  const known = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases].map(foldedName)));
  const others = drafts
    .flatMap(({ payload }) => namedAgents(payload))
    .filter(({ type, name }) => type === "PERSON" && !known.has(foldedName(name)));
  return [...groupBy(others, ({ name }) => foldedName(name))].map(([name, [first]]) => ({
    key: `named ${name} in ${articleKey}`,
    name: first?.name ?? name,
    aliases: [
      ...new Set(others.filter((one) => foldedName(one.name) === name).flatMap((one) => one.aliases)),
    ],
    roles: [],
  }));
}
