import { graphql } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { seedStory } from "../../src/commands/seed.ts";
import { createContext } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import { storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
beforeAll(() => seedStory(store));

const NAME = `
  __typename
  ... on Person { name }
  ... on Organization { name }
  ... on Place { name }
  ... on Topic { title }
  ... on TimelineEntry { title }
`;

async function ask(source: string, variableValues: Record<string, unknown> = {}) {
  const contextValue = createContext(store, () => new Date("2025-12-01T12:00:00Z"));
  return JSON.parse(JSON.stringify(await graphql({ schema, source, variableValues, contextValue })));
}

/** A page of a search. */
async function search(query: string, args: Record<string, unknown> = {}) {
  const { data, errors } = await ask(
    `query ($query: String!, $first: Int, $after: String) {
      search(query: $query, first: $first, after: $after) {
        totalCount
        totalCountIsExact
        edges { cursor node { ${NAME} } snippet evidence { exact article { slug } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    { query, ...args },
  );
  expect(errors).toBeUndefined();
  return data.search;
}

interface Edge {
  readonly cursor: string;
  readonly node: { readonly __typename: string; readonly name?: string; readonly title?: string };
  readonly snippet: string;
  readonly evidence: { readonly exact: string | null } | null;
}

const nameOf = ({ node }: Edge) => `${node.__typename}: ${node.name ?? node.title}`;

describe("a search", () => {
  test("gives what is named so first, and whatever speaks of it", async () => {
    const { edges, totalCount, totalCountIsExact } = await search("alaska");
    expect(edges.map(nameOf)).toEqual([
      "Place: Alaska",
      "Event: Putin–Trump meeting in Alaska",
      "Article: Trump-Putin Alaska summit ends without Ukraine ceasefire",
      "Topic: Putin–Trump summit",
      "Article: Russian Official Provides Insights on Anticipated Putin-Trump Summit",
    ]);
    expect([totalCount, totalCountIsExact]).toEqual([5, true]);
  });

  test("finds a person before what they said", async () => {
    const { edges } = await search("ryabkov");
    expect(nameOf(edges[0])).toBe("Person: Sergey Ryabkov");
    expect(edges.filter(({ node }: Edge) => node.__typename === "Quote").length).toBeGreaterThan(5);
  });

  test("takes the last word for the beginning of one", async () => {
    const { edges } = await search("nuclear stab");
    expect(edges[0]).toMatchObject({
      node: { title: "Three-way nuclear stability talks" },
      snippet: "Three-way <mark>nuclear</mark> <mark>stability</mark> talks",
      evidence: { exact: expect.stringContaining("nuclear stability talks") },
    });
    expect((await search('"nuclear stab"')).edges).toEqual([]);
  });

  test("finds words that stand together, with the passage they are from", async () => {
    const { edges } = await search('"everything is going well"');
    expect(edges.map(({ node }: Edge) => node.__typename)).toEqual(["Quote", "Article"]);
    for (const { snippet, evidence } of edges) {
      expect(snippet).toContain("<mark>everything is going well</mark>");
      expect(evidence.exact).toContain("everything is going well");
    }
    expect((await search('"well going is everything"')).edges).toEqual([]);
  });

  test("does not mind accents, letter case or the kind of dash", async () => {
    const { edges } = await search("PÚTIN-Trump SUMMÍT");
    expect(edges.map(nameOf)).toContain("Topic: Putin–Trump summit");
    expect(await search("putin–trump summit")).toEqual(await search("pütin-trump summit"));
  });

  test("finds an organization by another name", async () => {
    const { edges } = await search("kremlin");
    expect(edges).toMatchObject([
      { node: { name: "Russia" }, snippet: "<mark>Kremlin</mark>", evidence: null },
    ]);
  });

  test("gives every event and quote a passage, where it has one", async () => {
    for (const query of ["putin", "trump", "nuclear", "ryabkov"]) {
      for (const { node, evidence } of (await search(query, { first: 100 })).edges) {
        if (node.__typename === "Quote") expect(evidence.exact).toEqual(expect.any(String));
      }
    }
  });

  test("without a word finds nothing", async () => {
    for (const query of ["", '"', "…", "😀"]) {
      expect(await search(query)).toMatchObject({ edges: [], totalCount: 0, totalCountIsExact: true });
    }
  });
});

describe("the pages of a search", () => {
  test.each([1, 2, 3, 7])("of %i hold every result once, in order", async (first) => {
    const whole = await search("putin", { first: 100 });
    expect(whole.edges.length).toBeGreaterThan(10);
    const walked: Edge[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await search("putin", { first, after });
      expect(page.totalCount).toBe(whole.edges.length);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      walked.push(...page.edges);
      if (!page.pageInfo.hasNextPage) break;
      expect(page.edges).toHaveLength(first);
      after = page.pageInfo.endCursor;
    }
    expect(walked).toEqual(whole.edges);
    expect(new Set(walked.map(({ cursor }) => cursor)).size).toBe(walked.length);
  });

  test("are refused with a cursor of something else", async () => {
    for (const after of ["x", "", Buffer.from('[1,9,"x"]').toString("base64url")]) {
      const { errors } = await ask(
        `query ($after: String) { search(query: "putin", after: $after) { totalCount } }`,
        {
          after,
        },
      );
      expect(errors?.[0]?.message).toContain("is not a cursor of a search");
    }
  });
});

describe("lists that a search narrows", () => {
  test("stay in their order", async () => {
    const { data } = await ask(`{
      people(search: "putin") { totalCount edges { node { slug } } }
      some: people(search: "a") { edges { node { slug } } }
      none: people(search: "—") { totalCount edges { node { slug } } pageInfo { hasNextPage } }
      topics(search: "alaska") { edges { node { slug } } }
      page: people(search: "deputy", first: 1) { pageInfo { hasNextPage hasPreviousPage } edges { node { name } } }
    }`);
    expect(data).toEqual({
      people: { totalCount: 1, edges: [{ node: { slug: "vladimir-putin" } }] },
      some: { edges: [{ node: { slug: "layla-al-mansoori" } }] },
      none: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false } },
      topics: { edges: [{ node: { slug: "putin-trump-summit" } }] },
      page: {
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
        edges: [{ node: { name: "Sergey Ryabkov" } }],
      },
    });
  });

  test("refuse what is too long", async () => {
    const { errors } = await ask(
      `query ($search: String) { people(search: $search) { totalCount edges { cursor } } }`,
      {
        search: "word ".repeat(10_000),
      },
    );
    expect(errors[0].message).toMatch(/^The search has 50000 characters; it may have 1000\./);
  });
});
