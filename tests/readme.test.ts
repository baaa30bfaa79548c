import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { graphql, parse, validate } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { seedStory } from "../src/commands/seed.ts";
import { SETTINGS } from "../src/config.ts";
import { createContext } from "../src/graphql/context.ts";
import { EXAMPLE_QUERIES } from "../src/graphql/examples.ts";
import { schema } from "../src/graphql/schema.ts";
import { storeOfThisFile } from "./support/store.ts";

const README = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
const EXAMPLES = [...README.matchAll(/```graphql\n([\s\S]*?)```\n+```json\n([\s\S]*?)```/g)].map(
  ([, query = "", answer = ""]) => ({ query, answer }),
);
const NOW = new Date("2025-12-01T12:00:00Z");

const { store } = await storeOfThisFile();
beforeAll(() => seedStory(store));

async function ask(source: string, variableValues: Record<string, unknown> = {}) {
  const contextValue = createContext(store, () => NOW);
  const result = await graphql({ schema, source, variableValues, contextValue });
  return JSON.parse(JSON.stringify(result));
}

describe("the README", () => {
  test("has nine queries with their answers", () => {
    expect(EXAMPLES).toHaveLength(9);
  });

  test.each(EXAMPLES)("shows the real answer to example %#", async ({ query, answer }) => {
    expect(await ask(query)).toEqual({ data: JSON.parse(answer) });
  });

  test("lists every setting with its default", () => {
    for (const setting of SETTINGS) {
      expect(README).toContain(`| \`${setting.name}\` | \`${setting.default}\` | ${setting.description} |`);
    }
  });
});

describe("the queries in GraphiQL's tabs", () => {
  test("are four", () => {
    expect(EXAMPLE_QUERIES).toHaveLength(4);
  });

  test.each(EXAMPLE_QUERIES)("$name", async ({ query, variables }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const { data, errors } = await ask(query, JSON.parse(variables));
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
  });
});
