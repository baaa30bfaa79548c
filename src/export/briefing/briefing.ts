import type {
  ArticleEntry,
  ExportedAgent,
  ExportedChange,
  ExportedEntry,
  ExportedEvent,
  ExportedQuote,
  ExportedTopic,
  NamedEvent,
} from "../entry.ts";
import { articleItem, changeItem, claimItem, disputeItem, eventItem, inWords, quoteItem } from "./items.ts";
import { Footnotes, plain } from "./markdown.ts";

/** What is new in a topic. */
export interface TopicNews {
  readonly topic: Pick<ExportedTopic, "title" | "summary">;
  /** The day after which it was reported; null where what counts is when it was put on record. */
  readonly since: string | null;
  readonly until: string | null;
  readonly newEvents: readonly ExportedEvent[];
  readonly statusChanges: readonly ExportedChange[];
  readonly disputes: readonly ExportedChange[];
  readonly newQuotes: readonly ExportedQuote[];
  readonly newArticles: readonly ArticleEntry[];
  /** What was on record before and is told otherwise now. */
  readonly changed: readonly ExportedEntry[];
}

/** What one person said, about an event or anything. */
export interface Statements {
  readonly person: Pick<ExportedAgent, "name" | "slug">;
  readonly event: NamedEvent | null;
  /** The changes of the event. */
  readonly changes: readonly ExportedChange[];
  readonly quotes: readonly ExportedQuote[];
  /** Whether there are more. */
  readonly more: boolean;
}

/** What is new in a topic, as Markdown with the sources in footnotes, ready for a document or a mail. */
export function topicBriefing(news: TopicNews): string {
  const { topic, since, until } = news;
  const notes = new Footnotes();
  const event = (one: ExportedEvent) => eventItem(one, notes);
  const change = (one: ExportedChange) => changeItem(one, notes);
  const quote = (one: ExportedQuote) => quoteItem(one, notes);
  const day = (text: string) => plain(inWords({ edtf: text }) ?? text);
  const known = until === null ? "" : `, as known by the end of ${day(until)}`;
  const sections = [
    section("New events", news.newEvents, event),
    section("What became of events", changesOfOthers(news), change),
    section("Disputed", news.disputes, (one) => disputeItem(one, notes)),
    section("Said", news.newQuotes, quote),
    section("Changed on record", news.changed, (one) => entryItem(one, notes)),
    section("New articles", news.newArticles, articleItem),
  ].filter((text) => text !== "");
  return document(
    `# ${plain(topic.title)}`,
    topic.summary === null ? "" : plain(topic.summary),
    since === null
      ? "What was put on record since you last looked."
      : `Reported after ${day(since)}${known}.`,
    ...(sections.length === 0 ? ["Nothing new."] : sections),
    notes.toString(),
  );
}

/** What a person said, in the same form. */
export function statementsBriefing({ person, event, changes, quotes, more }: Statements): string {
  const notes = new Footnotes();
  const about = event === null ? "" : ` on ${plain(event.title)}`;
  const said = section("Said", quotes, (quote) => quoteItem(quote, notes));
  const claims = changes.map((change) => claimItem(change, person.slug, notes)).filter((text) => text !== "");
  const claimed = section("Says of what became of it", claims, (text) => text);
  return document(
    `# ${plain(person.name)}${about}`,
    said === "" && claimed === "" ? "Nothing is on record." : "",
    said,
    claimed,
    more ? "And more, which is left out here." : "",
    notes.toString(),
  );
}

/** Changes that are not told by the new events themselves. */
function changesOfOthers({ newEvents, statusChanges }: TopicNews): ExportedChange[] {
  const statuses = new Map(newEvents.map(({ id, status }) => [id, status]));
  return statusChanges.filter(({ event, to }) => statuses.get(event.id) !== to);
}

function entryItem(entry: ExportedEntry, notes: Footnotes): string {
  switch (entry.__typename) {
    case "Event":
      return eventItem(entry, notes);
    case "StatusChange":
      return changeItem(entry, notes);
    case "Quote":
      return quoteItem(entry, notes);
    case "Article":
      return articleItem(entry);
  }
}

function section<Item>(title: string, items: readonly Item[], write: (item: Item) => string): string {
  return items.length === 0 ? "" : `## ${title}\n\n${items.map(write).join("")}`;
}

function document(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (part.endsWith("\n") ? part : `${part}\n`))
    .join("\n");
}
