import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import type { PersistedSettings } from "../../../src/server/persisted/operation.ts";
import { readPersistedOperations } from "../../../src/server/persisted/read-operations.ts";
import { type Answer, ask, schema, serveApp, testApp } from "../fixture.ts";
import { folderOf, manifestOf, sha256 } from "./files.ts";

const HELLO = "query Hello { hello }\n";
const COUNT = "query Count($n: Int!) { count(of: $n) }\n";
const TWO =
  "query One { hello }\nquery Two { visits }\nmutation Touch { touch }\nquery Fails { page hello }\n";
const JSON_TYPE = { "content-type": "application/json" };
const SPEC = { accept: "application/graphql-response+json" };

async function settingsOf(files: Record<string, string>, more: Partial<PersistedSettings> = {}) {
  const operations = await readPersistedOperations(await folderOf(files), schema);
  return { operations, only: false, maxAgeSeconds: 0, ...more };
}

async function serve(more: Partial<PersistedSettings> = {}) {
  const files = {
    "hello.graphql": HELLO,
    "count.graphql": COUNT,
    "two.graphql": TWO,
    "schema.graphql": "query Schema { __schema { queryType { name } } }",
    "ticks.graphql": "subscription Ticks { ticks }",
  };
  const { url, lines } = await serveApp({ persisted: await settingsOf(files, more) });
  return {
    url,
    lines,
    post: (body: unknown, headers: Record<string, string> = {}) =>
      fetch(url, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) }),
    get: (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${url}?${new URLSearchParams(parameters)}`, { headers }),
  };
}

async function errorOf(response: Response) {
  const { data, errors }: Answer = JSON.parse(await response.text());
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const [error] = errors ?? [];
  return { status: response.status, code: error?.extensions["code"], message: error?.message };
}

const apollo = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

describe("an operation that is registered runs", () => {
  test.each([
    ["by its name", { documentId: "Hello" }, { hello: "world" }],
    ["by its hash", { documentId: sha256(HELLO) }, { hello: "world" }],
    ["by its hash, marked as one", { documentId: `sha256:${sha256(HELLO)}` }, { hello: "world" }],
    ["as Apollo's clients ask", { extensions: apollo(sha256(HELLO)) }, { hello: "world" }],
    ["with variables", { documentId: "Count", variables: { n: 3 } }, { count: "3" }],
    ["out of two, by its name", { documentId: "Two" }, { visits: 1 }],
    ["out of two, chosen", { documentId: sha256(TWO), operationName: "Two" }, { visits: 1 }],
    ["with its name again", { documentId: "Two", operationName: "Two" }, { visits: 1 }],
    [
      "beside members that are null",
      { documentId: "Hello", query: null, extensions: null },
      { hello: "world" },
    ],
  ])("%s", async (_, params: Record<string, unknown>, data) => {
    const { post, get } = await serve();
    const posted = await post(params);
    expect(await posted.json()).toMatchObject({ data });
    expect(posted.headers.get("cache-control")).toBe("no-store");
    const parameters = Object.entries(params)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
    expect(await (await get(Object.fromEntries(parameters))).json()).toMatchObject({ data });
  });

  test("by the id of a manifest", async () => {
    const manifest = await manifestOf({ "0a1b": HELLO });
    const operations = await readPersistedOperations(manifest, schema);
    const { url } = await serveApp({ persisted: { operations, only: true, maxAgeSeconds: 0 } });
    expect(await (await fetch(`${url}?documentId=0a1b`)).json()).toMatchObject({ data: { hello: "world" } });
  });

  test("and others run beside it", async () => {
    const { post, get } = await serve();
    for (const response of [await post({ query: "{ hello }" }), await get({ query: "{ hello }" })]) {
      expect(await response.json()).toMatchObject({ data: { hello: "world" } });
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("etag")).toBeNull();
    }
  });

  test("and is neither parsed nor validated for each request, however many others were asked meanwhile", async () => {
    let reads = 0;
    const document = parse("query Hello { hello }");
    const watched = {
      kind: document.kind,
      get definitions() {
        reads += 1;
        return document.definitions;
      },
    };
    const operations = new Map([["Hello", { text: "{ nothing that can be parsed", document: watched }]]);
    const { app } = testApp({ persisted: { operations, only: false, maxAgeSeconds: 0 } });
    const readsOfOne = async () => {
      reads = 0;
      const response = await app.fetch(new Request("http://localhost/graphql?documentId=Hello"));
      expect(await response.json()).toMatchObject({ data: { hello: "world" } });
      return reads;
    };
    const [first, second] = [await readsOfOne(), await readsOfOne()];
    expect(second).toBeLessThan(first);
    for (let number = 0; number < 1_100; number++) await ask(app, `{ hello${number}: hello }`);
    expect(await readsOfOne()).toBe(second);
  });

  test("for a page in a browser too", async () => {
    const { get } = await serve();
    const response = await get(
      { documentId: "Hello" },
      { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
    );
    expect(await response.json()).toMatchObject({ data: { hello: "world" } });
  });
});

describe("a request is refused", () => {
  const notFound = { code: "PERSISTED_QUERY_NOT_FOUND" };

  test("for an id that is not registered, with the status that its client expects", async () => {
    const { post, get } = await serve();
    const unknown = sha256("{ nope }");
    const apollos = { status: 200, ...notFound, message: "PersistedQueryNotFound" };
    expect(await errorOf(await post({ extensions: apollo(unknown) }))).toEqual(apollos);
    expect(await errorOf(await get({ extensions: JSON.stringify(apollo(unknown)) }))).toEqual(apollos);
    expect(await errorOf(await post({ extensions: apollo(unknown) }, SPEC))).toEqual({
      ...apollos,
      status: 404,
    });
    const message = expect.stringContaining(`registered on this server as "${unknown}"`);
    expect(await errorOf(await post({ documentId: unknown }, SPEC))).toEqual({
      status: 404,
      ...notFound,
      message,
    });
    expect(await errorOf(await get({ documentId: unknown }, SPEC))).toEqual({
      status: 404,
      ...notFound,
      message,
    });
  });

  test("for an id that it brings a query for: nothing is registered by that", async () => {
    const { post } = await serve();
    const query = "{ visits }";
    const registers = { query, extensions: apollo(sha256(query)) };
    expect(await (await post(registers)).json()).toMatchObject({ data: { visits: 1 } });
    expect(await errorOf(await post({ extensions: registers.extensions }))).toMatchObject(notFound);
  });

  test.each([
    ["both an id and a query", { documentId: "Hello", query: "{ hello }" }, /not both/],
    ["an id that is no string", { documentId: 5 }, /must be a string/],
    ["an empty id", { documentId: "" }, /not empty/],
    ["another version", { extensions: apollo("a", 2) }, /"version": 1/],
    ["a hash that is no string", { extensions: apollo(5) }, /sha256Hash/],
    ["a persistedQuery that is no object", { extensions: { persistedQuery: "a" } }, /sha256Hash/],
    ["the name of another operation", { documentId: "One", operationName: "Two" }, /the operation One/],
  ])("with %s", async (_, params, message) => {
    const { post } = await serve();
    const error = { status: 400, code: "BAD_REQUEST", message: expect.stringMatching(message) };
    expect(await errorOf(await post(params))).toEqual(error);
  });

  test.each(["variables", "extensions"])("with %s in its URL that are no JSON object", async (name) => {
    const { get } = await serve();
    for (const [text, message] of [
      ["{", `The parameter ${name} is not JSON.`],
      ["[]", `The parameter ${name} is not a JSON object.`],
    ] as const) {
      const error = await errorOf(await get({ documentId: "Hello", [name]: text }));
      expect(error).toEqual({ status: 400, code: "BAD_REQUEST", message });
    }
  });

  test("for a document of several operations without saying which", async () => {
    const { post } = await serve();
    const error = await errorOf(await post({ documentId: sha256(TWO) }));
    expect(error).toMatchObject({ code: "OPERATION_RESOLUTION_FAILURE" });
  });

  test("for a mutation by GET, which POST runs", async () => {
    const { post, get } = await serve();
    const response = await get({ documentId: "Touch" });
    expect(response.headers.get("allow")).toBe("POST");
    expect(await errorOf(response)).toMatchObject({ status: 405 });
    expect(await (await post({ documentId: "Touch" })).json()).toMatchObject({ data: { touch: "touched" } });
  });

  test("for any id where none is registered, so that Apollo's clients stop asking", async () => {
    const { url } = await serveApp();
    const send = (params: unknown, headers: Record<string, string> = {}) =>
      fetch(url, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(params) });
    expect(await errorOf(await send({ extensions: apollo("a") }))).toEqual({
      status: 200,
      code: "PERSISTED_QUERY_NOT_SUPPORTED",
      message: "PersistedQueryNotSupported",
    });
    expect(await errorOf(await send({ documentId: "a" }, SPEC))).toEqual({
      status: 400,
      code: "PERSISTED_QUERY_NOT_SUPPORTED",
      message: expect.stringContaining("PERSISTED_OPERATIONS"),
    });
  });
});

describe("where only registered operations run", () => {
  test.each([
    ["a query", { query: "{ hello }" }],
    ["the text of one that is registered", { query: HELLO }],
    [
      "a query with the id of one that is registered",
      { query: "{ visits }", extensions: apollo(sha256(HELLO)) },
    ],
    ["introspection", { query: "{ __schema { queryType { name } } }" }],
    ["a query that is wrong", { query: "{ helo" }],
    ["nothing", {}],
  ])("%s is refused", async (_, params: Record<string, unknown>) => {
    const { post, get } = await serve({ only: true });
    const error = { code: "PERSISTED_QUERY_ONLY", message: expect.stringContaining("documentId") };
    expect(await errorOf(await post(params))).toEqual({ status: 200, ...error });
    expect(await errorOf(await post(params, SPEC))).toEqual({ status: 403, ...error });
    const parameters = Object.entries(params).map(([name, value]) => [name, JSON.stringify(value)]);
    expect(await errorOf(await get(Object.fromEntries(parameters)))).toMatchObject(error);
  });

  test("what is registered runs, introspection too", async () => {
    const { get } = await serve({ only: true });
    expect(await (await get({ documentId: "Hello" })).json()).toMatchObject({ data: { hello: "world" } });
    expect(await (await get({ documentId: "Schema" })).json()).toMatchObject({
      data: { __schema: { queryType: { name: "Query" } } },
    });
  });

  test("a batch is none", async () => {
    const { post } = await serve({ only: true });
    expect(await errorOf(await post([{ query: "{ hello }" }]))).toMatchObject({ code: "BAD_REQUEST" });
  });

  test("GraphiQL is not served, and what is says why", async () => {
    const { url } = await serve({ only: true });
    const headers = { accept: "text/html" };
    const page = await fetch(url, { headers });
    expect(page.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await page.text()).toContain("documentId");
    const home = await (await fetch(new URL("/", url), { headers })).text();
    expect(home).not.toContain('href="/graphql"');
    expect(home).toContain("documentId");
  });
});

describe("caches", () => {
  test("may keep the answer to a query by GET, and ask whether it still holds", async () => {
    const { get } = await serve();
    const first = await get({ documentId: "Hello" });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(first.headers.get("vary")).toBe("accept, authorization, cookie");
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get({ documentId: "Hello" }, { "if-none-match": known });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("etag")).toBe(etag);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
      expect(again.headers.get("vary")).toBe("accept, authorization, cookie");
      expect(again.headers.get("access-control-allow-origin")).toBe("*");
    }
    const stale = await get({ documentId: "Hello" }, { "if-none-match": '"other"' });
    expect(stale.status).toBe(200);
    expect(await stale.json()).toMatchObject({ data: { hello: "world" } });
  });

  test("get another tag for another answer, and for another type of the same", async () => {
    const { get } = await serve();
    const tags = [
      await get({ documentId: "Count", variables: '{"n":1}' }),
      await get({ documentId: "Count", variables: '{"n":2}' }),
      await get({ documentId: "Count", variables: '{"n":1}' }, SPEC),
    ].map(({ headers }) => headers.get("etag"));
    expect(new Set(tags).size).toBe(3);
  });

  test("may be let keep it for a while", async () => {
    const { get } = await serve({ maxAgeSeconds: 30 });
    const { headers } = await get({ documentId: "Hello" });
    expect(headers.get("cache-control")).toBe("public, max-age=30, must-revalidate");
  });

  test("keep no answer with an error, although there are data with it", async () => {
    const { get } = await serve();
    const response = await get({ documentId: "Fails" }, { "if-none-match": "*" });
    expect(await response.json()).toMatchObject({ data: { hello: "world", page: null } });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("etag")).toBeNull();
  });

  test("keep no events", async () => {
    const { get } = await serve();
    for (const documentId of ["Ticks", "Hello"]) {
      const response = await get({ documentId }, { accept: "text/event-stream", "if-none-match": "*" });
      expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
      expect(response.headers.get("cache-control")).toMatch(/^no-/);
      expect(await response.text()).toContain("event: next");
    }
  });
});
