import SQLite from "better-sqlite3";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import type { EventStatus, QuoteKind } from "../../src/domain/model.ts";
import { openStore } from "../../src/store/open.ts";
import { cite, createArticle, disputing, say } from "../bench/generator/articles.ts";
import { type Cast, createCast } from "../bench/generator/cast.ts";
import { dayCount, dayText } from "../bench/generator/dates.ts";
import type {
  GeneratedArticle,
  GeneratedEvent,
  GeneratedQuote,
  NumberedTable,
  World,
} from "../bench/generator/facts.ts";
import { Random } from "../bench/generator/random.ts";
import { sizesFor } from "../bench/generator/sizes.ts";
import { writeBatch, writeCast } from "../bench/generator/write-batch.ts";
import { DATE_KINDS, WRITTEN } from "./awkward.ts";
import { BulkWriter } from "./bulk-writer.ts";

/** The topic of the long story. */
export const LONG_STORY = "long-story";

const FIRST_DAY = dayCount("2005-11-30");
const DAYS = 20 * 365;
/** Of a hundred entries, so many are events, changes that follow the first, and quotes; of six events, one is first scheduled. */
const SHARES = { events: 54, changes: 7, quotes: 30 };
const EVENTS_OF_AN_ARTICLE = 5;
/** Articles in a row that report of the same day. */
const CROWD = 8;

/** Steps that follow the first one, in turn. */
const NEXT: readonly EventStatus[] = ["POSTPONED", "CANCELLED", "RESCHEDULED", "SCHEDULED"];
const FIRST: readonly EventStatus[] = [
  "OCCURRED",
  "SCHEDULED",
  "POSSIBLE",
  "OCCURRED",
  "IN_PROGRESS",
  "OCCURRED",
];
const QUOTE_KINDS: readonly QuoteKind[] = ["DIRECT", "PARTIAL", "INDIRECT"];

/**
 * Writes a story of a number of entries over twenty years to a new SQLite database: crowded days, dates of every kind, names and
 * titles in several scripts, very long, and full of markup, and no summary. The same seed gives the same rows. Neither the change log
 * nor the search index know of it.
 *
 * @param entries about how many
 */
export async function writeLongStory(path: string, entries = 5_000, seed = 1): Promise<void> {
  await (await openStore(path)).close();
  const world = createWorld(entries, seed);
  const count = (share: number) => Math.floor((entries * share) / 100);
  const articles = createArticles(world, Math.ceil(count(SHARES.events) / EVENTS_OF_AN_ARTICLE));
  const events = Array.from({ length: count(SHARES.events) }, (_, index) =>
    createEvent(world, articleAt(articles, Math.floor(index / EVENTS_OF_AN_ARTICLE)), index),
  );
  events.slice(0, count(SHARES.changes)).forEach((event, index) => {
    // Reported later than the event, by an article that is one or more further.
    addChange(
      world,
      event,
      articleAt(articles, Math.floor(index / EVENTS_OF_AN_ARTICLE) + 1),
      NEXT[index % NEXT.length] ?? "UNKNOWN",
      index,
    );
  });
  const quotes = Array.from({ length: count(SHARES.quotes) }, (_, index) => {
    const at = Math.floor((index * events.length) / count(SHARES.quotes));
    const about = events[at];
    if (!about) throw new Error("There is no event that the quote could be about.");
    return createQuote(world, articleAt(articles, Math.floor(at / EVENTS_OF_AN_ARTICLE)), about, index);
  });
  const connection = new SQLite(path);
  try {
    BulkWriter.write(connection, (writer) => {
      writeCast(writer, world.cast);
      writeBatch(writer, world, { articles, events, quotes, roles: [] });
    });
  } finally {
    connection.close();
  }
}

function createWorld(entries: number, seed: number): World {
  const random = new Random(seed);
  const sizes = sizesFor(entries);
  const last = new Map<NumberedTable, number>();
  return {
    sizes,
    random,
    cast: awkward(createCast(random, sizes)),
    nextId(table) {
      const id = (last.get(table) ?? 0) + 1;
      last.set(table, id);
      return id;
    },
  };
}

/** One topic without a summary, and everybody with a name of another kind. */
function awkward(cast: Cast): Cast {
  const name = (index: number) => written(index, index);
  return {
    topics: cast.topics
      .slice(0, 1)
      .map((topic) => ({ ...topic, key: LONG_STORY, slug: LONG_STORY, title: written(7, 20) })),
    summaries: [],
    agents: cast.agents.map((agent, index) => ({
      ...agent,
      key: `agent-${index}`,
      slug: `agent-${index}`,
      name: name(index),
    })),
    places: cast.places.map((place, index) => ({ ...place, name: name(index + 3) })),
    sources: cast.sources.map((source, index) => ({ ...source, name: name(index + 5) })),
  };
}

function createArticles(world: World, count: number): GeneratedArticle[] {
  return Array.from({ length: count }, (_, index) => {
    const day = FIRST_DAY + Math.floor((DAYS * (index - (index % CROWD))) / count);
    // What rests on an article that is not current may have no entry: the number of entries would not be known.
    return { ...createArticle(world, 1, day), state: "CURRENT", headline: written(index, index) };
  });
}

function createEvent(world: World, article: GeneratedArticle, index: number): GeneratedEvent {
  const id = world.nextId("event");
  const title = written(index, index);
  const event: GeneratedEvent = {
    id,
    key: `event-${index}`,
    title,
    placeId: index % 3 === 0 ? 1 + (index % world.cast.places.length) : null,
    topicIds: [1],
    evidence: [cite(world, article, say(world, article, `${title} was reported.`))],
    changes: [],
    participations: [],
    relations: [],
  };
  for (const agent of new Set([index % 7, index % world.sizes.people])) {
    event.participations.push({
      id: world.nextId("participation"),
      agentId: agent + 1,
      role: index % 2 ? "ATTENDEE" : "SPEAKER",
      evidence: event.evidence.slice(0, 1),
    });
  }
  article.cited.events.add(event);
  addChange(world, event, article, FIRST[index % FIRST.length] ?? "UNKNOWN", index);
  return event;
}

function addChange(
  world: World,
  event: GeneratedEvent,
  article: GeneratedArticle,
  to: EventStatus,
  index: number,
): void {
  const dated = to !== "POSTPONED" && to !== "CANCELLED" && index % 20 !== 19;
  const evidence = [cite(world, article, say(world, article, `${event.title} became ${to.toLowerCase()}.`))];
  if (index % 50 === 1) evidence.push(disputing(cite(world, article, null, [1]), "CANCELLED"));
  event.changes.push({
    id: world.nextId("statusChange"),
    key: `${event.key}/${event.changes.length}`,
    to,
    when: event.changes.length === 0 ? null : parseFuzzyDate(article.out),
    newDate: dated ? parseFuzzyDate(kindOfDate(index)(dayText(article.outDay - (index % 3)))) : null,
    reason: index % 5 === 0 ? written(index + 8, index) : null,
    evidence,
  });
  article.cited.events.add(event);
}

function createQuote(
  world: World,
  article: GeneratedArticle,
  about: GeneratedEvent,
  index: number,
): GeneratedQuote {
  const id = world.nextId("quote");
  const speakerId = 1 + (index % 11);
  const text =
    index % 40 === 0 ? written(3, index).repeat(4) : `${written(index + 1, index)} is what matters`;
  const quote: GeneratedQuote = {
    id,
    key: `${article.key}/quote-${index}`,
    article,
    kind: QUOTE_KINDS[index % QUOTE_KINDS.length] ?? "DIRECT",
    text,
    when: index % 9 === 0 ? null : parseFuzzyDate(kindOfDate(index + 1)(article.out)),
    speakerId,
    speakerKind: "NAMED",
    speakerAsWritten: "the speaker",
    topicIds: [1],
    placeId: null,
    aboutId: about.id,
    saidAtId: null,
    eventIds: [about.id],
    utterance: null,
    evidence: [cite(world, article, say(world, article, text))],
  };
  article.cited.quotes.add(quote);
  return quote;
}

function written(way: number, number: number): string {
  return (WRITTEN[way % WRITTEN.length] ?? String)(number);
}

function kindOfDate(index: number): (day: string) => string {
  return DATE_KINDS[index % DATE_KINDS.length] ?? String;
}

function articleAt(articles: readonly GeneratedArticle[], index: number): GeneratedArticle {
  const article = articles[Math.min(index, articles.length - 1)];
  if (!article) throw new Error("There is no article.");
  return article;
}
