import { getIntrospectionQuery } from "graphql";
import { describe, expect, test } from "vitest";
import { readPersistedOperations } from "../../src/server/persisted/read-operations.ts";
import { type Answer, schema, serveApp } from "./fixture.ts";
import { folderOf } from "./persisted/files.ts";

async function send(url: string, params: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify(params),
  });
  return JSON.parse(await response.text());
}

describe("introspection", () => {
  test("is answered unless it is switched off", async () => {
    const { url } = await serveApp();
    const answer = await send(url, { query: "{ __schema { queryType { name } } }" });
    expect(answer).toMatchObject({ data: { __schema: { queryType: { name: "Query" } } } });
  });

  test.each([
    ["__schema", getIntrospectionQuery()],
    ["__schema", "{ alias: __schema { types { name fields { name } } } }"],
    ["__schema", "query { ...F } fragment F on Query { ... { __schema { description } } }"],
    ["__type", '{ __type(name: "Query") { name } }'],
  ])("is refused with one error for %s: %s", async (field, query) => {
    const { url } = await serveApp({ introspection: false });
    for (const _ of ["at first", "from the cache"]) {
      expect((await send(url, { query })).errors).toEqual([
        {
          message: expect.stringMatching(new RegExp(`^Introspection is switched off.* so ${field} cannot`)),
          locations: [expect.anything()],
          extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
        },
      ]);
    }
  });

  test("leaves __typename and the rest", async () => {
    const { url } = await serveApp({ introspection: false });
    expect(await send(url, { query: "{ __typename hello }" })).toMatchObject({
      data: { __typename: "Query", hello: "world" },
    });
  });

  test("by a registered operation is answered, before and after the same query is refused", async () => {
    const query = "query Schema { __schema { queryType { name } } }";
    const operations = await readPersistedOperations(await folderOf({ "a.graphql": query }), schema);
    const persisted = { operations, only: false, maxAgeSeconds: 0 };
    const { url } = await serveApp({ introspection: false, persisted });
    const data = { __schema: { queryType: { name: "Query" } } };
    for (const _ of [1, 2]) {
      expect(await send(url, { documentId: "Schema" })).toMatchObject({ data });
      expect((await send(url, { query })).errors?.[0]?.message).toMatch(/^Introspection is switched off/);
    }
  });
});

describe("suggestions", () => {
  const wrong: [string, string, Record<string, unknown>, string][] = [
    ["a field", "{ helo }", {}, 'Cannot query field "helo" on type "Query".'],
    ["an argument", "{ count(off: 1) }", {}, 'Unknown argument "off" on field "Query.count".'],
    ["a type", "query ($k: Kin) { kind(is: $k) }", {}, 'Unknown type "Kin".'],
    ["a value", "{ kind(is: EVEN) }", {}, 'Value "EVEN" does not exist in "Kind" enum.'],
    [
      "a variable's value",
      "query ($k: Kind) { kind(is: $k) }",
      { k: "EVEN" },
      'Variable "$k" got invalid value "EVEN"; Value "EVEN" does not exist in "Kind" enum.',
    ],
  ];

  test.each(wrong)("for %s are made unless introspection is off", async (_, query, variables, message) => {
    const open = await serveApp();
    const [suggested] = (await send(open.url, { query, variables })).errors ?? [];
    expect(suggested?.message).toMatch(/ Did you mean .*\?$/);
    const closed = await serveApp({ introspection: false });
    const [plain] = (await send(closed.url, { query, variables })).errors ?? [];
    expect(plain).toEqual({ ...suggested, message });
  });

  test("are not made where only registered operations run", async () => {
    const query = "query Kind($k: Kind) { kind(is: $k) }";
    const operations = await readPersistedOperations(await folderOf({ "a.graphql": query }), schema);
    const { url } = await serveApp({ persisted: { operations, only: true, maxAgeSeconds: 0 } });
    const { errors } = await send(url, { documentId: "Kind", variables: { k: "EVEN" } });
    expect(errors?.[0]?.message).toMatch(/enum\.$/);
  });
});
