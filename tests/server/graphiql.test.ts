import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { preferredEncoding } from "../../src/server/graphiql.ts";
import { testApp } from "./fixture.ts";

const { app } = testApp();

function open(headers: Record<string, string> = {}) {
  return app.fetch(
    new Request("http://localhost/graphql", { headers: { accept: "text/html,*/*;q=0.8", ...headers } }),
  );
}

describe("GraphiQL", () => {
  test("is one page with the example tabs", async () => {
    const response = await open();
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("vary")).toMatch(/accept-encoding/);
    const page = await response.text();
    for (const name of ["Timeline", "PersonEvents", "Quotes", "OneEvent"])
      expect(page).toContain(`query ${name} {`);
    expect(page).not.toContain("Quotes </script>");
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
  });

  test("comes compressed as the browser likes it, and is the same page", async () => {
    const plain = Buffer.from(await (await open()).arrayBuffer());
    const brotli = await open({ "accept-encoding": "gzip, deflate, br" });
    expect(brotli.headers.get("content-encoding")).toBe("br");
    const body = Buffer.from(await brotli.arrayBuffer());
    expect(body.byteLength).toBeLessThan(2_500_000);
    expect(body.byteLength).toBe(Number(brotli.headers.get("content-length")));
    expect(brotliDecompressSync(body).equals(plain)).toBe(true);
    const gzipped = await open({ "accept-encoding": "gzip" });
    expect(gzipped.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await gzipped.arrayBuffer())).equals(plain)).toBe(true);
  });

  test("is not sent again to a browser that has it", async () => {
    const etag = (await open({ "accept-encoding": "br" })).headers.get("etag") ?? "";
    const again = await open({ "accept-encoding": "br", "if-none-match": `W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await open({ "accept-encoding": "gzip", "if-none-match": etag })).status).toBe(200);
  });

  test("gives way to a hint where it is switched off, and queries still work", async () => {
    const { app } = testApp({ graphiql: false });
    const headers = { accept: "text/html" };
    const hint = await app.fetch(new Request("http://localhost/graphql", { headers }));
    expect(hint.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await hint.text()).toContain("GRAPHIQL=true");
    const query = new Request("http://localhost/graphql?query={hello}", {
      headers: { accept: "text/html,*/*" },
    });
    expect(await (await app.fetch(query)).json()).toMatchObject({ data: { hello: "world" } });
  });
});

test.each([
  ["", "identity"],
  ["identity", "identity"],
  ["gzip", "gzip"],
  ["gzip, deflate, br", "br"],
  ["br;q=0, gzip", "gzip"],
  ["BR ; q=0.5", "br"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["deflate", "identity"],
])("Accept-Encoding %j is answered with %s", (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding);
});
