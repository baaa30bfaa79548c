import { displayFuzzyDate } from "../../domain/date-display.ts";
import { type FuzzyDate, parseFuzzyDate } from "../../domain/fuzzy-date.ts";
import type {
  Dated,
  ExportedAgent,
  ExportedArticle,
  ExportedEntry,
  ExportedEvent,
  ExportedQuote,
  TimelineWriter,
  WriterOptions,
} from "../entry.ts";
import { EVENT_STATUS_TYPES } from "../event-status.ts";
import { distinct, pageAddress, speakerOf, supporting } from "../sources.ts";
import { JsonList } from "./json-list.ts";

/**
 * A graph of schema.org's terms (JSON-LD 1.1): Event, Quotation (words in quotation marks), Claim (what is reported
 * without), NewsArticle, Person, Organization. Changes are told by the events that they are of. An address is the
 * identity in this graph that global ids have.
 */
export const writeJsonLd: TimelineWriter = async function* (topic, batches, options) {
  const graph = new Graph(options);
  const list = new JsonList();
  yield '{"@context":"https://schema.org","@graph":[';
  const about = {
    "@id": idOf(topic),
    "@type": "Thing",
    name: topic.title,
    description: topic.summary ?? undefined,
    url: pageAddress(options.origin, "topics", topic.slug) ?? undefined,
  };
  yield list.add([about]);
  for await (const entries of batches) yield list.add(entries.flatMap((entry) => graph.nodesOf(entry)));
  yield "\n]}\n";
};

type Node = Readonly<Record<string, unknown>>;

/** Makes nodes of a graph; who and what several entries name is there once. */
class Graph {
  readonly #known = new Set<string>();

  constructor(private readonly options: WriterOptions) {}

  nodesOf(entry: ExportedEntry): Node[] {
    switch (entry.__typename) {
      case "Event":
        return this.#event(entry);
      case "Quote":
        return this.#quote(entry);
      case "Article":
        return this.#once(entry.id, () => this.#article(entry));
      case "StatusChange":
        return supporting(entry.evidence).flatMap(({ article }) => this.#named(article));
    }
  }

  #event(event: ExportedEvent): Node[] {
    const agents = event.participants.map(({ agent }) => agent);
    const articles = supporting(event.evidence).map(({ article }) => article);
    const organizers = event.participants.filter(({ role }) => role === "ORGANIZER" || role === "HOST");
    const node = {
      "@id": idOf(event),
      "@type": "Event",
      name: event.title,
      eventStatus: EVENT_STATUS_TYPES[event.status],
      ...datesOf(event.when),
      previousStartDate: isoDate(event.formerDates.at(-1)),
      description: described(event),
      location: event.place === null ? undefined : { "@type": "Place", name: event.place.name },
      organizer: references(organizers.map(({ agent }) => agent)),
      attendee: references(
        event.participants.filter((one) => ATTENDING.has(one.role)).map(({ agent }) => agent),
      ),
      subjectOf: references(articles),
      url: this.#page("events", event.slug),
    };
    return [
      node,
      ...agents.flatMap((agent) => this.#agent(agent)),
      ...articles.flatMap((one) => this.#named(one)),
    ];
  }

  #quote(quote: ExportedQuote): Node[] {
    const { speaker, article } = quote;
    const isClaim = quote.quoteKind === "INDIRECT";
    const who = speaker === null ? nameOnly(speakerOf(quote)) : { "@id": idOf(speaker) };
    const node = {
      "@id": idOf(quote),
      "@type": isClaim ? "Claim" : "Quotation",
      text: quote.text,
      ...(isClaim
        ? { author: who, appearance: { "@id": idOf(article) } }
        : { spokenByCharacter: who, isPartOf: { "@id": idOf(article) } }),
      dateCreated: isoDate(quote.when),
      inLanguage: quote.language ?? undefined,
      about: references(quote.about),
    };
    return [node, ...(speaker === null ? [] : this.#agent(speaker)), ...this.#named(article)];
  }

  #agent(agent: ExportedAgent): Node[] {
    return this.#once(agent.id, () => ({
      "@id": idOf(agent),
      "@type": agent.__typename,
      name: agent.name,
      url: agent.__typename === "Person" ? this.#page("people", agent.slug) : undefined,
    }));
  }

  #named(article: ExportedArticle): Node[] {
    return this.#once(article.id, () => this.#article(article));
  }

  #article(article: ExportedArticle): Node {
    return {
      "@id": idOf(article),
      "@type": "NewsArticle",
      headline: article.headline,
      url: article.url ?? this.#page("articles", article.slug),
      datePublished: isoDate(article.when),
      inLanguage: article.language ?? undefined,
      publisher: article.source === null ? undefined : { "@type": "Organization", name: article.source.name },
    };
  }

  #once(id: string, node: () => Node): Node[] {
    if (this.#known.has(id)) return [];
    this.#known.add(id);
    return [node()];
  }

  #page(kind: string, slug: string): string | undefined {
    return pageAddress(this.options.origin, kind, slug) ?? undefined;
  }
}

/** Who is there, as far as that is told: those who were only invited, expected or absent are not. */
const ATTENDING: ReadonlySet<string> = new Set(["ATTENDEE", "HOST", "SPEAKER", "MEDIATOR", "SIGNATORY"]);

function idOf({ id }: { readonly id: string }): string {
  return `urn:dateline:${id}`;
}

function references(things: readonly { readonly id: string }[]): readonly Node[] | undefined {
  if (things.length === 0) return undefined;
  return distinct(things.map(idOf)).map((id) => ({ "@id": id }));
}

function nameOnly(name: string | null): Node | undefined {
  return name === null ? undefined : { "@type": "Person", name };
}

/** What it is about, and its date in words where schema.org's dates cannot say it. */
function described({ outcome, description, when }: ExportedEvent): string | undefined {
  const date = when === null ? null : parseFuzzyDate(when.edtf);
  const dates = date === null || "startDate" in datesOf(when) ? null : `Date: ${displayFuzzyDate(date)}.`;
  const parts = [outcome ?? description, dates].filter((part) => part !== null);
  return parts.length === 0 ? undefined : parts.join(" ");
}

function datesOf(when: Dated | null): { readonly startDate?: string; readonly endDate?: string } {
  const date = when === null ? null : parseFuzzyDate(when.edtf);
  if (date === null || !isExact(date)) return {};
  const [start, end] = date.edtf.split("/");
  if (start === undefined || !ISO.test(start)) return {};
  if (end === undefined) return { startDate: start };
  return ISO.test(end) ? { startDate: start, endDate: end } : { startDate: start };
}

/** A date that is not approximate, uncertain or one of several, as ISO 8601 has it; else none. */
function isoDate(when: Dated | null | undefined): string | undefined {
  const date = when ? parseFuzzyDate(when.edtf) : null;
  return date !== null && isExact(date) && ISO.test(date.edtf) ? date.edtf : undefined;
}

function isExact({ approximate, uncertain }: FuzzyDate): boolean {
  return !approximate && !uncertain;
}

/** Years, months, days, and days with a time. A season is written like a month. */
const ISO = /^\d{4}(-(0\d|1[0-2])(-\d\d(T[\d:]+(Z|[+-]\d\d(:\d\d)?)?)?)?)?$/;
