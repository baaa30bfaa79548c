import { describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "../../src/server/dependencies.ts";
import { ask, testApp } from "./fixture.ts";

const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

function get(path: string, headers: Record<string, string> = {}) {
  return new Request(`http://localhost${path}`, { headers });
}

describe("/graphql", () => {
  test("answers queries by POST and by GET", async () => {
    const { app } = testApp();
    expect((await ask(app, "{ hello }")).answer).toMatchObject({ data: { hello: "world" } });
    const response = await app.fetch(get("/graphql?query={hello}"));
    expect(await response.json()).toMatchObject({ data: { hello: "world" } });
  });

  test("makes a context for each request", async () => {
    const { app } = testApp();
    for (const _ of [1, 2]) expect((await ask(app, "{ visits }")).answer.data).toEqual({ visits: 1 });
  });

  test("does not take batches", async () => {
    const { app } = testApp();
    const response = await app.fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify([{ query: "{ hello }" }]),
      }),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  test("a query that happens to end like yoga's health check is a query", async () => {
    const { app } = testApp();
    const response = await app.fetch(get("/graphql?query={hello}&operationName=/health"));
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
  });

  test("any origin may read, without credentials", async () => {
    const { app } = testApp();
    const preflight = await app.fetch(
      new Request("http://localhost/graphql", {
        method: "OPTIONS",
        headers: {
          origin: "https://example.org",
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
    const response = await app.fetch(get("/graphql?query={hello}", { origin: "https://example.org" }));
    for (const { headers } of [preflight, response]) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  test.each([
    ["of known length", { "content-length": String(MAX_BODY_BYTES + 1) }],
    ["of unknown length", {}],
  ])("refuses a body that is too large, %s", async (_, headers) => {
    const { app } = testApp();
    const response = await app.fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query: `{ hello } # ${"x".repeat(MAX_BODY_BYTES)}` }),
      }),
    );
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [
        { message: expect.stringContaining("1048576 bytes"), extensions: { code: "REQUEST_TOO_LARGE" } },
      ],
    });
  });

  test("takes a body that is just small enough", async () => {
    const { app } = testApp();
    const body = JSON.stringify({ query: "{ hello }" }).padEnd(MAX_BODY_BYTES);
    const response = await app.fetch(
      new Request("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      }),
    );
    expect(await response.json()).toMatchObject({ data: { hello: "world" } });
  });
});

describe("pages", () => {
  test("without pages for readers, the start leads to the endpoint", async () => {
    const { app } = testApp();
    const response = await app.fetch(get("/", html));
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/graphql");
  });

  test("what is not there is said so", async () => {
    const { app } = testApp();
    const response = await app.fetch(get("/nothing"));
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [{ message: "There is nothing at /nothing.", extensions: { code: "NOT_FOUND" } }],
    });
  });
});

describe("health", () => {
  test("is ready while the store answers", async () => {
    const { app } = testApp();
    for (const path of ["/health/live", "/health/ready"]) {
      const response = await app.fetch(get(path));
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.json()).toEqual({ status: "ok" });
    }
  });

  test("is alive but not ready when the store does not answer", async () => {
    const { app, lines } = testApp({
      ready: async () => {
        throw new Error("disk gone");
      },
    });
    expect((await app.fetch(get("/health/live"))).status).toBe(200);
    const response = await app.fetch(get("/health/ready"));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("disk gone");
    expect(lines.find(({ msg }) => msg === "not ready")).toMatchObject({ err: { message: "disk gone" } });
  });

  test("is not ready once it is stopping, which waits for what is running", async () => {
    const { app } = testApp();
    const slow = ask(app, "{ slow(ms: 50) }");
    let done = false;
    const closed = app.close().then(() => {
      done = true;
    });
    expect((await app.fetch(get("/health/ready"))).status).toBe(503);
    expect(done).toBe(false);
    expect((await slow).answer).toMatchObject({ data: { slow: "done" } });
    await closed;
  });
});

describe("requests", () => {
  test("have an id, which a proxy may have given", async () => {
    const { app } = testApp();
    expect((await app.fetch(get("/"))).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect((await app.fetch(get("/", { "x-request-id": "abc-1" }))).headers.get("x-request-id")).toBe(
      "abc-1",
    );
    expect((await app.fetch(get("/", { "x-request-id": "<b>" }))).headers.get("x-request-id")).not.toBe(
      "<b>",
    );
  });

  test("are logged without what was asked", async () => {
    const { app, lines } = testApp();
    await app.fetch(get("/graphql?query={hello}", { "x-request-id": "abc-1" }));
    await ask(app, "{ hello }");
    await app.fetch(get("/health/live"));
    expect(lines.map(({ level, path, status }) => [level, path, status])).toEqual([
      [30, "/graphql", 200],
      [30, "/graphql", 200],
      [20, "/health/live", 200],
    ]);
    expect(lines[0]).toMatchObject({
      msg: "request",
      requestId: "abc-1",
      method: "GET",
      ms: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toContain("hello");
  });
});
