import { describe, expect, test } from "vitest";
import { z } from "zod";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask, idOf, nameOf } from "../support/graphql.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
await applyStory(store, SEED, AUTHOR);

describe("ids", () => {
  const names = [
    ...SEED.topics.map(({ slug }) => `Topic:${slug}`),
    ...SEED.people.map(({ slug }) => `Person:${slug}`),
    ...SEED.organizations.map(({ slug }) => `Organization:${slug}`),
    ...SEED.places.map(({ slug }) => `Place:${slug}`),
    ...SEED.sources.map(({ slug }) => `Source:${slug}`),
    ...SEED.articles.map(({ slug }) => `Article:${slug}`),
    ...SEED.events.map(({ slug }) => `Event:${slug}`),
    ...["scheduled-2025-10-16", "postponed-2025-10-21"].map(
      (step) => `StatusChange:budapest-summit-2025/${step}`,
    ),
  ];

  test("are made of the type and key of what they name, and lead back to it", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
    const data = await ask(store, query, { ids: names.map(idOf) });
    expect(data).toEqual({
      nodes: names.map((name) => ({ __typename: name.split(":")[0], id: idOf(name) })),
    });
  });

  test("that any answer holds lead back to the same thing by node and by nodes", async () => {
    const data = await ask(
      store,
      `{ timeline(first: 100, filter: { kinds: [EVENT QUOTE STATUS_CHANGE ARTICLE] }) { edges { node { __typename id title
         ... on Event { place { __typename id } topics { __typename id } statusHistory { __typename id } participants { agent { __typename id } } }
         ... on Article { source { __typename id } syndicatedFrom { __typename id } } } } } }`,
    );
    const nodes = [...new Set(JSON.stringify(data).match(/"__typename":"\w+","id":"[\w-]+"/g))];
    expect(nodes.length).toBeGreaterThan(50);
    for (const node of nodes) {
      const { __typename, id } = z
        .object({ __typename: z.string(), id: z.string() })
        .parse(JSON.parse(`{${node}}`));
      expect(nameOf(id).startsWith(`${__typename}:`)).toBe(true);
      const found = await ask(
        store,
        "query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id } }",
        { id },
      );
      expect(found).toEqual({ node: { __typename, id }, nodes: [{ id }] });
    }
  });

  test("of a day lead to what was known then, and so do the ids in the answer", async () => {
    const query = `query ($id: ID!) { node(id: $id) { id ... on Event {
      status disputed when { edtf } outcome statusHistory { id to evidence { article { id slug } } } related { kind } } } }`;
    const as = async (day: string, slug: string) => ask(store, query, { id: idOf(`Event@${day}:${slug}`) });
    expect(await as("2025-09-01", "budapest-summit-2025")).toEqual({ node: null });
    expect(await as("2025-09-01", "alaska-meeting-2025")).toMatchObject({
      node: { status: "OCCURRED", outcome: null },
    });
    expect(await as("2025-11-22", "alaska-meeting-2025")).toMatchObject({
      node: { outcome: expect.any(String) },
    });
    const evidence = (day: string, ...slugs: string[]) =>
      slugs.map((slug) => ({ article: { slug, id: idOf(`Article@${day}:${slug}`) } }));
    expect(await as("2025-10-18", "budapest-summit-2025")).toMatchObject({
      node: {
        id: idOf("Event@2025-10-18:budapest-summit-2025"),
        status: "SCHEDULED",
        disputed: false,
        when: { edtf: "2025-10-16/2025-10-30~" },
        related: [],
        statusHistory: [
          {
            id: idOf("StatusChange@2025-10-18:budapest-summit-2025/scheduled-2025-10-16"),
            evidence: evidence("2025-10-18", "tass-two-weeks", "semafor"),
          },
        ],
      },
    });
    expect(await as("2025-10-21", "budapest-summit-2025")).toMatchObject({
      node: {
        status: "POSTPONED",
        disputed: false,
        when: null,
        statusHistory: [
          { to: "SCHEDULED" },
          { to: "POSTPONED", evidence: evidence("2025-10-21", "business-standard") },
        ],
      },
    });
  });
});
