import fc from "fast-check";
import { getIntrospectionQuery, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/domain/request-limits.ts";
import { EXAMPLE_QUERIES } from "../../../src/graphql/examples.ts";
import { costOf } from "../../../src/graphql/limits/cost.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { runs } from "../../support/runs.ts";
import { selections, textOf, withFragments } from "./query-arbitrary.ts";

function cost(query: string, variableValues: Record<string, unknown> = {}, operationName?: string): number {
  const requested = costOf({ schema, document: parse(query), operationName, variableValues });
  if (requested === null) throw new Error("There is no such operation.");
  return requested;
}

const events = (args: string) => `{ events${args} { edges { node { title } } } }`;

describe("what a query costs", () => {
  test.each([
    ["a field without fields", "{ __typename }", 1],
    ["an object", '{ event(slug: "a") { title status } }', 2],
    ["a page, for each entry", events("(first: 10)"), 20 + 1 + 10 * 2.1],
    ["a page of the usual size, where none is given", events(""), 20 + 1 + 20 * 2.1],
    ["a page from the end", events("(last: 10)"), 20 + 1 + 10 * 2.1],
    ["as the largest page, one that cannot be had", events("(first: 1000000)"), 20 + 1 + 100 * 2.1],
    ["the same, one below zero", events("(first: -1)"), 20 + 1 + 100 * 2.1],
    ["a plain list, by its usual size", '{ event(slug: "a") { evidence { exact } } }', 1 + 6 * 1.1],
    ["ids, by how many there are", '{ nodes(ids: ["a", "b", "c"]) { id } }', 3 * 1.1],
    ["a count", "{ events { totalCount } }", 100 + 20 + 1 + 0.1],
    ["a filter", events('(first: 10, filter: {topic: "a"})'), 50 + 20 + 1 + 10 * 2.1],
    ["a search in a filter", events('(first: 10, filter: {search: "a"})'), 300 + 20 + 1 + 10 * 2.1],
    [
      "a search as an argument",
      '{ articles(search: "a", first: 1) { edges { cursor } } }',
      250 + 20 + 1 + 1.1,
    ],
    ["nothing that is left out", '{ __typename event(slug: "a") @skip(if: true) { title } }', 1],
  ])("%s", (_, query, points) => {
    expect(cost(query)).toBe(Math.ceil(points - 1e-9));
  });

  test("as the dearest of the types that a thing may be of", () => {
    const [event, article] = ["... on Event { title }", "... on Article { evidence { exact } }"];
    const of = (below: string) => cost(`{ node(id: "a") { ${below} } }`);
    expect(of(`${event} ${article}`)).toBe(of(article));
    expect(of(event)).toBeLessThan(of(article));
  });

  test("a timeline by the kinds of entries that it asks for", () => {
    const of = (filter: string, variables = {}) =>
      cost(
        `query ($f: TimelineFilter) { timeline(filter: ${filter}) { edges { node { evidence { exact } } } } }`,
        variables,
      );
    expect(of("{}")).toBeLessThan(of("{ kinds: [EVENT, ARTICLE] }"));
    expect(of("$f", { f: {} })).toBe(of("{}"));
    expect(of("$f", { f: { kinds: ["ARTICLE"] } })).toBe(of("{ kinds: ARTICLE }"));
    expect(of("$f", { f: { kinds: ["NONE"] } })).toBe(of("{ kinds: ARTICLE }"));
  });

  test("of the operation that is asked for", () => {
    const query = `query A { __typename } query B ${events("")}`;
    expect(cost(query, {}, "A")).toBe(1);
    expect(cost(query, {}, "B")).toBe(cost(events("")));
    expect(costOf({ schema, document: parse(query) })).toBeNull();
    expect(costOf({ schema, document: parse(query), operationName: "C" })).toBeNull();
  });
});

describe("variables", () => {
  const query = `query ($n: Int = 7) ${events("(first: $n)")}`;

  test("count as the same number in the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -3, max: 103 }), fc.maxSafeInteger()), (n) => {
        expect(cost(query, { n })).toBe(cost(events(`(first: ${n})`)));
      }),
      { numRuns: runs(100) },
    );
  });

  test("have their defaults, and null is none given", () => {
    expect(cost(query)).toBe(cost(events("(first: 7)")));
    expect(cost(query, { n: null })).toBe(cost(events("")));
  });

  test("of any other kind count as the largest page", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.array(fc.anything()), fc.dictionary(fc.string(), fc.anything())),
        (n) => {
          expect(cost(query, { n })).toBe(cost(events("(first: 100)")));
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test("decide what is left out where they are known, and nothing where they are not", () => {
    const conditional = `query ($yes: Boolean!) { events @include(if: $yes) { edges { cursor } } __typename @skip(if: $yes) }`;
    expect(cost(conditional, { yes: false })).toBe(1);
    expect(cost(conditional, { yes: true })).toBe(cost("{ events { edges { cursor } } }"));
    expect(cost(conditional)).toBe(cost("{ events { edges { cursor } } __typename }"));
  });

  test("hold ids and searches", () => {
    const ids = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect(cost(ids, { ids: Array(50).fill("a") })).toBe(55);
    expect(cost(ids, { ids: Array(5000).fill("a") })).toBe(110);
    const filter = `query ($f: EventFilter) ${events("(filter: $f)")}`;
    expect(cost(filter, { f: { search: "a" } })).toBe(cost(events('(filter: {search: "a"})')));
    expect(cost(filter, { f: { search: null } })).toBe(cost(events("(filter: {})")));
  });
});

describe("any query", () => {
  const twoSets = fc.tuple(selections, selections);

  test("costs no less with more in it", () => {
    fc.assert(
      fc.property(twoSets, ([some, more]) => {
        expect(cost(textOf([...some, ...more]))).toBeGreaterThanOrEqual(cost(textOf(some)));
      }),
      { numRuns: runs(300) },
    );
  });

  test("costs at most what its parts do, each for itself", () => {
    fc.assert(
      fc.property(twoSets, ([some, more]) => {
        expect(cost(textOf([...some, ...more]))).toBeLessThanOrEqual(cost(textOf(some)) + cost(textOf(more)));
      }),
      { numRuns: runs(300) },
    );
  });

  test("costs the same with fragments, named or not", () => {
    fc.assert(
      fc.property(selections, (some) => {
        const inline = cost(textOf(some));
        expect(cost(withFragments(some))).toBe(inline);
        expect(cost(`{ ... ${textOf(some)} }`)).toBe(inline);
      }),
      { numRuns: runs(300) },
    );
  });

  test("costs no less on larger pages", () => {
    fc.assert(
      fc.property(selections, (some) => {
        const query = textOf(some);
        expect(cost(query.replaceAll("first: 3)", "first: 20)"))).toBeGreaterThanOrEqual(cost(query));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("the time it takes", () => {
  const chain = (length: number, field: string) =>
    `{ events { edges { node { ...F0 } } } } ${Array.from({ length }, (_, index) => {
      const next = index + 1 < length ? `...F${index + 1} ...F${index + 1}` : "id";
      return `fragment F${index} on Event { ${field === "" ? next : `${field} { event { ${next} } }`} }`;
    }).join("\n")}`;

  test.each(["", "related", "statusHistory"])(
    "does not grow with how often fragments are spread: %s",
    (field) => {
      const started = performance.now();
      expect(cost(chain(200, field))).toBeGreaterThan(DEFAULT_LIMITS.maxCost);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );

  test("ends where fragments are inside themselves", () => {
    const query =
      "{ events { edges { node { ...A } } } } fragment A on Event { title ...B } fragment B on Event { ...A }";
    expect(cost(query)).toBe(cost("{ events { edges { node { title } } } }"));
  });

  test("ends where nothing is as it should be", () => {
    expect(cost("{ nothing { here } ...Gone ... on Nobody { title } }")).toBe(0);
    expect(cost("{ events { __proto__ constructor { name } toString } }")).toBe(cost("{ events { a } }"));
  });
});

describe("the limit leaves room for", () => {
  const allowed = DEFAULT_LIMITS.maxCost;

  test.each(EXAMPLE_QUERIES)("$name", ({ query, variables }) => {
    expect(cost(query, JSON.parse(variables))).toBeLessThan(allowed / 10);
  });

  test("an introspection with all there is", () => {
    const full = {
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
    };
    expect(cost(getIntrospectionQuery({ ...full, inputValueDeprecation: true, oneOf: true }))).toBeLessThan(
      allowed / 5,
    );
  });

  test("a hundred entries of a timeline with all their evidence", () => {
    const query = `{
      topic(slug: "a") {
        timeline(first: 100) {
          totalCount
          edges {
            node {
              kind
              title
              when { display }
              evidence { stance exact link claimedBy { name } article { headline url source { name } } }
              ... on Event { status place { name } participants { role agent { name } } }
              ... on StatusChange { from to event { title } }
              ... on Quote { text speaker { name } about { title } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`;
    expect(cost(query)).toBeLessThan(allowed * 0.75);
  });

  test("but not for lists of evidence inside each other, however short the query", () => {
    const query =
      "{events(first:1){edges{node{evidence{article{events{evidence{article{events{title}}}}}}}}}}";
    expect(query.length).toBeLessThan(176);
    expect(cost(query)).toBeGreaterThan(allowed);
  });
});
