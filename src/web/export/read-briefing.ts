import type { ResultOf } from "gql.tada";
import { isChangeCursor } from "../../domain/change-cursor.ts";
import { type Day, isDay } from "../../domain/day.ts";
import { DatelineError } from "../../domain/errors.ts";
import { statementsBriefing, topicBriefing } from "../../export/briefing/briefing.ts";
import type { ExportedEntry, ExportedQuote } from "../../export/entry.ts";
import { ExportChanged, ExportRecorded, ExportSaid } from "./documents.ts";
import { askAnew, type ExportSource } from "./read-timeline.ts";

/** Pages that are read for one briefing, at most. */
const MOST_PAGES = 20;

/**
 * What is new in a topic, as Markdown; null where there is no such topic.
 *
 * @param since a day: what was reported after it; or a cursor of `changes`: what was put on record after that
 * @param until the day to catch up to, where `since` is a day; null for today
 * @throws DatelineError INVALID_CURSOR for a `since` that is neither, INVALID_DATE_RANGE where there is too much
 */
export async function newsBriefing(
  source: ExportSource,
  slug: string,
  since: string,
  until: Day | null,
): Promise<string | null> {
  if (!isDay(since) && !isChangeCursor(since)) {
    const what = `\`since\`: "${since.slice(0, 60)}" is neither a day, as YYYY-MM-DD, nor a cursor of a change.`;
    throw new DatelineError("INVALID_CURSOR", what);
  }
  if (!isDay(since)) return recordedBriefing(source, slug, since);
  const { topic } = await askAnew(source)(ExportChanged, { slug, since, until });
  if (topic === null) return null;
  const { title, summary, whatChanged } = topic;
  const named = { title, summary: until === null ? summary : null };
  return topicBriefing({ topic: named, ...whatChanged, newArticles: [], changed: [] });
}

async function recordedBriefing(source: ExportSource, slug: string, since: string): Promise<string | null> {
  const found = new Map<string, { readonly entry: ExportedEntry; readonly isNew: boolean }>();
  let cursor: string | null = since;
  let topic: ResultOf<typeof ExportRecorded>["topic"] = null;
  for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
    const answer: ResultOf<typeof ExportRecorded> = await askAnew(source)(ExportRecorded, {
      slug,
      since: cursor,
    });
    topic = answer.topic;
    if (topic === null) return null;
    for (const { node: change } of answer.changes.edges) {
      if (change.node === null || !("title" in change.node)) continue;
      if (!change.topics.some((one) => one.slug === slug)) continue;
      const isNew = found.get(change.nodeId)?.isNew ?? change.action === "CREATED";
      found.set(change.nodeId, { entry: change.node, isNew });
    }
    cursor = answer.changes.pageInfo.hasNextPage ? answer.changes.pageInfo.endCursor : null;
  }
  if (topic === null) return null;
  const all = [...found.values()];
  const fresh = all.filter(({ isNew }) => isNew).map(({ entry }) => entry);
  const text = topicBriefing({
    topic,
    since: null,
    until: null,
    newEvents: fresh.filter((entry) => entry.__typename === "Event"),
    statusChanges: fresh.filter((entry) => entry.__typename === "StatusChange"),
    disputes: [],
    newQuotes: fresh.filter((entry) => entry.__typename === "Quote"),
    newArticles: fresh.filter((entry) => entry.__typename === "Article"),
    changed: all.filter(({ isNew }) => !isNew).map(({ entry }) => entry),
  });
  return cursor === null
    ? text
    : `${text}\nAnd more, which was put on record later: go on from \`${cursor}\`.\n`;
}

/**
 * What a person said, as Markdown; null where there is no such person or event.
 *
 * @param event slug of the event that it is about, or was said at; null for anything
 */
export async function saidBriefing(
  source: ExportSource,
  person: string,
  event: string | null,
  asOf: Day | null,
): Promise<string | null> {
  const quotes: ExportedQuote[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: ResultOf<typeof ExportSaid> = await askAnew(source)(ExportSaid, {
      person,
      about: event,
      event: event ?? "",
      asOf,
      after,
    });
    if (answer.person === null || (event !== null && answer.event === null)) return null;
    const { edges, pageInfo } = answer.person.quotes;
    quotes.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    if (after !== null && page + 1 < MOST_PAGES) continue;
    const changes = answer.event?.statusHistory ?? [];
    return statementsBriefing({ ...answer, person: answer.person, changes, quotes, more: after !== null });
  }
  return null;
}
