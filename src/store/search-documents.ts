import { type Day, utcDay } from "../domain/day.ts";
import { eventEvidence } from "../domain/event-history.ts";
import { firstReported } from "../domain/evidence.ts";
import { groupBy } from "../domain/group-by.ts";
import { codePointLength, LONGEST_SHOWN } from "../domain/passage.ts";
import type { SearchTexts, SearchType } from "../domain/search-document.ts";
import { dayNumber, FAR } from "../domain/timeline-position.ts";
import type { Article, ArticleRevision } from "./articles.ts";
import type { FullEvidence } from "./evidence.ts";
import { shownText } from "./quotes.ts";
import type { Readers } from "./readers.ts";
import type { EditorialField } from "./schema/facts.ts";
import type { EditorialText } from "./topics.ts";

/** Something that search finds, with its texts. */
export interface SearchDocument {
  readonly type: SearchType;
  readonly nodeId: number;
  readonly key: string;
  /** Oldest first, each from the day after which the one before no longer holds; the last one is the present. */
  readonly versions: readonly DocumentVersion[];
}

/** The texts of a time: days as numbers (see TimelinePosition), `untilDay` exclusive. */
export interface DocumentVersion extends SearchTexts {
  readonly fromDay: number;
  readonly untilDay: number;
}

/**
 * The texts by which things are found, of those that anybody may see: an event, a quote or a role that no report supports
 * is left out, and of an article that gives passages only, nothing but these. Agents may be asked for as either type.
 */
export async function searchDocuments(
  readers: Readers,
  type: SearchType,
  ids: readonly number[],
): Promise<SearchDocument[]> {
  switch (type) {
    case "PERSON":
    case "ORGANIZATION":
      return agentDocuments(readers, ids);
    case "PLACE": {
      const places = (await readers.places.byId(ids)).filter((place) => place.mergedIntoId === null);
      return places.map(({ id, key, name, country }) => {
        const texts = country === null ? [] : [`${COUNTRIES.of(country) ?? ""} (${country})`];
        return { type, nodeId: id, key, versions: always({ name, aliases: [], texts }) };
      });
    }
    case "TOPIC": {
      const written = groupBy(await readers.topics.textsOfTopics(ids), (text) => text.topicId);
      const topics = await readers.topics.byId(ids);
      return topics.map(({ id, key, title }) => {
        const versions = versionsOf(title, written.get(id) ?? [], ["SUMMARY"]);
        return { type, nodeId: id, key, versions };
      });
    }
    case "EVENT": {
      const written = groupBy(await readers.topics.textsOfEvents(ids), (text) => text.eventId);
      const events = await readers.events.records(ids);
      const reported = events.filter((event) => firstReported(eventEvidence(event), null) !== null);
      return reported.map(({ id, key, title }) => {
        const versions = versionsOf(title, written.get(id) ?? [], ["DESCRIPTION", "OUTCOME"]);
        return { type, nodeId: id, key, versions };
      });
    }
    case "QUOTE":
      return quoteDocuments(readers, ids);
    case "ARTICLE":
      return articleDocuments(readers, ids);
  }
}

async function agentDocuments(readers: Readers, ids: readonly number[]): Promise<SearchDocument[]> {
  const aliases = groupBy(await readers.agents.aliases(ids), (row) => row.agentId);
  const roles = groupBy(await readers.agents.roles(ids), (role) => role.agentId);
  const agents = (await readers.agents.byId(ids)).filter((agent) => agent.mergedIntoId === null);
  return agents.map(({ id, key, type, name }) => ({
    type,
    nodeId: id,
    key,
    versions: always({
      name,
      aliases: (aliases.get(id) ?? []).map((row) => row.alias),
      texts: (roles.get(id) ?? [])
        .filter((role) => firstReported(role.evidence, null) !== null)
        .map((role) => role.title),
    }),
  }));
}

async function quoteDocuments(readers: Readers, ids: readonly number[]): Promise<SearchDocument[]> {
  const quotes = await readers.quotes.byId(ids);
  const reported = quotes.filter((quote) => firstReported(quote.evidence, null) !== null);
  const speakers = await readers.agents.byId([
    ...new Set(reported.flatMap((quote) => quote.speakerId ?? [])),
  ]);
  const names = new Map(speakers.map((agent) => [agent.id, agent.name]));
  return reported.map((quote) => {
    const { id, key, speakerId, speakerAsWritten } = quote;
    const [name = "", ...aliases] = [names.get(speakerId ?? 0) ?? [], speakerAsWritten ?? []].flat();
    return { type: "QUOTE", nodeId: id, key, versions: always({ name, aliases, texts: [shownText(quote)] }) };
  });
}

async function articleDocuments(readers: Readers, ids: readonly number[]): Promise<SearchDocument[]> {
  const revisions = groupBy(await readers.articles.revisions(ids), (row) => row.articleId);
  const evidence = groupBy(await readers.evidence.ofArticles(ids), (one) => one.articleId);
  const articles = await readers.articles.byId(ids);
  return articles.map((article) => ({
    type: "ARTICLE",
    nodeId: article.id,
    key: article.key,
    versions: articleVersions(article, revisions.get(article.id) ?? [], evidence.get(article.id) ?? []),
  }));
}

/** An article by each of its texts, from the day on which that was retrieved; of several of a day by the last. */
function articleVersions(
  article: Article,
  revisions: readonly ArticleRevision[],
  evidence: readonly FullEvidence[],
): DocumentVersion[] {
  const days = revisions.map(({ retrievedAt }, index) => (index === 0 ? 0 : dayNumber(utcDay(retrievedAt))));
  return revisions.flatMap((revision, index) => {
    const [fromDay = 0, untilDay = FAR] = [days[index], days[index + 1]];
    if (fromDay >= untilDay) return [];
    const texts = publicTexts(article, revision, evidence);
    return { name: revision.headline, aliases: [], texts, fromDay, untilDay };
  });
}

/**
 * A text of an article as far as anybody may read it: all of it, or the passages that something rests on, each once: those
 * taken from it, and those that the current text still has.
 */
function publicTexts(
  article: Article,
  revision: ArticleRevision,
  evidence: readonly FullEvidence[],
): string[] {
  if (article.access === "FULL") return revision.body === null ? [] : [revision.body];
  const isCurrent = revision.number === article.revision;
  const passages = evidence.flatMap(({ passage }) => {
    if (passage?.part !== "BODY" || codePointLength(passage.exact) > LONGEST_SHOWN) return [];
    if (isCurrent ? passage.anchor === "ORPHANED" : passage.revisionId !== revision.id) return [];
    const { currentStart, currentEnd, start, end, exact } = passage;
    return {
      exact,
      start: (isCurrent ? currentStart : start) ?? start,
      end: (isCurrent ? currentEnd : end) ?? end,
    };
  });
  const distinct = new Map(passages.map((passage) => [`${passage.start} ${passage.end}`, passage]));
  return [...distinct.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((passage) => passage.exact);
}

/** English names of countries, by ISO 3166-1 alpha-2 code; a code that has none stands for itself. */
const COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

function always(texts: SearchTexts): DocumentVersion[] {
  return [{ ...texts, fromDay: 0, untilDay: FAR }];
}

/** A title with what editors had written by each day. */
function versionsOf(
  name: string,
  written: readonly EditorialText[],
  fields: readonly EditorialField[],
): DocumentVersion[] {
  const days = [...new Set(written.map((text) => text.written))].sort();
  const by = (day: Day | undefined): string[] =>
    fields.flatMap((field) => {
      const known = written.filter(
        (text) => text.field === field && day !== undefined && text.written <= day,
      );
      return known.sort((a, b) => (a.written < b.written ? -1 : 1)).at(-1)?.text ?? [];
    });
  return [undefined, ...days].map((day, index) => {
    const next = days[index];
    return {
      name,
      aliases: [],
      texts: by(day),
      fromDay: day === undefined ? 0 : dayNumber(day),
      untilDay: next === undefined ? FAR : dayNumber(next),
    };
  });
}
