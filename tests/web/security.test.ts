import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { MARKUP } from "../support/awkward.ts";
import { getPage, linksOf, NOW } from "../support/pages.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const NASTY = MARKUP.join(" ");
const STORY = story({
  topics: [{ slug: "talks", title: NASTY, summary: { text: NASTY, written: "2025-10-01" } }],
  people: ["ann", "bob", "cleo", "union"].map((slug) => ({
    slug,
    name: `${slug} ${NASTY}`,
    aliases: [NASTY],
    sameAs: ["javascript:alert(4)"],
    roles: [{ title: NASTY, evidence: [cite("a")] }],
  })),
  articles: [
    article("a", {
      headline: NASTY,
      url: "javascript:alert(5)",
      rights: NASTY,
      topics: ["talks"],
      body: `${NASTY} one. ${NASTY} two.`,
    }),
    article("b", { access: "PASSAGES", url: "data:text/html,<script>alert(6)</script>", topics: ["talks"] }),
  ],
  events: [
    event("e", {
      title: NASTY,
      topics: ["talks"],
      outcome: { text: NASTY, written: "2025-10-17" },
      description: { text: NASTY, written: "2025-10-17" },
      place: "harbour",
      evidence: [cite("a", { exact: `${NASTY} one` }), passage("b", 1)],
      history: [change("SCHEDULED", "a", { reason: NASTY, date: "2026-01-01" })],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("b", 2)] }],
    }),
  ],
  quotes: [
    quote("a", 0, {
      text: `${NASTY} two`,
      speaker: { person: "ann" },
      topics: ["talks"],
      about: ["e"],
      evidence: [cite("a", { exact: `${NASTY} two` })],
    }),
  ],
});

const PAGES = [
  "/",
  "/topics/talks",
  "/topics/talks?asOf=2025-10-20",
  "/people/ann",
  "/organizations/ministry",
  "/events/e",
  "/articles/a",
  "/articles/b",
  "/search",
  "/search?q=alert",
  "/embed/topics/talks",
  "/topics/nope",
  "/topics/talks?after=nope",
];

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, STORY, AUTHOR));

const ask = (path: string, init: RequestInit = {}) =>
  pageRoutes(store, () => NOW).request(`http://localhost${path}`, init);

describe.each(PAGES)("%s", (path) => {
  test("has no markup but its own, and no link that runs anything", async () => {
    const { html } = await getPage(store, path);
    expect(html).not.toMatch(/<img|<b[ >]|<\/title><\/script>|<!--/);
    // Its own scripts: the one that is served, and what is said to machines.
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
      expect([
        '<script type="module" src="/assets/page.js">',
        '<script type="application/ld+json">',
      ]).toContain(tag);
    }
    for (const href of linksOf(html)) expect(href).toMatch(/^(\/|#|\?|https?:)/);
    expect(html).not.toMatch(/ on\w+="|style="/);
    for (const [, facts = ""] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      expect(() => JSON.parse(facts)).not.toThrow();
    }
  });

  test("has the policy, frames only what is there for it, and says to HEAD what it says to GET", async () => {
    const [got, head] = [await ask(path), await ask(path, { method: "HEAD" })];
    const policy = got.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src [^;]*http/);
    expect(policy).toContain(path.startsWith("/embed/") ? "frame-ancestors *" : "frame-ancestors 'none'");
    expect(got.headers.get("location")).toBeNull();
    expect(head.status).toBe(got.status);
    expect(await head.text()).toBe("");
    for (const name of ["content-type", "content-security-policy", "etag", "cache-control"]) {
      expect(head.headers.get(name), name).toBe(got.headers.get(name));
    }
  });
});

describe("entity tags", () => {
  const tags = async (of = store) =>
    Object.fromEntries(
      await Promise.all(
        [
          "/",
          "/topics/talks",
          "/people/ann",
          "/events/e",
          "/articles/a",
          "/topics/talks/feed.atom",
          "/topics/talks/calendar.ics",
        ].map(async (path) => [path, (await getPage(of, path)).response.headers.get("etag")] as const),
      ),
    );

  test("stay while the record does, and change with it", async () => {
    await withStore(async ({ store: other }) => {
      await applyStory(other, STORY, AUTHOR);
      const before = await tags(other);
      await applyStory(other, STORY, { ...AUTHOR, at: new Date("2026-12-01T00:00:00Z") });
      expect(await tags(other)).toEqual(before);
      const [first] = STORY.events;
      if (!first) throw new Error("There is no event.");
      const history = [
        change("SCHEDULED", "a", { reason: NASTY, date: "2026-01-01" }),
        change("CANCELLED", "b", { effective: "2025-11-01" }),
      ];
      await applyStory(other, { ...STORY, events: [{ ...first, title: "Another", history }] }, AUTHOR);
      const after = await tags(other);
      for (const [path, tag] of Object.entries(before)) expect(after[path], path).not.toBe(tag);
    });
  });

  test("save sending a page again", async () => {
    const etag = (await tags())["/people/ann"] ?? "";
    expect((await ask("/people/ann", { headers: { "if-none-match": etag } })).status).toBe(304);
  });
});
