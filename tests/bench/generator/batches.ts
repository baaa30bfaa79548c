import { cite, createArticle, say } from "./articles.ts";
import { type DayCount, dayCount } from "./dates.ts";
import { createEvent } from "./events.ts";
import type {
  Batch,
  GeneratedArticle,
  GeneratedEvent,
  GeneratedQuote,
  GeneratedRole,
  World,
} from "./facts.ts";
import { createQuote, repeatQuote } from "./quotes.ts";
import { EVENTS_PER_ARTICLE, EVENTS_PER_TOPIC } from "./sizes.ts";
import { OFFICES } from "./words.ts";

/** Events made at once: a stretch of one topic. */
const EVENTS_AT_ONCE = 1_000;

const FIRST_DAY = dayCount("2012-01-01");
const LAST_DAY = dayCount("2025-11-30");

/** All facts, one stretch of a story after the other, so that few are in memory at a time. */
export function* createBatches(world: World): Iterable<Batch> {
  const { sizes, random } = world;
  let [start, end] = [FIRST_DAY, LAST_DAY];
  let quotes = 0;
  for (let first = 0; first < sizes.events; first += EVENTS_AT_ONCE) {
    const topic = Math.floor(first / EVENTS_PER_TOPIC);
    const told = (first % EVENTS_PER_TOPIC) / EVENTS_PER_TOPIC;
    if (told === 0) {
      start = random.between(FIRST_DAY, LAST_DAY - 400);
      end = random.between(start + 300, LAST_DAY);
    }
    const count = Math.min(EVENTS_AT_ONCE, sizes.events - first);
    const quoteTotal = Math.floor((sizes.quotes * (first + count)) / sizes.events);
    const dayAt = (share: number) =>
      Math.floor(start + (end - start) * (told + (share * EVENTS_AT_ONCE) / EVENTS_PER_TOPIC));
    yield createBatch(world, { topicId: topic + 1, events: count, quotes: quoteTotal - quotes, dayAt });
    quotes = quoteTotal;
  }
}

interface Stretch {
  readonly topicId: number;
  readonly events: number;
  readonly quotes: number;
  /** The day that lies a share (0 to 1) of the way through. */
  dayAt(share: number): DayCount;
}

function createBatch(world: World, { topicId, events: count, quotes: quoteCount, dayAt }: Stretch): Batch {
  const { random, sizes } = world;
  const articleCount = Math.ceil(count / EVENTS_PER_ARTICLE);
  const articles = Array.from({ length: articleCount }, (_, index) =>
    createArticle(world, topicId, dayAt(index / articleCount)),
  );
  const roles = articles.flatMap((article) => createRole(world, article) ?? []);
  const events: GeneratedEvent[] = [];
  for (let index = 0; index < count; index++) {
    const at = Math.floor(index / EVENTS_PER_ARTICLE);
    const topicIds = random.chance(0.1) ? [topicId, 1 + random.below(sizes.topics)] : [topicId];
    const event = createEvent(world, itemAt(articles, at), articles.slice(at + 1, at + 60), [
      ...new Set(topicIds),
    ]);
    if (random.chance(0.05)) relate(world, event, itemAt(articles, at), events.at(-7));
    events.push(event);
  }
  return { articles, events, quotes: createQuotes(world, articles, events, quoteCount), roles };
}

function createQuotes(
  world: World,
  articles: readonly GeneratedArticle[],
  events: readonly GeneratedEvent[],
  count: number,
): GeneratedQuote[] {
  const { random } = world;
  const quotes: GeneratedQuote[] = [];
  const repeatable: GeneratedQuote[] = [];
  for (let index = 0; index < count; index++) {
    const event = Math.floor((index / count) * events.length);
    const article = itemAt(articles, Math.floor(event / EVENTS_PER_ARTICLE));
    const original = random.chance(0.1) ? repeatable.pop() : undefined;
    const quote = original
      ? repeatQuote(world, article, original)
      : createQuote(world, article, itemAt(events, event));
    if (!original && quote.utterance !== null) repeatable.push(quote);
    quotes.push(quote);
  }
  return quotes;
}

/** Every fourth article says what office a person has, until everybody has one. */
function createRole(world: World, article: GeneratedArticle): GeneratedRole | null {
  const { sizes, random, cast } = world;
  if (article.id % 4 !== 0 || article.id / 4 > sizes.people) return null;
  const agent = itemAt(cast.agents, article.id / 4 - 1);
  const organization = itemAt(cast.agents, sizes.people + random.below(sizes.organizations));
  const title = random.pick(OFFICES);
  const span = say(world, article, `${agent.name} is ${title} at the ${organization.name}.`);
  return {
    id: world.nextId("role"),
    key: `${agent.key}/${title.replaceAll(" ", "-")}`,
    agentId: agent.id,
    title,
    organizationId: organization.id,
    evidence: [cite(world, article, span)],
  };
}

function relate(
  world: World,
  event: GeneratedEvent,
  article: GeneratedArticle,
  other: GeneratedEvent | undefined,
): void {
  if (!other) return;
  const span = say(world, article, `It followed ${other.title}.`);
  const evidence = [cite(world, article, span)];
  event.relations.push({ id: world.nextId("eventRelation"), otherId: other.id, evidence });
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}
