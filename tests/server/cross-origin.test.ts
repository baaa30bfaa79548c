import { describe, expect, test } from "vitest";
import { readPersistedOperations } from "../../src/server/persisted/read-operations.ts";
import { schema, serveApp } from "./fixture.ts";
import { folderOf } from "./persisted/files.ts";

const MINE = "https://mine.example";
const THEIRS = "https://theirs.example";

function preflight(url: string, origin: string, method = "POST") {
  return fetch(url, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "content-type",
    },
  });
}

function post(url: string, origin: string, headers: Record<string, string>, body: BodyInit) {
  return fetch(url, { method: "POST", headers: { origin, ...headers }, body });
}

const QUERY = JSON.stringify({ query: "{ hello }" });
const JSON_TYPE = { "content-type": "application/json" };

describe("pages of other origins", () => {
  test("may read by default, without credentials", async () => {
    const { url } = await serveApp();
    const allowed = await preflight(url, THEIRS);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-methods")).toBe("GET,POST");
    expect(allowed.headers.get("access-control-allow-headers")).toBe("content-type");
    const read = await post(url, THEIRS, JSON_TYPE, QUERY);
    expect(await read.json()).toMatchObject({ data: { hello: "world" } });
    for (const { headers } of [allowed, read]) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
      expect(headers.get("vary") ?? "").not.toMatch(/origin/i);
    }
  });

  test("may read where they are listed, and not where they are not", async () => {
    const { url } = await serveApp({ corsOrigins: ["https://other.example:8443", MINE] });
    for (const [origin, allowed] of [
      [MINE, MINE],
      [THEIRS, null],
      ["null", null],
      ["https://mine.example:8443", null],
      ["http://mine.example", null],
      ["https://sub.mine.example", null],
    ] as const) {
      for (const { headers } of [await preflight(url, origin), await post(url, origin, JSON_TYPE, QUERY)]) {
        expect(headers.get("access-control-allow-origin")).toBe(allowed);
        expect(headers.get("access-control-allow-credentials")).toBeNull();
        expect(headers.get("vary")).toMatch(/\borigin\b/i);
      }
    }
  });

  test("none may read where none is listed", async () => {
    const { url } = await serveApp({ corsOrigins: [] });
    for (const { headers } of [await preflight(url, MINE), await post(url, MINE, JSON_TYPE, QUERY)]) {
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("share no cached answer: it varies with the origin, and so does a 304", async () => {
    const folder = await folderOf({ "hello.graphql": "query Hello { hello }" });
    const operations = await readPersistedOperations(folder, schema);
    const persisted = { operations, only: false, maxAgeSeconds: 0 };
    const { url } = await serveApp({ corsOrigins: [MINE], persisted });
    const headers = { origin: MINE };
    const first = await fetch(`${url}?documentId=Hello`, { headers });
    const known = { ...headers, "if-none-match": first.headers.get("etag") ?? "" };
    const again = await fetch(`${url}?documentId=Hello`, { headers: known });
    expect(again.status).toBe(304);
    for (const response of [first, again]) {
      expect(response.headers.get("vary")).toBe("accept, authorization, cookie, Origin");
      expect(response.headers.get("access-control-allow-origin")).toBe(MINE);
    }
  });
});

describe("what a page may send without asking first is refused", () => {
  const form = new FormData();
  form.set("operations", QUERY);
  test.each([
    ["text/plain", { "content-type": "text/plain" }, QUERY],
    ["text/plain with a charset", { "content-type": "text/plain;charset=UTF-8" }, QUERY],
    ["text/plain that also says JSON", { "content-type": "text/plain, application/json" }, QUERY],
    ["a form", {}, new URLSearchParams({ query: "{ hello }" })],
    ["a form in capitals", { "content-type": "Application/X-WWW-Form-Urlencoded" }, "query={hello}"],
    ["a multipart form", {}, form],
    ["no type", {}, new Blob([QUERY])],
    ["an empty type", { "content-type": "" }, QUERY],
  ])("%s", async (_, headers: Record<string, string>, body: BodyInit) => {
    const { url } = await serveApp();
    const response = await post(url, THEIRS, headers, body);
    expect(response.status).toBe(415);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining("content-type: application/json"),
          extensions: { code: "UNSUPPORTED_MEDIA_TYPE" },
        },
      ],
    });
  });

  test.each([
    ["application/json", QUERY],
    ["application/json; charset=utf-8", QUERY],
    ["application/graphql+json", QUERY],
    ["application/graphql", "{ hello }"],
  ])("%s is read", async (type, body) => {
    const { url } = await serveApp();
    const response = await post(url, THEIRS, { "content-type": type }, body);
    expect(await response.json()).toMatchObject({ data: { hello: "world" } });
  });
});
