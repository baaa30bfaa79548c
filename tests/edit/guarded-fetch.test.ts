import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { expect, onTestFinished, test } from "vitest";
import { guardedFetch } from "../../src/edit/guarded-fetch.ts";
import { fetchPage } from "../../src/ingest/inputs/fetch-page.ts";
import { mutate } from "../support/editing.ts";
import { withStore } from "../support/store.ts";

// As in a server: the package puts a Response of its own in the place of Node's.
getRequestListener(() => new Response());

const PAGE = `<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>
<p>The old bridge was closed on Monday, the mayor's office said, after cracks were found in its piers.</p>
<p>It will be repaired before winter comes, and lorries have to take the road over the dam until then, which is eleven
kilometres longer. Buses and cars may use the ferry, which runs every quarter of an hour from six in the morning.</p></article></body></html>`;

/** A server on this machine, at which public names may point, too; it answers by the path. */
async function serve(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === "/hangs") return;
    const [, status] = /^\/status\/(\d+)$/.exec(request.url ?? "") ?? [];
    if (status !== undefined) {
      // As it stands on the wire: the server would take no such status from us.
      request.socket.end(
        `HTTP/1.1 ${status} Whatever\r\ncontent-length: 0\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n`,
      );
      return;
    }
    if (request.url?.startsWith("/to/")) {
      response.writeHead(302, { location: decodeURIComponent(request.url.slice(4)) }).end();
    } else if (request.url === "/endless") {
      response.writeHead(200, { "content-type": "text/html" });
      response.write("x".repeat(100_000));
    } else response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

const settings = { timeoutMs: 5_000, maxBytes: 50_000, userAgent: "test" };
const publicOnly = { ...settings, fetch: guardedFetch({ allowPrivate: false }) };
const anything = { ...settings, fetch: guardedFetch({ allowPrivate: true }) };

test("what lies in private networks is not fetched, however it is written", async () => {
  const here = await serve();
  const { port } = new URL(here);
  const hosts = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"];
  for (const host of hosts) {
    await expect(fetchPage(`http://${host}:${port}/`, publicOnly), host).rejects.toThrow(
      /in a private or reserved network\. Whoever runs this server can allow these/,
    );
  }
  for (const host of ["10.0.0.1", "192.168.1.1", "169.254.169.254", "172.16.0.1", "[fd00::1]"]) {
    await expect(fetchPage(`http://${host}/`, publicOnly), host).rejects.toThrow(/FETCH_URLS=private/);
  }
});

test("each redirect is looked at again, and no more than five are followed", async () => {
  const here = await serve();
  // As a public page would: the first request is let through, the next is looked at.
  const first = guardedFetch({ allowPrivate: true });
  const next = guardedFetch({ allowPrivate: false });
  let sent = 0;
  const fetch: typeof first = (url, init) => (sent++ === 0 ? first(url, init) : next(url, init));
  const to = (address: string) => `${here}/to/${encodeURIComponent(address)}`;
  await expect(fetchPage(to(`${here}/page`), { ...settings, fetch })).rejects.toThrow(/private|not allowed/i);
  await expect(fetchPage(to("file:///etc/passwd"), anything)).rejects.toThrow("only http and https");
  let round = `${here}/page`;
  for (let hop = 0; hop < 6; hop++) round = to(round);
  await expect(fetchPage(round, anything)).rejects.toThrow("more than 5 times");
  expect((await fetchPage(to(`${here}/page`), anything)).url).toBe(`${here}/page`);
});

test.each([101, 199, 600, 999])(
  "an answer with the status %d is refused, and nothing else",
  async (status) => {
    const here = await serve();
    await expect(fetchPage(`${here}/status/${status}`, anything)).rejects.toThrow(`${here}/status/${status}`);
  },
);

test("neither time nor size is without end", async () => {
  const here = await serve();
  await expect(fetchPage(`${here}/hangs`, { ...anything, timeoutMs: 100 })).rejects.toThrow("longer than");
  await expect(fetchPage(`${here}/endless`, anything)).rejects.toThrow("more than 50000 bytes");
});

test("an editor has a page fetched where that is allowed", async () => {
  const here = await serve();
  await withStore(async ({ store }) => {
    const input = { address: `${here}/page`, language: "en", draft: false };
    const refused = await mutate(store, "ingestArticle", input, "", { fetching: publicOnly });
    expect(refused).toMatchObject({ __typename: "InvalidInput", issues: [{ path: ["input", "address"] }] });
    const fetched = await mutate(
      store,
      "ingestArticle",
      input,
      "... on IngestPayload { state article { headline url } }",
      { fetching: anything },
    );
    expect(fetched).toMatchObject({ state: "CREATED", article: { headline: "Bridge closed" } });
  });
});

test("an article that is sent again by its address is not fetched again", async () => {
  const here = await serve();
  await withStore(async ({ store }) => {
    let fetched = 0;
    const fetch: typeof anything.fetch = (url, init) => {
      fetched++;
      return anything.fetch(url, init);
    };
    const input = { idempotencyKey: "once", address: `${here}/page`, draft: false };
    const send = () =>
      mutate(store, "ingestArticle", input, "... on IngestPayload { replayed }", { fetching: { fetch } });
    expect(await send()).toEqual({ __typename: "IngestPayload", replayed: false });
    expect(fetched).toBe(1);
    expect(await send()).toEqual({ __typename: "IngestPayload", replayed: true });
    expect(fetched).toBe(1);
    const other = { ...input, address: `${here}/status/500` };
    const reused = await mutate(store, "ingestArticle", other, "", { fetching: { fetch } });
    expect(reused.__typename).toBe("IdempotencyKeyReused");
    expect(fetched).toBe(1);
  });
});
