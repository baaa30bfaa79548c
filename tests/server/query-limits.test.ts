import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/domain/request-limits.ts";
import { ask, testApp } from "./fixture.ts";

const limited = (limits: Partial<typeof DEFAULT_LIMITS>) =>
  testApp({ limits: { ...DEFAULT_LIMITS, ...limits } });

describe("cost", () => {
  test("is in every answer to what is executed, with errors or without", async () => {
    const { app } = testApp();
    for (const query of ["{ hello }", "{ page }", "{ missing }"]) {
      const { answer } = await ask(app, query);
      expect(answer).toMatchObject({ extensions: { cost: { requested: 1, limit: DEFAULT_LIMITS.maxCost } } });
    }
  });

  test("above the limit is refused before anything is resolved, with both numbers", async () => {
    const { app, lines } = limited({ maxCost: 1 });
    const query = `{ ${Array.from({ length: 11 }, (_, index) => `a${index}: visits`).join(" ")} }`;
    const { response, answer } = await ask(app, query);
    expect(response.status).toBe(400);
    expect(answer).toEqual({
      errors: [
        {
          message:
            "The query costs 2 points; 1 is the limit. Ask for fewer entries with `first`, for fewer lists inside lists, or split it over several requests.",
          extensions: { code: "QUERY_TOO_EXPENSIVE" },
        },
      ],
      extensions: { cost: { requested: 2, limit: 1 } },
    });
    expect(lines.filter(({ msg }) => msg === "unexpected error")).toEqual([]);
  });

  test("of a subscription is limited too", async () => {
    const { app } = limited({ maxCost: 0 });
    const response = await app.fetch(
      new Request("http://localhost/graphql?query=subscription{ticks}", {
        headers: { accept: "text/event-stream" },
      }),
    );
    expect(await response.text()).toContain("QUERY_TOO_EXPENSIVE");
  });
});

test.each([
  ["TOO_MANY_TOKENS", { maxTokens: 4 }],
  ["TOO_MANY_ALIASES", { maxAliases: 0 }],
  ["QUERY_TOO_DEEP", { maxDepth: 0 }],
])("%s follows its setting", async (code, limits) => {
  const query = "{ a: hello }";
  expect((await ask(testApp().app, query)).answer.data).toEqual({ a: "world" });
  const { app } = limited(limits);
  for (const _ of ["first", "from the cache"]) {
    const { response, answer } = await ask(app, query);
    expect(response.status).toBe(400);
    expect(answer.errors?.map((error) => error.extensions)).toEqual([{ code }]);
    expect(answer.data).toBeUndefined();
  }
});

test("clients of the older media type get status 200, as for queries that are not valid", async () => {
  const { app } = limited({ maxDepth: 0 });
  const response = await app.fetch(
    new Request("http://localhost/graphql?query={hello}", { headers: { accept: "application/json" } }),
  );
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "QUERY_TOO_DEEP" } }] });
});

test("messages that show what was sent are cut", async () => {
  const { app } = testApp();
  const { answer } = await ask(app, "query ($k: Kind) { kind(is: $k) }", { k: "X".repeat(50_000) });
  expect(answer.errors?.[0]?.message).toHaveLength(1_001);
  expect(answer.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT" });
});
