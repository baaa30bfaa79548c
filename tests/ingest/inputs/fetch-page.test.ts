import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { fetchPage } from "../../../src/ingest/inputs/fetch-page.ts";

const SETTINGS = { timeoutMs: 10_000, maxBytes: 10_000, userAgent: "dateline-test/1" };
let server: Server;
let origin: string;
const agents: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    agents.push(request.headers["user-agent"]);
    const path = request.url ?? "";
    const redirect = (location: string) => response.writeHead(302, { location }).end();
    if (path === "/page") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-language": "de, en" });
      response.end("<p>A page</p>");
    } else if (path === "/moved") redirect("/page");
    else if (path === "/round") redirect("/round");
    else if (path === "/away") redirect("file:///etc/hosts");
    else if (path === "/picture") response.writeHead(200, { "content-type": "image/png" }).end("x");
    else if (path === "/untyped") response.writeHead(200).end("Words");
    else if (path === "/huge") {
      response.writeHead(200, { "content-type": "text/plain" });
      const more = () => response.destroyed || response.write("x".repeat(5_000), () => setImmediate(more));
      more();
    } else if (path === "/slow") response.writeHead(200, { "content-type": "text/plain" }).write("begins");
    else if (path === "/broken") request.socket.destroy();
    else response.writeHead(404, { "content-type": "text/html" }).end("<p>No such page</p>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, settings = {}) => fetchPage(origin + path, { ...SETTINGS, ...settings });

describe("an address is fetched", () => {
  test("with what the server says of it, by one who says who asks", async () => {
    const page = await get("/page");
    expect(Buffer.from(page.bytes).toString()).toBe("<p>A page</p>");
    expect(page).toMatchObject({
      url: `${origin}/page`,
      contentType: "text/html; charset=utf-8",
      language: "de",
    });
    expect(agents.at(-1)).toBe("dateline-test/1");
  });

  test("where it has moved to", async () => {
    expect(await get("/moved")).toMatchObject({ name: `${origin}/moved`, url: `${origin}/page` });
  });

  test("where nobody says what it is", async () => {
    expect((await get("/untyped")).contentType).toBeUndefined();
  });
});

describe("a redirect into a private network", () => {
  const redirecting = (from: string, to: string) => {
    const real = globalThis.fetch;
    vi.stubGlobal("fetch", (url: string, settings: RequestInit) =>
      url === from
        ? Promise.resolve(new Response(null, { status: 302, headers: { location: to } }))
        : real(url, settings),
    );
    onTestFinished(() => void vi.unstubAllGlobals());
  };

  test.each([
    [
      "127.0.0.1",
      /redirects to http:\/\/127\.0\.0\.1\/x, which is in a private network; if you mean that page/,
    ],
    ["169.254.169.254", /private network/],
    ["0x7f.1", /private network/],
    ["[::1]", /private network/],
    ["[::ffff:10.0.0.1]", /private network/],
    ["localhost", /private network/],
  ])("is not followed from a public page: %s", async (host, message) => {
    redirecting("http://203.0.113.1/", `http://${host}/x`);
    await expect(fetchPage("http://203.0.113.1/", SETTINGS)).rejects.toThrow(message);
  });

  test("is followed from a page that is in one, for the operator named it", async () => {
    redirecting("http://10.0.0.1/", `${origin}/page`);
    expect(await fetchPage("http://10.0.0.1/", SETTINGS)).toMatchObject({ url: `${origin}/page` });
  });
});

describe("an address is refused, with the reason,", () => {
  test.each([
    ["/none", /the server answers 404 Not Found$/],
    ["/round", /redirects more than 5 times/],
    ["/away", /file:\/\/ addresses are not fetched/],
    ["/picture", /it is image\/png; pages, texts/],
    ["/huge", /more than 10000 bytes \(--max-bytes\)/],
    ["/broken", /there is no connection/],
  ])("%s", async (path, message) => {
    await expect(get(path)).rejects.toMatchObject({
      code: "NOT_FETCHED",
      message: expect.stringMatching(message),
    });
  });

  test("when it does not end in time", async () => {
    const slow = get("/slow", { timeoutMs: 50 });
    await expect(slow).rejects.toMatchObject({
      code: "NOT_FETCHED",
      message: expect.stringMatching(/longer than 0\.05 s/),
    });
  });

  test.each([
    ["ftp://example.com/a", /only http and https/],
    ["http://user:secret@example.com/a", /name and password/],
    ["http://", /is no address/],
  ])("%s", async (address, message) => {
    await expect(fetchPage(address, SETTINGS)).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
  });
});
