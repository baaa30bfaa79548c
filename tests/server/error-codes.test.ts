import { describe, expect, test } from "vitest";
import { ask, testApp } from "./fixture.ts";

describe("errors that clients can do something about keep their message", () => {
  test.each([
    ["a syntax error", "{ hello", {}, "GRAPHQL_PARSE_FAILED", "Syntax Error: Expected Name, found <EOF>."],
    [
      "an unknown field",
      "{ nope }",
      {},
      "GRAPHQL_VALIDATION_FAILED",
      'Cannot query field "nope" on type "Query".',
    ],
    [
      "an unknown enum value",
      "{ kind(is: OTHER) }",
      {},
      "GRAPHQL_VALIDATION_FAILED",
      /"OTHER" does not exist/,
    ],
    [
      "no operation of that name",
      "query A { hello } query B { hello }",
      {},
      "OPERATION_RESOLUTION_FAILURE",
      /what operation/,
    ],
    [
      "a bad variable",
      "query ($k: Kind) { kind(is: $k) }",
      { k: "OTHER" },
      "BAD_USER_INPUT",
      /"\$k" got invalid/,
    ],
    [
      "a missing variable",
      "query ($n: Int!) { count(of: $n) }",
      {},
      "BAD_USER_INPUT",
      /"\$n" of required type/,
    ],
    [
      "a null argument",
      "query ($n: Int) { count(of: $n) }",
      { n: null },
      "BAD_USER_INPUT",
      /must not be null/,
    ],
    ["a scalar's error, in a literal", '{ day(is: "x") }', {}, "GRAPHQL_VALIDATION_FAILED", "x is not a day"],
    [
      "a scalar's error, in a variable",
      "query ($d: Day) { day(is: $d) }",
      { d: "x" },
      "BAD_USER_INPUT",
      /x is not a/,
    ],
    ["ours, in a literal", '{ day(is: "ours") }', {}, "INVALID_DATE", /That is not a day\. Write 2025-10-18/],
    [
      "ours, in a variable",
      "query ($d: Day) { day(is: $d) }",
      { d: "ours" },
      "INVALID_DATE",
      /"\$d".*Write 2025/,
    ],
    ["ours, in a resolver", "{ page }", {}, "INVALID_PAGE", "first: give at most 100."],
    ["ours, wrapped by the database", "{ wrapped }", {}, "TOO_SLOW", "Ask for less."],
    ["one with a code", "{ coded }", {}, "FORBIDDEN", "Not yours"],
  ])("%s", async (_, query, variables, code, message) => {
    const { app, lines } = testApp();
    const { answer } = await ask(app, query, variables);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toEqual({ code });
    if (typeof message === "string") expect(answer.errors?.[0]?.message).toBe(message);
    else expect(answer.errors?.[0]?.message).toMatch(message);
    expect(lines.filter(({ msg }) => msg === "unexpected error")).toEqual([]);
  });
});

describe("anything unexpected is masked and logged", () => {
  test.each(["broken", "text", "wrongType", "missing"])("%s", async (field) => {
    const { app, lines } = testApp();
    const { response, answer } = await ask(app, `{ hello ${field} }`);
    const requestId = response.headers.get("x-request-id");
    expect(answer.errors).toEqual([
      {
        message: "Internal server error",
        path: [field],
        locations: [expect.anything()],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain("secret");
    const [logged] = lines.filter(({ msg }) => msg === "unexpected error");
    expect(logged).toMatchObject({ requestId, path: field, err: { stack: expect.stringContaining("at ") } });
  });

  test("a context that cannot be made is a fault with status 500", async () => {
    const { app, lines } = testApp({
      createContext: () => {
        throw new Error("secret of ours");
      },
    });
    const { response, answer } = await ask(app, "{ hello }");
    expect(response.status).toBe(500);
    expect(answer.errors?.[0]).toMatchObject({ message: "Internal server error" });
    expect(lines.some(({ msg }) => msg === "unexpected error")).toBe(true);
  });

  test("in a subscription too", async () => {
    const { app, lines } = testApp();
    const response = await app.fetch(
      new Request("http://localhost/graphql?query=subscription{ticks}", {
        headers: { accept: "text/event-stream" },
      }),
    );
    const events = await response.text();
    expect(events).toContain('{"data":{"ticks":[1]}}');
    expect(events).toContain("Internal server error");
    expect(events).not.toContain("secret");
    expect(lines.some(({ msg }) => msg === "unexpected error")).toBe(true);
  });
});
