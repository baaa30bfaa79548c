import type { Random } from "./generator/random.ts";
import { readColumn, readPeople } from "./people.ts";
import { EVENT_FIELDS, PERSON_EVENTS } from "./query.ts";

/** Questions of one kind. */
export interface Workload {
  readonly name: string;
  /** Makes the body of the next one. */
  readonly next: (random: Random) => string;
  /** How often something is put on record meanwhile. */
  readonly writesPerSecond?: number;
  /** Whether the floor knows it. */
  readonly isMeasured?: boolean;
}

/** The kinds of questions, about what a database holds. */
export function workloads(path: string): Workload[] {
  const people = readPeople(path);
  const topics = readColumn(path, "select slug from topic order by id limit 200");
  const titles = readColumn(path, "select title from event order by id limit 500");
  const words = [...new Set(titles.join(" ").match(/\p{L}{4,}/gu) ?? ["summit"])];
  const [busiest = ""] = people;
  const simple: readonly Workload[] = [
    {
      name: "person",
      isMeasured: true,
      next: (random) => body(PERSON_EVENTS, { slug: random.pick(people) }),
    },
    { name: "timeline", next: (random) => body(TIMELINE, { slug: random.pick(topics) }) },
    { name: "quotes", next: (random) => body(QUOTES, { slug: random.pick(people) }) },
    {
      name: "as-of",
      next: (random) => body(AS_OF, { slug: random.pick(people), day: `${2020 + random.below(5)}-06-15` }),
    },
    { name: "filtered", next: (random) => body(FILTERED, { slug: random.pick(people) }) },
    { name: "busiest", next: () => body(PERSON_EVENTS, { slug: busiest }) },
    {
      name: "deep",
      next: (random) => body(DEEP, { slug: busiest, from: `${2000 + random.below(20)}-01-01` }),
    },
    { name: "search", next: (random) => body(SEARCH, { words: random.pick(words) }) },
  ];
  const mixed: Workload = {
    name: "mixed",
    writesPerSecond: 2,
    next: (random) => random.pick(simple).next(random),
  };
  return [...simple, mixed];
}

const TIMELINE = `query Timeline($slug: String!) {
  topic(slug: $slug) { title timeline(first: 20) { edges { cursor node {
    __typename title when { edtf }
    ... on Event { status place { name } }
    ... on StatusChange { event { slug } }
    ... on Quote { text speaker { name } }
  } } pageInfo { hasNextPage endCursor } } }
}`;

const QUOTES = `query Quotes($slug: String!) {
  person(slug: $slug) { name quotes(first: 20) { edges { node {
    text kind when { edtf } evidence { exact article { headline source { name } } }
  } } } }
}`;

const ofPerson = (name: string, variables: string, args: string) =>
  `query ${name}($slug: String!${variables}) { person(slug: $slug) { name events(first: 20, ${args}) { edges { node { ${EVENT_FIELDS} } } } } }`;

const AS_OF = ofPerson("AsOf", ", $day: Date!", "asOf: $day");
const FILTERED = ofPerson(
  "Filtered",
  "",
  'filter: { status: [OCCURRED, SCHEDULED], from: "2000", to: "2030" }',
);
/** A page in the middle: where a date begins is found as a cursor is. */
const DEEP = ofPerson("Deep", ", $from: EDTF!", "filter: { from: $from }");

const SEARCH = `query Search($words: String!) {
  search(query: $words, first: 20) { edges { snippet node { __typename } } }
}`;

function body(query: string, variables: object): string {
  return JSON.stringify({ query, variables });
}
