import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { asker } from "../../src/web/ask.ts";
import { document } from "../../src/web/document.ts";
import { brokenRules, NO_BROWSER, openBrowser } from "../support/browser.ts";
import { LONG_STORY, writeLongStory } from "../support/long-story.ts";
import { getPage, idsOf, linksOf, NOW, textOf } from "../support/pages.ts";
import { AUTHOR, keptFolder } from "../support/store.ts";
import { article, cite, event, passage, story } from "../support/story.ts";

const TOPIC = `/topics/${LONG_STORY}`;
const Total = document(
  `query Total($slug: String!) { topic(slug: $slug) { timeline(first: 1) { totalCount } } }`,
);

/** Beside what is generated: an article that was withdrawn, one that is not free to read, and an event that is overdue. */
const BESIDE = story({
  articles: [article("gone", { state: "RETRACTED" }), article("closed", { access: "PASSAGES" })],
  events: [
    event("overdue", {
      topics: ["talks"],
      evidence: [passage("closed", 1), passage("gone", 2)],
      history: [{ to: "SCHEDULED", date: "2025-10-30", evidence: [cite("closed")] }],
    }),
  ],
});

let folder: Awaited<ReturnType<typeof keptFolder>>;
let store: Store;
let server: Listening;
let browser: Browser | null;
const pages: { path: string; html: string }[] = [];

beforeAll(async () => {
  folder = await keptFolder();
  const path = join(folder.folder, "long.db");
  await writeLongStory(path);
  store = await openStore(path);
  await applyStory(store, BESIDE, AUTHOR);
  const logger = createLogger("silent");
  const app = createDatelineApp(store, { logger, graphiql: false, now: () => NOW });
  server = await listen(app, { host: "127.0.0.1", port: 0, logger });
  browser = await openBrowser();
  let next: string | undefined = TOPIC;
  while (next !== undefined && pages.length < 100) {
    const { html }: { html: string } = await getPage(store, next);
    pages.push({ path: next, html });
    const [, more]: readonly string[] = /<a [^>]*href="([^"]+)"[^>]* rel="next"/.exec(html) ?? [];
    next = more && TOPIC + more.replaceAll("&amp;", "&");
  }
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server.close();
  await store.close();
  await folder.remove();
});

test("the pages of a long topic have every entry, each once", async () => {
  const { topic } = await asker(store, () => NOW)(Total, { slug: LONG_STORY });
  const entries = pages.flatMap(({ html }) => idsOf(html).filter((id) => id.startsWith("e-")));
  expect(new Set(entries).size).toBe(entries.length);
  expect(entries.length).toBe(topic?.timeline.totalCount);
  expect(entries.length).toBeGreaterThan(4_900);
});

test("no page has markup but its own, and what it says to machines reads back", () => {
  for (const { path, html } of pages) {
    expect(html, path).not.toMatch(/<script>|<img|<b |<\/title><\/script>|<!--/);
    for (const [, facts = ""] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      expect(() => JSON.parse(facts), path).not.toThrow();
    }
    expect(new Set(idsOf(html)).size, path).toBe(idsOf(html).length);
  }
});

test("links lead to pages, and places on them are there", async () => {
  const sample = pages.flatMap(({ html }, index) =>
    index % 17 === 0
      ? linksOf(html).filter(
          (href, at) => /^\/(events|people|articles|organizations)\//.test(href) && at % 9 === 0,
        )
      : [],
  );
  const known = new Map<string, readonly string[]>();
  expect(sample.length).toBeGreaterThan(50);
  for (const href of sample.slice(0, 25)) {
    const [path = "", place] = href.split("#");
    if (!known.has(path)) {
      const { response, html } = await getPage(store, path);
      expect(response.status, path).toBe(200);
      known.set(path, idsOf(html));
    }
    if (place !== undefined) expect(known.get(path), href).toContain(place);
  }
  for (const { html } of pages.slice(0, 3)) {
    const ids = idsOf(html);
    for (const href of linksOf(html).filter((link) => link.startsWith("#")))
      expect(ids).toContain(href.slice(1));
  }
});

test("its feed and calendar are as large as such things may be", async () => {
  expect((await getPage(store, `${TOPIC}/feed.atom`)).html.match(/<entry>/g)).toHaveLength(50);
  const calendar = (await getPage(store, `${TOPIC}/calendar.ics`)).html;
  expect(calendar.match(/BEGIN:VEVENT\r/g)?.length).toBeGreaterThan(900);
  expect((await getPage(store, `${TOPIC}-of-which-there-is-none`)).response.status).toBe(404);
});

test("what has changed since a day long ago is told in parts, each with the way to the next, until nothing is left", async () => {
  const changed = `${TOPIC}/changes?asOf=2025-01-01`;
  const seen: string[] = [];
  let next: string | undefined = changed;
  let parts = 0;
  while (next !== undefined && parts < 100) {
    const { response, html }: { response: Response; html: string } = await getPage(store, next);
    expect(response.status, next).toBe(200);
    seen.push(...idsOf(html).filter((id) => id.startsWith("e-")));
    next = linksOf(html.slice(html.indexOf('<p class="more">')))[0];
    if (!html.includes('<p class="more">')) next = undefined;
    parts += 1;
  }
  const { html: whole } = await getPage(store, `${TOPIC}/changes?asOf=2005-01-01`);
  expect(textOf(whole)).toContain("there is more after it. Go on after");
  expect(parts).toBeGreaterThan(2);
  expect(seen.length).toBeGreaterThan(150);
});

test("no page is large to send", () => {
  for (const { path, html } of pages) expect(gzipSync(html).byteLength, path).toBeLessThan(60_000);
});

/** Looks at pages in turn, on a phone with script or on a wide screen without. */
async function look(
  phone: boolean,
  paths: readonly string[],
  at: (page: Page, path: string) => Promise<void>,
) {
  const viewport = phone ? { width: 360, height: 740 } : { width: 1280, height: 900 };
  const context = await browser?.newContext({
    baseURL: server.url,
    viewport,
    javaScriptEnabled: phone,
    bypassCSP: true,
  });
  const page = await context?.newPage();
  try {
    for (const path of paths) {
      await page?.goto(path);
      if (page) await at(page, path);
    }
  } finally {
    await context?.close();
  }
}

describe("in a browser", () => {
  beforeEach((context) => {
    if (browser === null) context.skip(NO_BROWSER);
  });

  test("awkward pages break no rule of accessibility", async () => {
    const paths = [
      `${TOPIC}?kind=EVENT&from=2010-01&to=2010-01`,
      "/events/event-4",
      "/articles/closed",
      "/articles/gone",
    ];
    await look(true, paths, async (page, path) => {
      expect(await brokenRules(page), path).toEqual([]);
    });
  });

  test.each([true, false])("they fit: on a phone %s", async (phone) => {
    const paths = [
      TOPIC,
      pages.at(-1)?.path ?? TOPIC,
      "/people/agent-0",
      "/events/event-4",
      "/articles/closed",
    ];
    await look(phone, paths, async (page, path) => {
      const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(wide, path).toBeLessThanOrEqual(0);
    });
  });
});
