import { and, eq } from "drizzle-orm";
import type { AgentType } from "../domain/model.ts";
import type { Engine } from "./engine.ts";

/** Something on record that was found by what it is called. */
export interface NamedRow {
  readonly key: string;
  readonly slug: string;
}

export type ExactNameReaders = ReturnType<typeof exactNameReaders>;

/** Finds what is on record by names and addresses as they stand in documents, letter for letter. */
export function exactNameReaders({ db, tables, among, parameter, prepare }: Engine) {
  const { agent, agentAlias, article, place, source } = tables;

  const agents = prepare(
    db
      .select({ key: agent.key, slug: agent.slug })
      .from(agent)
      .where(and(eq(agent.type, parameter("type")), among(agent.name, "values")))
      .orderBy(agent.slug),
  );
  const aliases = prepare(
    db
      .selectDistinct({ key: agent.key, slug: agent.slug })
      .from(agentAlias)
      .innerJoin(agent, eq(agent.id, agentAlias.agentId))
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
  const places = prepare(
    db
      .select({ key: place.key, slug: place.slug })
      .from(place)
      .where(among(place.name, "values"))
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
