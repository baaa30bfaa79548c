import type { Tables } from "../../../src/store/schema/tables.ts";
import type { Random } from "./random.ts";
import type { Sizes } from "./sizes.ts";
import { BODIES, CITIES, FIRST_NAMES, LAST_NAMES, MATTERS, PAPERS, slugOf, VENUES } from "./words.ts";

type Row<Name extends keyof Tables> = Tables[Name]["$inferInsert"] & { readonly id: number };

/** Everybody and everything that stories are told about. Row numbers are positions counted from 1. */
export interface Cast {
  readonly topics: readonly Row<"topic">[];
  readonly summaries: readonly Tables["editorialText"]["$inferInsert"][];
  /** People first, then organizations. */
  readonly agents: readonly Row<"agent">[];
  readonly places: readonly Row<"place">[];
  readonly sources: readonly Row<"source">[];
}

/** How many sources, the first ones, are agencies whose copy others print. */
export const AGENCIES = 5;

export function createCast(random: Random, sizes: Sizes): Cast {
  const topics = numbered(sizes.topics, (id) => {
    const title = capitalized(`${random.pick(MATTERS)} and ${random.pick(MATTERS)}`);
    return { id, ...named(title, id), title };
  });
  const summaries = topics.map(({ id, title }) => ({
    topicId: id,
    field: "SUMMARY" as const,
    written: "2025-11-01",
    text: `${title}, as reported.`,
  }));
  const people = numbered(sizes.people, (id) => {
    const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
    return { id, ...named(name, id), type: "PERSON" as const, name };
  });
  const organizations = numbered(sizes.organizations, (number) => {
    const name = `${random.pick(CITIES)[0]} ${capitalized(random.pick(MATTERS))} ${random.pick(BODIES)}`;
    return { id: sizes.people + number, ...named(name, number), type: "ORGANIZATION" as const, name };
  });
  return {
    topics,
    summaries,
    agents: [...people, ...organizations],
    places: createPlaces(random, sizes.places),
    sources: createSources(random, sizes.sources),
  };
}

function createPlaces(random: Random, count: number): Row<"place">[] {
  return numbered(count, (id) => {
    const city = CITIES[id - 1];
    if (city) {
      const [name, country, latitude, longitude] = city;
      return { id, key: slugOf(name), slug: slugOf(name), name, country, latitude, longitude };
    }
    const withinId = random.between(1, CITIES.length);
    const [within = "", country = null] = CITIES[withinId - 1] ?? [];
    const name = `${random.pick(VENUES)} ${id}, ${within}`;
    return { id, key: slugOf(name), slug: slugOf(name), name, country, withinId };
  });
}

function createSources(random: Random, count: number): Row<"source">[] {
  return numbered(count, (id) => {
    const city = random.pick(CITIES)[0];
    const name = id <= AGENCIES ? `${city} News Agency` : `${city} ${random.pick(PAPERS)}`;
    const identity = named(name, id);
    const owner = random.chance(0.4) ? `${random.pick(LAST_NAMES)} Media` : null;
    return { id, ...identity, name, domain: `${identity.slug}.example`, owner };
  });
}

function numbered<T>(count: number, make: (id: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function named(name: string, number: number): { readonly key: string; readonly slug: string } {
  const slug = `${slugOf(name)}-${number.toString(36)}`;
  return { key: slug, slug };
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
