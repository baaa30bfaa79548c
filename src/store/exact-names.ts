import { aliasedTable, and, eq, sql } from "drizzle-orm";
import type { AgentType } from "../domain/model.ts";
import type { Engine } from "./engine.ts";

/** Something on record that was found by what it is called. */
export interface NamedRow {
  readonly key: string;
  readonly slug: string;
}

/** Finds what is on record by names and addresses as they stand in documents, letter for letter. */
export function exactNameReaders({ db, tables, among, parameter, prepare }: Engine) {
  const { agent, agentAlias, article, place, source } = tables;

  // Whoever was merged answers to a name as the one that they were merged into.
  const named = aliasedTable(agent, "named");
  const standsFor = eq(agent.id, sql`coalesce(${named.mergedIntoId}, ${named.id})`);
  const agents = prepare(
    db
      .selectDistinct({ key: agent.key, slug: agent.slug })
      .from(named)
      .innerJoin(agent, standsFor)
      .where(and(eq(named.type, parameter("type")), among(named.name, "values")))
      .orderBy(agent.slug),
  );
  const aliases = prepare(
    db
      .selectDistinct({ key: agent.key, slug: agent.slug })
      .from(agentAlias)
      .innerJoin(named, eq(named.id, agentAlias.agentId))
      .innerJoin(agent, standsFor)
      .where(and(eq(agent.type, parameter("type")), among(agentAlias.alias, "values")))
      .orderBy(agent.slug),
  );
  const sourcesBy = (column: "name" | "domain") =>
    prepare(
      db
        .select({ key: source.key, slug: source.slug })
        .from(source)
        .where(among(source[column], "values"))
        .orderBy(source.slug),
    );
  const sourcesByName = sourcesBy("name");
  const sourcesByDomain = sourcesBy("domain");
  const called = aliasedTable(place, "called");
  const places = prepare(
    db
      .selectDistinct({ key: place.key, slug: place.slug })
      .from(called)
      .innerJoin(place, eq(place.id, sql`coalesce(${called.mergedIntoId}, ${called.id})`))
      .where(among(called.name, "values"))
      .orderBy(place.slug),
  );
  const articles = prepare(
    db
      .select({ key: article.key, slug: article.slug })
      .from(article)
      .where(among(article.url, "values"))
      .orderBy(article.slug),
  );

  return {
    /** Agents of a type with a name, by slug. */
    agents: (type: AgentType, name: string) => agents({ type, values: [name] }),
    /** Agents of a type with an alias, by slug. */
    agentsByAlias: (type: AgentType, alias: string) => aliases({ type, values: [alias] }),
    sourcesByName: (name: string) => sourcesByName({ values: [name] }),
    sourcesByDomain: (domain: string) => sourcesByDomain({ values: [domain] }),
    places: (name: string) => places({ values: [name] }),
    articlesByUrl: (urls: readonly string[]) => articles({ values: urls }),
  };
}
