import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import type { AgentType } from "../domain/model.ts";
import type { Engine } from "./engine.ts";

/** Rows read at once. */
const ROWS_AT_ONCE = 1_000;

/** Kinds of things that can be listed whole. */
export const LISTED = [
  "topic",
  "person",
  "organization",
  "place",
  "source",
  "article",
  "event",
  "quote",
] as const;
export type Listed = (typeof LISTED)[number];

/** A thing by its row number, its key, and what others call it: its slug. Nothing refers to a quote, which has none. */
export interface ListedThing {
  readonly id: number;
  readonly key: string;
  readonly slug: string | null;
}

/** Lists what is on record, for those who want all of it. */
export function listingReaders({ db, tables, parameter, prepare }: Engine) {
  const { topic, agent, place, source, article, event, quote, eventTopic, quoteTopic, articleTopic } = tables;

  const things = (
    table: typeof topic | typeof place | typeof source | typeof article | typeof event,
    condition?: SQL,
  ) =>
    prepare(
      db
        .select({ id: table.id, key: table.key, slug: table.slug })
        .from(table)
        .where(and(condition, gt(table.key, parameter("after"))))
        .orderBy(table.key)
        .limit(parameter("limit")),
    );
  const agents = (type: AgentType) =>
    prepare(
      db
        .select({ id: agent.id, key: agent.key, slug: agent.slug })
        .from(agent)
        .where(and(eq(agent.type, type), isNull(agent.mergedIntoId), gt(agent.key, parameter("after"))))
        .orderBy(agent.key)
        .limit(parameter("limit")),
    );
  const quotes = prepare(
    db
      .select({ id: quote.id, key: quote.key })
      .from(quote)
      .where(gt(quote.key, parameter("after")))
      .orderBy(quote.key)
      .limit(parameter("limit")),
  );
  const pages = {
    topic: things(topic),
    person: agents("PERSON"),
    organization: agents("ORGANIZATION"),
    place: things(place, isNull(place.mergedIntoId)),
    source: things(source),
    article: things(article),
    event: things(event, isNull(event.mergedIntoId)),
  };
  const eventsOfTopic = prepare(
    db
      .select({ id: eventTopic.eventId })
      .from(eventTopic)
      .innerJoin(event, and(eq(event.id, eventTopic.eventId), isNull(event.mergedIntoId)))
      .where(eq(eventTopic.topicId, parameter("topic"))),
  );
  const quotesOfTopic = prepare(
    db
      .select({ id: quoteTopic.quoteId })
      .from(quoteTopic)
      .where(eq(quoteTopic.topicId, parameter("topic"))),
  );
  const articlesOfTopic = prepare(
    db
      .select({ id: articleTopic.articleId })
      .from(articleTopic)
      .where(eq(articleTopic.topicId, parameter("topic"))),
  );

  async function page(kind: Listed, after: string): Promise<ListedThing[]> {
    const params = { after, limit: ROWS_AT_ONCE };
    if (kind !== "quote") return pages[kind](params);
    return (await quotes(params)).map((row) => ({ ...row, slug: null }));
  }

  return {
    /** All things of a kind, by key. */
    async all(kind: Listed): Promise<ListedThing[]> {
      const found: ListedThing[] = [];
      for (let after = ""; ; ) {
        const rows = await page(kind, after);
        found.push(...rows);
        const last = rows.at(-1);
        if (last === undefined || rows.length < ROWS_AT_ONCE) return found;
        after = last.key;
      }
    },
    /** Row numbers of what belongs to a topic, in no order. */
    async ofTopic(topicId: number) {
      const topicOnly = { topic: topicId };
      const ids = (rows: readonly { readonly id: number }[]) => rows.map((row) => row.id);
      return {
        events: ids(await eventsOfTopic(topicOnly)),
        quotes: ids(await quotesOfTopic(topicOnly)),
        articles: ids(await articlesOfTopic(topicOnly)),
      };
    },
  };
}
