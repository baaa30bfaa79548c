import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { Evidence } from "../../store/evidence.ts";
import type { Listed, ListedThing } from "../../store/listing.ts";
import type { Readers } from "../../store/readers.ts";
import { slices } from "../../store/row-numbers.ts";
import { type Scope, scopeOf } from "./names.ts";

/** What is looked through for what it refers to; people and organizations are told apart when they are read. */
type Visited = "topic" | "agent" | "place" | "source" | "article" | "event" | "quote";

/**
 * A topic's articles, events and quotes, and all that these refer to, however far that leads: events that they are
 * related to, who takes part and what roles they have, where these are told. Of other topics that these belong to there
 * is the name, and nothing else for their sake. Null where there is no such topic.
 */
export async function topicScope(readers: Readers, slug: string): Promise<Scope | null> {
  const [topic] = await readers.topics.bySlug([slug]);
  if (topic === undefined) return null;
  const closure = new Closure(readers);
  const { events, quotes, articles } = await readers.listing.ofTopic(topic.id);
  closure.want("topic", [topic.id]);
  closure.want("event", events);
  closure.want("quote", quotes);
  closure.want("article", articles);
  await closure.follow();
  return scopeOf(async (kind) => closure.found(kind));
}

class Closure {
  readonly #wanted = new Map<Visited, Set<number>>();
  readonly #seen = new Map<Visited, Set<number>>();
  readonly #found = new Map<Listed, ListedThing[]>();

  constructor(private readonly readers: Readers) {}

  want(kind: Visited, ids: Iterable<number | null>): void {
    const seen = this.#seen.get(kind) ?? new Set();
    const wanted = this.#wanted.get(kind) ?? new Set();
    this.#seen.set(kind, seen);
    this.#wanted.set(kind, wanted);
    for (const id of ids) {
      if (id === null || seen.has(id)) continue;
      seen.add(id);
      wanted.add(id);
    }
  }

  found(kind: Listed): ListedThing[] {
    return (this.#found.get(kind) ?? []).sort((a, b) => compareCodePoints(a.key, b.key));
  }

  /** Reads what is wanted, and what that wants, until nothing more is. */
  async follow(): Promise<void> {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [kind, wanted] = next;
      this.#wanted.set(kind, new Set());
      for (const ids of slices(wanted)) await this.#read(kind, ids);
    }
  }

  #next() {
    return [...this.#wanted].find(([, ids]) => ids.size > 0);
  }

  #keep(
    kind: Listed,
    rows: readonly { readonly id: number; readonly key: string; readonly slug?: string }[],
  ) {
    const found = this.#found.get(kind) ?? [];
    found.push(...rows.map(({ id, key, slug }) => ({ id, key, slug: slug ?? null })));
    this.#found.set(kind, found);
  }

  async #read(kind: Visited, ids: readonly number[]): Promise<void> {
    const { topics, places, articles } = this.readers;
    switch (kind) {
      case "topic":
        return this.#keep("topic", await topics.byId(ids));
      case "agent":
        return this.#readAgents(ids);
      case "place": {
        const rows = await places.byId(ids);
        this.#keep("place", rows);
        return this.want(
          "place",
          rows.map((row) => row.withinId),
        );
      }
      case "source":
        return this.#keep("source", await articles.sourcesById(ids));
      case "article":
        return this.#readArticles(ids);
      case "event":
        return this.#readEvents(ids);
      case "quote":
        return this.#readQuotes(ids);
    }
  }

  async #readAgents(ids: readonly number[]): Promise<void> {
    const rows = await this.readers.agents.byId(ids);
    this.#keep(
      "person",
      rows.filter(({ type }) => type === "PERSON"),
    );
    this.#keep(
      "organization",
      rows.filter(({ type }) => type === "ORGANIZATION"),
    );
    const roles = await this.readers.agents.roles(ids);
    this.want(
      "agent",
      roles.map((role) => role.organizationId),
    );
    await this.#wantEvidence(roles.flatMap((role) => role.evidence));
  }

  async #readArticles(ids: readonly number[]): Promise<void> {
    const { articles } = this.readers;
    const rows = await articles.byId(ids);
    this.#keep("article", rows);
    this.want(
      "source",
      rows.flatMap((row) => [row.sourceId, row.syndicatedFromId]),
    );
    this.want(
      "agent",
      (await articles.authors(ids)).map((row) => row.agentId),
    );
    this.want(
      "topic",
      (await articles.topics(ids)).map((row) => row.topicId),
    );
  }

  async #readEvents(ids: readonly number[]): Promise<void> {
    const records = await this.readers.events.records(ids);
    this.#keep("event", records);
    this.want(
      "topic",
      (await this.readers.events.topics(ids)).map((row) => row.topicId),
    );
    for (const { placeId, participations, relations } of records) {
      this.want("place", [placeId]);
      this.want(
        "agent",
        participations.map((one) => one.agentId),
      );
      this.want(
        "event",
        relations.map((one) => one.otherId),
      );
    }
    await this.#wantEvidence(
      records.flatMap(({ evidence, changes, participations, relations }) =>
        [{ evidence }, ...changes, ...participations, ...relations].flatMap((fact) => fact.evidence),
      ),
    );
  }

  async #readQuotes(ids: readonly number[]): Promise<void> {
    const { quotes } = this.readers;
    const rows = await quotes.byId(ids);
    this.#keep("quote", rows);
    for (const { articleId, speakerId, speakerForId, relaysId, saidAtId } of rows) {
      this.want("article", [articleId]);
      this.want("agent", [speakerId, speakerForId, relaysId]);
      this.want("event", [saidAtId]);
    }
    await this.#wantEvidence(rows.flatMap((quote) => quote.evidence));
    this.want(
      "event",
      (await quotes.about(ids)).map((row) => row.eventId),
    );
    this.want(
      "topic",
      (await quotes.topics(ids)).map((row) => row.topicId),
    );
  }

  async #wantEvidence(evidence: readonly Evidence[]): Promise<void> {
    for (const { articleId } of evidence) this.want("article", [articleId]);
    const details = await this.readers.evidence.details(evidence.map((one) => one.id));
    for (const { claimedBy } of details) this.want("agent", claimedBy);
  }
}
