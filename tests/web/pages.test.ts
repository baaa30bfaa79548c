import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import type { Store } from "../../src/store/open.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { getPage, idsOf, NOW, TOPIC, textOf } from "../support/pages.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, SEED, AUTHOR));

const get = (path: string, headers: Record<string, string> = {}, of: Store = store) =>
  getPage(of, path, headers);

describe("the pages of the seed story", () => {
  test.each([
    ["home", "/"],
    ["topic", TOPIC],
    ["topic-as-of", `${TOPIC}?asOf=2025-10-18`],
    ["changes", `${TOPIC}/changes?asOf=2025-10-18`],
    ["topic-2025-10-21", `${TOPIC}?asOf=2025-10-21`],
    ["event", "/events/budapest-summit-2025"],
    ["event-occurred", "/events/alaska-meeting-2025"],
    ["organization", "/organizations/international-affairs-magazine"],
    ["embed", "/embed/topics/putin-trump-summit"],
    ["person", "/people/sergey-ryabkov"],
    ["article", "/articles/russian-official-provides-insights-on-anticipated-putin-trump-summit"],
    ["search", "/search?q=budapest"],
  ])("%s is as it was last looked at", async (name, path) => {
    const { response, html } = await get(path);
    expect(response.status).toBe(200);
    // The time at which it was put on record is the test's.
    const lines = html.replace(/></g, ">\n<");
    await expect(`${lines}\n`).toMatchFileSnapshot(`golden/${name}.html`);
  });

  test("not-found is as it was last looked at", async () => {
    const { response, html } = await get("/events/budapest-summit-2025?asOf=2025-10-01");
    expect(response.status).toBe(404);
    await expect(`${html.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot("golden/not-found.html");
  });

  test.each(["/", `${TOPIC}?asOf=2025-08-15`, `${TOPIC}?asOf=2025-10-18`, `${TOPIC}?asOf=2025-10-21`])(
    "from %s every link leads to a page, and every place on a page is there",
    async (start) => {
      const seen = new Map<string, string>();
      const waiting = [start];
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        if (seen.has(path)) continue;
        const { response, html } = await get(path);
        expect(response.status, path).toBe(200);
        seen.set(path, html);
        const places = new Set(idsOf(html));
        for (const [, href = ""] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
          const [page = "", place] = href.replaceAll("&amp;", "&").split("#");
          if (place !== undefined && page === "") expect(places, path).toContain(place);
          // Pages of today have a start of their own.
          const today = start.includes("asOf") && !page.includes("asOf");
          if (page.startsWith("/") && !today && !/^\/(graphql|readme|health)/.test(page)) waiting.push(page);
        }
      }
      expect(seen.size).toBeGreaterThan(5);
    },
  );

  test("claims nothing that its sources do not: postponed, cancelled according to Trump, both sides shown", async () => {
    const text = textOf((await get("/events/budapest-summit-2025")).html);
    expect(text).toContain("Postponed");
    expect(text).toMatch(/Say postponed .*A US official.*Vladimir Putin.*Says cancelled Donald Trump :/);
  });
});

test("an event says to machines what became of it, and what is not known it leaves out", async () => {
  const { html } = await get("/events/budapest-summit-2025");
  const [, facts = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(facts)).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    name: "Planned Putin–Trump summit in Budapest",
    location: { "@type": "Place", name: "Budapest" },
  });
});

describe("a page that is not there", () => {
  test.each([
    "/topics/nope",
    "/people/nope",
    "/events/nope",
    "/articles/nope",
    "/events/budapest-summit-2025?asOf=2020-01-01",
  ])("%s says so with status 404", async (path) => {
    const { response, html } = await get(path);
    expect(response.status).toBe(404);
    expect(textOf(html)).toContain("There is no such page");
  });
});

describe("what cannot be shown", () => {
  test.each([
    [`${TOPIC}?after=nonsense`, "not a cursor"],
    ["/people/sergey-ryabkov?after=nonsense", "not a cursor"],
  ])("%s says why, with status 400", async (path, why) => {
    const { response, html } = await get(path);
    expect(response.status).toBe(400);
    expect(textOf(html)).toContain("That cannot be shown");
    expect(textOf(html)).toContain(why);
  });

  test.each([
    "/topics/%E0%A4%A",
    "/topics/..%2f..%2fetc",
    "/search?q=%00",
    `/search?q=${"x".repeat(5_000)}`,
    "/topics/a?asOf[]=1",
  ])("nonsense is answered: %s", async (path) => {
    expect((await get(path)).response.status).toBeLessThan(500);
  });
});

describe("every page", () => {
  test("is kept by caches only as long as it holds", async () => {
    const { response } = await get(TOPIC);
    const tag = response.headers.get("etag") ?? "";
    expect(response.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect((await get(TOPIC, { "if-none-match": tag })).response.status).toBe(304);
    await withStore(async ({ store: other }) => {
      await applyStory(other, story({}), AUTHOR);
      const before = (await get("/topics/talks", {}, other)).response.headers.get("etag");
      await applyStory(
        other,
        story({
          events: [event("e", { topics: ["talks"], evidence: [cite("a")] })],
          articles: [article("a")],
        }),
        AUTHOR,
      );
      expect((await get("/topics/talks", {}, other)).response.headers.get("etag")).not.toBe(before);
    });
  });

  test("is small: a page of entries with their sources take less than 60 KB", async () => {
    const names = Array.from({ length: 120 }, (_, index) => `e${index}`);
    const some = story({
      articles: names.map((name) => article(name)),
      events: names.map((name) =>
        event(name, {
          topics: ["talks"],
          history: [change("SCHEDULED", name)],
          evidence: [1, 2, 3].map((number) => passage(name, number)),
          participants: [{ person: "ann", role: "HOST", evidence: [passage(name, 4)] }],
        }),
      ),
    });
    await withStore(async ({ store: other }) => {
      await applyStory(other, some, AUTHOR);
      const headers = { "accept-encoding": "gzip" };
      const response = await pageRoutes(other, () => NOW).request("http://localhost/topics/talks", {
        headers,
      });
      expect(response.headers.get("content-encoding")).toBe("gzip");
      expect((await response.arrayBuffer()).byteLength).toBeLessThan(60_000);
    });
  });

  test("lets nothing in from elsewhere", async () => {
    const policy = (await get("/")).response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("shows markup in names and texts as text", async () => {
    const nasty = `<img src=x onerror=alert(1)>"'&</script><b>`;
    const some = story({
      topics: [{ slug: "talks", title: nasty, summary: { text: nasty, written: "2025-10-01" } }],
      people: [{ slug: "ann", name: nasty, aliases: [nasty], sameAs: [], roles: [] }],
      articles: [article("a", { headline: nasty, body: `${nasty} one. ${nasty} two.`, topics: ["talks"] })],
      events: [
        event("e", {
          title: nasty,
          topics: ["talks"],
          outcome: { text: nasty, written: "2025-10-17" },
          participants: [{ person: "ann", role: "HOST", evidence: [cite("a", { exact: `${nasty} one` })] }],
          evidence: [cite("a", { exact: `${nasty} one` })],
          history: [change("SCHEDULED", "a", { reason: nasty })],
        }),
      ],
      quotes: [
        quote("a", 0, {
          text: `${nasty} two`,
          speaker: { person: "ann" },
          topics: ["talks"],
          about: ["e"],
          evidence: [cite("a", { exact: `${nasty} two` })],
        }),
      ],
    });
    await withStore(async ({ store: other }) => {
      await applyStory(other, some, AUTHOR);
      for (const path of [
        "/",
        "/topics/talks",
        "/people/ann",
        "/events/e",
        "/articles/a",
        "/search?q=onerror",
        `/search?q=${encodeURIComponent(nasty)}`,
      ]) {
        const { response, html } = await get(path, {}, other);
        expect(response.status, path).toBe(200);
        expect(html, path).not.toMatch(/<img|<b>|<\/script><b/);
      }
    });
  });
});

describe("for readers of feeds and calendars", () => {
  test.each([
    ["feed.atom", `${TOPIC}/feed.atom`, "application/atom+xml; charset=utf-8"],
    ["person.atom", "/people/sergey-ryabkov/feed.atom", "application/atom+xml; charset=utf-8"],
    ["calendar.ics", `${TOPIC}/calendar.ics`, "text/calendar; charset=utf-8"],
  ])("%s is as it was last looked at", async (name, path, type) => {
    const { response, html } = await get(path);
    expect(response.headers.get("content-type")).toBe(type);
    await expect(html).toMatchFileSnapshot(`golden/${name}`);
  });

  test("lines of a calendar are short, and end as they must", async () => {
    const title = "Über, die; Länge\\ ".repeat(12).trim();
    const some = story({
      articles: [article("a")],
      events: [
        event("e", {
          title,
          topics: ["talks"],
          evidence: [cite("a")],
          history: [{ to: "SCHEDULED", date: "2025-12-31", evidence: [cite("a")] }],
        }),
      ],
    });
    await withStore(async ({ store: other }) => {
      await applyStory(other, some, AUTHOR);
      const { html } = await get("/topics/talks/calendar.ics", {}, other);
      for (const line of html.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const whole = html.replaceAll("\r\n ", "");
      expect(whole).toContain(`SUMMARY:${title.replace(/[\\;,]/g, "\\$&")}\r\n`);
      expect(whole).toContain("DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n");
    });
  });

  test("there is none of what is not there", async () => {
    for (const path of ["/topics/nope/feed.atom", "/people/nope/feed.atom", "/topics/nope/calendar.ics"]) {
      expect((await get(path)).response.status).toBe(404);
    }
  });
});

test("beside the pages, the rest of the server is as it is without: nobody keeps what it says of its health", async () => {
  const logger = createLogger("silent");
  const app = createDatelineApp(store, { logger, graphiql: false, now: () => NOW });
  const { headers } = await app.fetch(new Request("http://localhost/health/live"));
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("etag")).toBeNull();
  expect((await app.fetch(new Request(`http://localhost${TOPIC}`))).headers.get("etag")).not.toBeNull();
});
