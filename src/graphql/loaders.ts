import DataLoader from "dataloader";
import { groupBy } from "../domain/group-by.ts";
import type { Awaitable } from "../store/engine.ts";
import type { Readers } from "../store/readers.ts";
import { identitiesLoader } from "./draft-matches.ts";
import type { Turns } from "./turns.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** Loaders that live as long as a request: what is asked for in one step of execution is read at once. */
export function createLoaders(readers: Readers, turns: Turns) {
  const { agents, articles, drafts, events, evidence, places, quotes, topics } = readers;
  const { schedule } = turns;
  const one = loaderOfOne(schedule);
  const many = loaderOfMany(schedule);
  return {
    statusChange: one(events.changesById, (row) => row.id),
    topic: one(topics.byId, (row) => row.id),
    topicBySlug: one(topics.bySlug, (row) => row.slug),
    topicByKey: one(topics.byKey, (row) => row.key),
    topicTexts: many(topics.textsOfTopics, (row) => row.topicId),
    agent: one(agents.byId, (row) => row.id),
    personBySlug: one(
      (slugs: readonly string[]) => agents.bySlug("PERSON", slugs),
      (row) => row.slug,
    ),
    personByKey: one(
      (keys: readonly string[]) => agents.byKey("PERSON", keys),
      (row) => row.key,
    ),
    organizationBySlug: one(
      (slugs: readonly string[]) => agents.bySlug("ORGANIZATION", slugs),
      (row) => row.slug,
    ),
    organizationByKey: one(
      (keys: readonly string[]) => agents.byKey("ORGANIZATION", keys),
      (row) => row.key,
    ),
    aliases: many(agents.aliases, (row) => row.agentId),
    links: many(agents.links, (row) => row.agentId),
    role: one(agents.rolesById, (row) => row.id),
    roles: many(agents.roles, (row) => row.agentId),
    place: one(places.byId, (row) => row.id),
    placeBySlug: one(places.bySlug, (row) => row.slug),
    placeByKey: one(places.byKey, (row) => row.key),
    sourceBySlug: one(articles.sourcesBySlug, (row) => row.slug),
    sourceByKey: one(articles.sourcesByKey, (row) => row.key),
    event: one(events.records, (row) => row.id),
    eventBySlug: one(events.bySlug, (row) => row.slug),
    eventByKey: one(events.byKey, (row) => row.key),
    eventTopics: many(events.topics, (row) => row.eventId),
    eventTexts: many(topics.textsOfEvents, (row) => row.eventId),
    statusChangeByKey: one(events.changesByKey, (row) => row.key),
    quote: one(quotes.byId, (row) => row.id),
    quoteByKey: one(quotes.byKey, (row) => row.key),
    quoteAbout: many(quotes.about, (row) => row.quoteId),
    sameUtterance: many(quotes.reportsOfSameUtterance, (row) => row.of),
    quoteTopics: many(quotes.topics, (row) => row.quoteId),
    article: one(articles.byId, (row) => row.id),
    articleBySlug: one(articles.bySlug, (row) => row.slug),
    articleByKey: one(articles.byKey, (row) => row.key),
    articleText: one(articles.texts, (row) => row.articleId),
    articleRevisions: many(articles.revisions, (row) => row.articleId),
    articleTopics: many(articles.topics, (row) => row.articleId),
    authors: many(articles.authors, (row) => row.articleId),
    draft: one(drafts.byId, (row) => row.id),
    draftByKey: one(drafts.byKey, (row) => row.key),
    identities: identitiesLoader(readers, turns),
    evidenceDetails: one(evidence.details, (row) => row.id),
    articleEvidence: many(evidence.ofArticles, (row) => row.articleId),
  };
}

/** Loads the one row of each key; null where there is none. */
function loaderOfOne(batchScheduleFn: Turns["schedule"]) {
  return <K extends string | number, Row>(
    read: (keys: readonly K[]) => Awaitable<readonly Row[]>,
    keyOf: (row: Row) => K,
  ): DataLoader<K, Row | null> =>
    new DataLoader(
      async (keys) => {
        const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
        return keys.map((key) => rows.get(key) ?? null);
      },
      { batchScheduleFn },
    );
}

/** Loads the rows that belong to each key, in the order in which they are read. */
function loaderOfMany(batchScheduleFn: Turns["schedule"]) {
  return <Row>(
    read: (keys: readonly number[]) => Awaitable<readonly Row[]>,
    keyOf: (row: Row) => number | null,
  ): DataLoader<number, readonly Row[]> =>
    new DataLoader(
      async (keys) => {
        const rows = groupBy(await read(keys), keyOf);
        return keys.map((key) => rows.get(key) ?? []);
      },
      { batchScheduleFn },
    );
}
