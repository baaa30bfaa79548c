import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { DatelineError } from "../../src/domain/errors.ts";
import { MAX_BODY_BYTES } from "../../src/server/dependencies.ts";
import { type ListenOptions, listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { testApp } from "./fixture.ts";

const logger = createLogger("silent");

async function start(options: Partial<ListenOptions> = {}) {
  const { app } = testApp();
  const server = await listen(app, { host: "127.0.0.1", port: 0, logger, ...options });
  onTestFinished(() => server.close());
  return server;
}

function post(url: string, query: string) {
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
}

test("serves on a free port and says where", async () => {
  const { url, port } = await start();
  expect(url).toBe(`http://localhost:${port}`);
  expect(await (await post(url, "{ hello }")).json()).toMatchObject({ data: { hello: "world" } });
});

test("a request that is running when the server stops is answered; new connections are refused", async () => {
  const server = await start();
  const slow = post(server.url, "{ slow(ms: 300) }");
  await new Promise((done) => setTimeout(done, 100));
  const closed = server.close();
  await expect(post(server.url, "{ hello }")).rejects.toThrow();
  const response = await slow;
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ data: { slow: "done" } });
  await closed;
});

test("does not wait longer than the timeout", async () => {
  const server = await start({ shutdownTimeoutMs: 50 });
  const slow = post(server.url, "{ slow(ms: 5000) }");
  const failed = expect(slow).rejects.toThrow();
  await new Promise((done) => setTimeout(done, 100));
  const started = performance.now();
  await server.close();
  expect(performance.now() - started).toBeLessThan(1000);
  await failed;
});

test("does not wait for connections that nobody uses", async () => {
  const server = await start();
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  await (await post(server.url, "{ hello }")).text();
  const started = performance.now();
  await server.close();
  expect(performance.now() - started).toBeLessThan(1000);
  socket.destroy();
});

test.each(["content-length", "transfer-encoding"])(
  "a body that is too large is refused over the wire too, with %s",
  async (header) => {
    const { port } = await start();
    const outgoing = request({ port, host: "127.0.0.1", path: "/graphql", method: "POST" });
    outgoing.setHeader("content-type", "application/json");
    outgoing.setHeader(header, header === "content-length" ? 3 * MAX_BODY_BYTES : "chunked");
    outgoing.on("error", () => undefined);
    outgoing.end(Buffer.alloc(3 * MAX_BODY_BYTES));
    const [response] = await once(outgoing, "response");
    expect(response.statusCode).toBe(413);
    response.resume();
  },
);

test("a port that is taken is an error that says what to do", async () => {
  const { port } = await start();
  const second = listen(testApp().app, { host: "127.0.0.1", port, logger });
  await expect(second).rejects.toThrow(DatelineError);
  await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  await expect(second).rejects.toThrow("PORT=");
});

test("a host that is not here is an error that says what to do", async () => {
  const elsewhere = listen(testApp().app, { host: "192.0.2.1", port: 0, logger });
  await expect(elsewhere).rejects.toThrow(/192\.0\.2\.1 is not an address of this machine.*HOST/);
});
