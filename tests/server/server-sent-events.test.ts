import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { DEFAULT_LIMITS } from "../../src/domain/request-limits.ts";
import type { App } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { testApp } from "./fixture.ts";

afterEach(() => void vi.useRealTimers());

const SSE = { accept: "text/event-stream" };

function subscribe(app: App, field: string, headers: Record<string, string> = SSE, address = "192.0.2.1") {
  const url = `http://localhost/graphql?query=${encodeURIComponent(`subscription { ${field} }`)}`;
  return app.fetch(new Request(url, { headers }), address);
}

/** Reads a response message by message. */
function messagesOf(response: Response) {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("There is no body.");
  return {
    async next(): Promise<string> {
      const { value, done } = await reader.read();
      return done ? "(end)" : new TextDecoder().decode(value);
    },
    cancel: () => reader.cancel(),
  };
}

test("each message carries the cursor as its id, and so does the very first", async () => {
  const { app } = testApp();
  const response = await subscribe(app, "numbers");
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { next, cancel } = messagesOf(response);
  expect(await next()).toMatch(/^retry: \d+\n/);
  expect(await next()).toBe('id: from-1\nevent: next\ndata: {"data":{"numbers":1}}\n\n');
  expect(await next()).toBe('id: from-2\nevent: next\ndata: {"data":{"numbers":2}}\n\n');
  await cancel();
});

test("Last-Event-ID reaches the subscription", async () => {
  let resumed: unknown;
  const { app } = testApp({
    createContext: (request) => {
      resumed = request.resumeAfter;
      return { visits: 0 };
    },
  });
  await messagesOf(await subscribe(app, "silence", { ...SSE, "last-event-id": "from-5" })).cancel();
  expect(resumed).toBe("from-5");
});

test("nothing is read ahead for a client that does not take it", async () => {
  const passed: string[] = [];
  const { app } = testApp({
    createContext: () => ({ visits: 0, telling: (cursor: string) => void passed.push(cursor) }),
  });
  const response = await subscribe(app, "numbers");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(passed.length).toBeLessThan(5);
  await response.body?.cancel();
});

test("a message without content comes now and then, so that the connection is not taken for dead", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const { app } = testApp();
  const { next, cancel } = messagesOf(await subscribe(app, "silence"));
  await next();
  const beat = next();
  vi.advanceTimersByTime(15_000);
  expect(await beat).toBe(":\n\n");
  await cancel();
});

test("where the store does not answer, the connection ends without a word that this is all: clients come back", async () => {
  const { app } = testApp();
  const text = await (await subscribe(app, "unavailable")).text();
  expect(text).toContain('{"data":{"unavailable":1}}');
  expect(text).not.toMatch(/errors|complete/);
});

test("a fault of ours is told of, masked, and ends the subscription", async () => {
  const { app } = testApp();
  const text = await (await subscribe(app, "ticks")).text();
  expect(text).toContain('"code":"INTERNAL_SERVER_ERROR"');
  expect(text).not.toContain("secret");
  expect(text).toContain("event: complete");
});

test("a subscription that is refused says so, and is complete", async () => {
  const { app } = testApp();
  const text = await (await subscribe(app, "nothing")).text();
  expect(text).toContain('"code":"GRAPHQL_VALIDATION_FAILED"');
  expect(text).toContain("event: complete");
});

test("a client has as many subscriptions as it may, and another one once it has closed one", async () => {
  const { app } = testApp({ limits: { ...DEFAULT_LIMITS, subscriptionsPerClient: 2 }, trustedProxies: 1 });
  const from = (client: string) => ({ ...SSE, "x-forwarded-for": `203.0.113.9, ${client}` });
  const open = [await subscribe(app, "silence", from("a")), await subscribe(app, "silence", from("a"))];
  const refused = await subscribe(app, "silence", from("a"));
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining("2 subscriptions open"),
        extensions: { code: "TOO_MANY_SUBSCRIPTIONS" },
      },
    ],
  });
  expect((await subscribe(app, "silence", from("b"))).status).toBe(200);
  await open[0]?.body?.cancel();
  expect((await subscribe(app, "silence", from("a"))).status).toBe(200);
});

test("what a client says of its own address is not believed without a proxy that is trusted", async () => {
  const { app } = testApp({ limits: { ...DEFAULT_LIMITS, subscriptionsPerClient: 1 } });
  await subscribe(app, "silence", { ...SSE, "x-forwarded-for": "a" }, "192.0.2.1");
  expect((await subscribe(app, "silence", { ...SSE, "x-forwarded-for": "b" }, "192.0.2.1")).status).toBe(429);
  expect((await subscribe(app, "silence", { ...SSE, "x-forwarded-for": "a" }, "192.0.2.2")).status).toBe(200);
});

test("a client that takes no events is told what to send", async () => {
  const { app } = testApp();
  const response = await subscribe(app, "silence", { accept: "application/json" });
  expect(response.status).toBe(406);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_ACCEPTABLE" } }] });
});

test("a server that stops cuts subscriptions off at once, and admits no more", async () => {
  const { app } = testApp();
  const server = await listen(app, { host: "127.0.0.1", port: 0, logger: createLogger("silent") });
  onTestFinished(() => server.close());
  const query = encodeURIComponent("subscription { silence }");
  const response = await fetch(`${server.url}/graphql?query=${query}`, { headers: SSE });
  const { next } = messagesOf(response);
  await next();
  const started = performance.now();
  const closed = server.close();
  expect(await next()).toBe("(end)");
  await closed;
  expect(performance.now() - started).toBeLessThan(2_000);
  expect((await subscribe(app, "silence")).status).toBe(429);
});

test("a client that goes away is gone", async () => {
  const { app } = testApp({ limits: { ...DEFAULT_LIMITS, subscriptionsPerClient: 1 } });
  const server = await listen(app, { host: "127.0.0.1", port: 0, logger: createLogger("silent") });
  onTestFinished(() => server.close());
  const url = `${server.url}/graphql?query=${encodeURIComponent("subscription { silence }")}`;
  const leaving = new AbortController();
  await fetch(url, { headers: SSE, signal: leaving.signal });
  expect((await fetch(url, { headers: SSE })).status).toBe(429);
  leaving.abort();
  const again = async () => {
    const { status, body } = await fetch(url, { headers: SSE });
    await body?.cancel();
    return status;
  };
  await expect.poll(again).toBe(200);
});

test("what has not been sent is not taken for seen", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const { app } = testApp();
  const { next } = messagesOf(await subscribe(app, "late"));
  await next();
  const beat = next();
  await new Promise((resolve) => setTimeout(resolve, 30));
  vi.advanceTimersByTime(15_000);
  expect(await beat).toBe(":\nid: before\n\n");
  expect(await next()).toMatch(/^id: late\nevent: next/);
});

test("a subscription that begins too late is over, and counts no more", async () => {
  const context = { visits: 0, watching: 0 };
  const limits = { ...DEFAULT_LIMITS, requestTimeoutMs: 30, subscriptionsPerClient: 1 };
  const { app } = testApp({ limits, createContext: () => context });
  expect((await subscribe(app, "slowStart")).status).toBe(504);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(context.watching).toBe(0);
  expect((await subscribe(app, "silence")).status).toBe(200);
});

test("all addresses of one network of IPv6 are one client", async () => {
  const { app } = testApp({ limits: { ...DEFAULT_LIMITS, subscriptionsPerClient: 1 } });
  expect((await subscribe(app, "silence", SSE, "2001:db8:1:2::1")).status).toBe(200);
  expect((await subscribe(app, "silence", SSE, "2001:db8:1:2:aaaa::5")).status).toBe(429);
  expect((await subscribe(app, "silence", SSE, "2001:db8:1:3::1")).status).toBe(200);
  expect((await subscribe(app, "silence", SSE, "::ffff:192.0.2.7")).status).toBe(200);
  expect((await subscribe(app, "silence", SSE, "::ffff:192.0.2.8")).status).toBe(200);
});
