import DataLoader from "dataloader";
import { groupBy } from "../domain/group-by.ts";
import type { Awaitable } from "../store/engine.ts";
import type { Readers } from "../store/readers.ts";
import { standing } from "../store/standing.ts";
import { identitiesLoader } from "./draft-matches.ts";
import type { Turns } from "./turns.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** Loaders that live as long as a request: what is asked for in one step of execution is read at once. */
export function createLoaders(readers: Readers, turns: Turns) {
  const { agents, articles, changes, drafts, events, evidence, places, quotes, topics, withdrawals } =
    readers;
  const { schedule } = turns;
  const one = loaderOfOne(schedule);
  const many = loaderOfMany(schedule);
  const merged = loaderOfMerged(schedule);
  return {
    statusChange: one(events.changesById, (row) => row.id),
    topic: one(topics.byId, (row) => row.id),
    topicBySlug: one(topics.bySlug, (row) => row.slug),
    topicByKey: one(topics.byKey, (row) => row.key),
    topicTexts: many(topics.textsOfTopics, (row) => row.topicId),
    agent: one(agents.byId, (row) => row.id),
    personBySlug: merged(
      (slugs: readonly string[]) => agents.bySlug("PERSON", slugs),
      agents.byId,
      (row) => row.slug,
    ),
    personByKey: merged(
      (keys: readonly string[]) => agents.byKey("PERSON", keys),
      agents.byId,
      (row) => row.key,
    ),
    organizationBySlug: merged(
      (slugs: readonly string[]) => agents.bySlug("ORGANIZATION", slugs),
      agents.byId,
      (row) => row.slug,
    ),
    organizationByKey: merged(
      (keys: readonly string[]) => agents.byKey("ORGANIZATION", keys),
      agents.byId,
      (row) => row.key,
    ),
    aliases: many(agents.aliases, (row) => row.agentId),
    links: many(agents.links, (row) => row.agentId),
    role: one(agents.rolesById, (row) => row.id),
    roles: many(agents.roles, (row) => row.agentId),
    place: one(places.byId, (row) => row.id),
    placeBySlug: merged(places.bySlug, places.byId, (row) => row.slug),
    placeByKey: merged(places.byKey, places.byId, (row) => row.key),
    sourceBySlug: one(articles.sourcesBySlug, (row) => row.slug),
    sourceByKey: one(articles.sourcesByKey, (row) => row.key),
    event: one(events.records, (row) => row.id),
    eventBySlug: merged(events.bySlug, events.byId, (row) => row.slug),
    eventByKey: merged(events.byKey, events.byId, (row) => row.key),
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
    eventCorrections: many(withdrawals.ofEvents, (row) => row.eventId),
    /** The position in the log of what was last written about a thing, by its type and key with a blank between. */
    lastWritten: lastWritten(schedule, changes),
    articleEvidence: many(evidence.ofArticles, (row) => row.articleId),
  };
}

/** Loads where in the log things were last written about, each type at once. */
function lastWritten(batchScheduleFn: Turns["schedule"], changes: Readers["changes"]) {
  return new DataLoader<string, number | null>(
    async (names) => {
      const positions = new Map<string, number | null>();
      for (const [type, ofType] of groupBy(names, (name) => name.split(" ", 1)[0] ?? "")) {
        const keys = ofType.map((name) => name.slice(type.length + 1));
        for (const { nodeKey, position } of await changes.lastOf(type, keys)) {
          positions.set(`${type} ${nodeKey}`, position);
        }
      }
      return names.map((name) => positions.get(name) ?? null);
    },
    { batchScheduleFn },
  );
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

/** The same of things that may have been merged: what is asked for by an old name or id is the one that it was merged into. */
function loaderOfMerged(batchScheduleFn: Turns["schedule"]) {
  return <Row extends { readonly id: number; readonly mergedIntoId: number | null }>(
    read: (keys: readonly string[]) => Awaitable<readonly Row[]>,
    byId: (ids: readonly number[]) => Awaitable<readonly Row[]>,
    keyOf: (row: Row) => string,
  ): DataLoader<string, Row | null> =>
    new DataLoader(
      async (keys) => {
        const found = await standing(read(keys), byId);
        const rows = new Map(found.map(({ asked, row }) => [keyOf(asked), row]));
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
