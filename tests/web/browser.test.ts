import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { openStore } from "../../src/store/open.ts";
import { brokenRules, NO_BROWSER, openBrowser } from "../support/browser.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";
import { article, event, passage, quote, story } from "../support/story.ts";

const LONG = "Überlänge".repeat(30);
const AWKWARD = story({
  people: [
    { slug: "ann", name: "محمد بن سلمان", aliases: ["東京の人"], sameAs: [], roles: [] },
    { slug: "bob", name: LONG, aliases: [], sameAs: [], roles: [] },
  ],
  topics: [
    { slug: "talks", title: LONG },
    { slug: "trade", title: "Nothing yet" },
  ],
  articles: [
    article("a", { topics: ["talks"] }),
    article("closed", { access: "PASSAGES", topics: ["talks"] }),
  ],
  events: Array.from({ length: 130 }, (_, index) =>
    event(`e${index}`, {
      title: `${index} ${index % 2 ? LONG : "東京で会談"}`,
      topics: ["talks"],
      evidence: [passage("a", index % 7)],
      history: [{ to: "SCHEDULED", date: "2025-10-30", evidence: [passage("closed", 1)] }],
      participants: [{ person: index % 2 ? "ann" : "bob", role: "HOST", evidence: [passage("a", 3)] }],
    }),
  ),
  quotes: [
    quote("a", 5, {
      text: `${LONG} ${LONG}`,
      speaker: { person: "bob" },
      topics: ["talks"],
      evidence: [passage("a", 5)],
    }),
  ],
});

/** The cursor of the first change that was written. */
const START = Buffer.from("change:1").toString("base64url");

const PAGES = [
  "/",
  "/topics/putin-trump-summit",
  "/topics/putin-trump-summit?asOf=2025-10-18",
  "/topics/putin-trump-summit?kind=ARTICLE&person=donald-trump",
  "/topics/putin-trump-summit?from=yesterday",
  "/topics/putin-trump-summit/changes?asOf=2025-10-18",
  `/topics/putin-trump-summit?since=${START}`,
  "/events/budapest-summit-2025",
  "/people/sergey-ryabkov",
  "/articles/russian-official-provides-insights-on-anticipated-putin-trump-summit",
  "/search?q=budapest",
  "/topics/talks",
  "/embed/topics/putin-trump-summit",
  "/people/ann",
  "/people/bob",
  "/articles/closed",
  "/topics/nope",
];

const { store, url } = await storeOfThisFile();
let server: Listening;
let browser: Browser | null;

beforeAll(async () => {
  await applyStory(store, SEED, AUTHOR);
  await applyStory(store, AWKWARD, AUTHOR);
  const logger = createLogger("silent");
  const app = createDatelineApp(store, {
    logger,
    graphiql: false,
    now: () => new Date("2025-12-01T12:00:00Z"),
  });
  server = await listen(app, { host: "127.0.0.1", port: 0, logger });
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server.close();
});

beforeEach((context) => {
  if (browser === null) context.skip(NO_BROWSER);
});

/** Looks at a page as somebody with such a browser does. */
async function withPage(
  options: BrowserContextOptions,
  look: (page: Page, faults: string[]) => Promise<void>,
) {
  const context = await browser?.newContext({ baseURL: server.url, ...options });
  const page = await context?.newPage();
  if (!page) return;
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/40[04]/.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => void faults.push(error.message));
  try {
    await look(page, faults);
  } finally {
    await context?.close();
  }
}

describe.each([
  ["a phone", { viewport: { width: 360, height: 740 } }],
  ["a wide screen, dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
] as const)("on %s", (_device, options) => {
  // One page for all: to start a browser's process for each takes longer than to look at it.
  let page: Page | undefined;
  beforeAll(async () => {
    page = await browser?.newPage({ baseURL: server.url, bypassCSP: true, ...options });
  });
  afterAll(() => page?.close());

  test.each(PAGES)("%s breaks no rule of accessibility and fits", async (path) => {
    await page?.goto(path);
    expect(page && (await brokenRules(page))).toEqual([]);
    expect(await page?.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  });
});

test("no page asks for what its policy forbids", async () => {
  await withPage({}, async (page, faults) => {
    for (const path of PAGES) await page.goto(path);
    expect(faults).toEqual([]);
  });
});

test("everything can be done without script and by keyboard: skip, filter, go on, open the sources", async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto("/topics/talks");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toContain("Skip");
    await page.getByRole("link", { name: "More" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/after=/);
    expect(await page.locator(".entry").count()).toBeGreaterThan(10);
    await page.goto("/topics/putin-trump-summit");
    await page.locator(".filters summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("select[name=kind]").selectOption("QUOTE");
    await page.getByRole("button", { name: "Show" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/kind=QUOTE/);
    expect(await page.locator(".badge").count()).toBe(0);
    await page.goto("/events/budapest-summit-2025");
    await page.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details[open]").count()).toBe(1);
  });
});

test("printed, a page has no form, shows its sources, and is black on white for a reader in the dark too", async () => {
  await withPage({ colorScheme: "dark", bypassCSP: true }, async (page) => {
    await page.goto("/topics/putin-trump-summit");
    const colours = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    expect(await colours()).toBe("rgb(23, 22, 18)");
    await page.emulateMedia({ media: "print" });
    expect(await colours()).toBe("rgb(251, 250, 246)");
    expect(await page.evaluate("getComputedStyle(document.documentElement).colorScheme")).toBe("light");
    expect(await page.locator(".filters").isVisible()).toBe(false);
    expect(await page.locator("details.sources li").first().isVisible()).toBe(true);
    // Paper is white whatever the screen is, and what is folded on the screen takes its room.
    const { length: open } = await page.pdf();
    await page.addStyleTag({ content: "details { display: none }" });
    expect(open - (await page.pdf()).length).toBeGreaterThan(5_000);
  });
});

test("news from another process is told of while the page is open, moves nothing, and leads the page on request", async () => {
  await withPage({}, async (page, faults) => {
    await page.goto("/topics/trade");
    const writer = await openStore(url);
    try {
      await expect
        .poll(
          async () => {
            const name = `live-${Date.now()}`;
            const more = story({
              articles: [article(name)],
              events: [event(name, { topics: ["trade"], evidence: [passage(name, 1)] })],
            });
            await applyStory(writer, more, AUTHOR);
            return page.locator("#live").isVisible();
          },
          { timeout: 10_000, interval: 300 },
        )
        .toBe(true);
    } finally {
      await writer.close();
    }
    expect(await page.locator("#live").textContent()).toMatch(/\d changes? (is|are) new: show/);
    expect(await page.locator(".entry").count()).toBe(0);
    await page.locator("#live").click();
    await page.waitForURL(/since=/);
    expect(await page.locator(".news li").first().textContent()).toContain("Title of live-");
    expect(faults).toEqual([]);
  });
});

test("news is said to be of the whole story where filters are in force", async () => {
  await withPage({}, async (page) => {
    await page.goto("/topics/visit?kind=QUOTE");
    const writer = await openStore(url);
    try {
      await expect
        .poll(
          async () => {
            const name = `filtered-${Date.now()}`;
            const events = [event(name, { topics: ["visit"], evidence: [passage(name, 1)] })];
            await applyStory(writer, story({ articles: [article(name)], events }), AUTHOR);
            return page.locator("#live").isVisible();
          },
          { timeout: 10_000, interval: 300 },
        )
        .toBe(true);
    } finally {
      await writer.close();
    }
    expect(await page.locator("#live").textContent()).toContain(
      "new in the story, whatever the filters: show",
    );
  });
});

test("j and k walk the entries, and / leads to the search", async () => {
  await withPage({}, async (page) => {
    await page.goto("/topics/putin-trump-summit");
    const focused = () => page.evaluate("document.activeElement.id");
    await page.keyboard.press("j");
    const first = await focused();
    await page.keyboard.press("j");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("k");
    expect(await focused()).toBe(first);
    await page.keyboard.press("/");
    await page.waitForURL(/search/);
    await page.goto("/topics/putin-trump-summit?asOf=2025-10-18");
    await page.keyboard.press("/");
    await page.waitForURL(/search\?asOf=2025-10-18/);
  });
});

test("j and k go on from what is in sight, not from the beginning", async () => {
  await withPage({ viewport: { width: 1280, height: 600 }, reducedMotion: "reduce" }, async (page) => {
    await page.goto("/topics/talks");
    const place = () =>
      page.evaluate<number>("[...document.querySelectorAll('.entry')].indexOf(document.activeElement)");
    await page.keyboard.press("j");
    expect(await place()).toBe(0);
    await page.evaluate("scrollTo(0, document.body.scrollHeight / 2)");
    const first = await page.evaluate<number>(
      "[...document.querySelectorAll('.entry')].findIndex((entry) => entry.getBoundingClientRect().top >= 48)",
    );
    expect(first).toBeGreaterThan(5);
    await page.keyboard.press("j");
    expect(await place()).toBe(first);
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await page.keyboard.press("j");
    expect(await place()).toBeGreaterThan(first);
  });
});

test("on a phone the story begins soon, and the slider is there with the filters folded", async () => {
  await withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto("/topics/putin-trump-summit");
    const top = await page.evaluate<number>("document.querySelector('.entry').getBoundingClientRect().top");
    expect(top).toBeLessThan(1_100);
    expect(await page.getByRole("slider", { name: "As known on" }).isVisible()).toBe(true);
    expect(await page.locator("select[name=person]").isVisible()).toBe(false);
  });
});

test("the slider leaves the page only when it is let go of, or on Enter", async () => {
  await withPage({}, async (page) => {
    await page.goto("/topics/putin-trump-summit");
    const slider = page.getByRole("slider", { name: "As known on" });
    // As a wheel or a screen reader moves it: no pointer, no key.
    await page.evaluate(`{
      const one = document.querySelector("#days");
      one.value = 2;
      for (const type of ["input", "change"]) one.dispatchEvent(new Event(type));
    }`);
    expect(await page.locator("output").textContent()).toBe("21 October 2025");
    await page.waitForTimeout(200);
    expect(page.url()).not.toContain("asOf");
    await slider.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/asOf=2025-10-21/);
  });
});

test("the days on which something was reported are a slider with script: it tells the day, and asks for it", async () => {
  await withPage({}, async (page, faults) => {
    await page.goto("/topics/putin-trump-summit?kind=EVENT");
    const slider = page.getByRole("slider", { name: "As known on" });
    expect(await slider.getAttribute("aria-valuetext")).toBe("Today");
    expect(await page.locator("select[name=asOf]").isVisible()).toBe(false);
    await slider.focus();
    for (const day of ["22 November 2025", "23 October 2025", "21 October 2025"]) {
      await page.keyboard.press("ArrowLeft");
      expect(await page.locator("output").textContent()).toBe(day);
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/asOf=2025-10-21/);
    expect(page.url()).toContain("kind=EVENT");
    expect(await page.locator(".banner").textContent()).toContain("21 October 2025");
    await page.goto("/topics/putin-trump-summit");
    await page.getByRole("slider", { name: "As known on" }).click({ position: { x: 4, y: 8 } });
    await page.waitForURL(/asOf=2025-08-15/);
    expect(faults).toEqual([]);
  });
});

test("the keys are told of in a dialog that takes the focus and gives it back", async () => {
  await withPage({}, async (page) => {
    await page.goto("/topics/putin-trump-summit");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await page.keyboard.press("?");
    expect(await dialog.isVisible()).toBe(true);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Close");
    await page.keyboard.press("j");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Close");
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    const button = page.getByRole("button", { name: "Keys" });
    await button.focus();
    await page.keyboard.press("Enter");
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    expect(await dialog.isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.id")).toBe("show-keys");
  });
});

test("what is new is marked in words where it stands, and led to from the top", async () => {
  await withPage({}, async (page) => {
    await page.goto(`/topics/putin-trump-summit?since=${START}`);
    expect(await page.locator(".entry .mark").count()).toBeGreaterThan(10);
    expect(await page.locator(".entry .mark").first().textContent()).toBe("New since you last looked");
    await page.locator(".news li a").first().click();
    await page.waitForURL(/#e-/);
  });
});

test("the year and its month stay in sight, and a link to an entry does not hide it behind them", async () => {
  await withPage({ viewport: { width: 360, height: 740 }, reducedMotion: "reduce" }, async (page) => {
    await page.goto("/topics/putin-trump-summit");
    await page.getByRole("link", { name: "To the latest entry" }).click();
    const top = (selector: string) =>
      page.evaluate<number>(
        `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top`,
      );
    expect(await top(".year > h2")).toBe(0);
    expect(await top(".entry:target")).toBeGreaterThanOrEqual(48);
  });
});

test("only what is there to be embedded shows in a frame of another site", async () => {
  await withPage({}, async (page) => {
    const frame = async (path: string) => {
      // Another origin than the server's: another name of this machine.
      const host = server.url.replace("localhost", "127.0.0.1");
      await page.goto(`${host}/health/live`);
      await page.setContent(`<iframe src="${server.url}${path}" width="600" height="600"></iframe>`);
      await page.waitForTimeout(500);
      return page.frameLocator("iframe").locator(".entry").count();
    };
    expect(await frame("/embed/topics/putin-trump-summit")).toBeGreaterThan(10);
    const links = page.frameLocator("iframe").locator("a");
    expect(await frame("/topics/putin-trump-summit")).toBe(0);
    await frame("/embed/topics/talks");
    const targets = await Promise.all(
      (await links.all()).map(async (link) => [
        (await link.getAttribute("href")) ?? "",
        (await link.getAttribute("target")) ?? "",
      ]),
    );
    expect(targets.some(([href]) => href?.startsWith("#"))).toBe(true);
    expect(targets.some(([href]) => href?.startsWith("/"))).toBe(true);
    for (const [href = "", target] of targets)
      expect([href, target]).toEqual([href, /^[#?]/.test(href) ? "" : "_top"]);
    // Within the frame, the page around it stays.
    const around = page.url();
    await page.frameLocator("iframe").getByRole("link", { name: "Skip" }).focus();
    await page.keyboard.press("Enter");
    await page.frameLocator("iframe").getByRole("link", { name: "More" }).click();
    await page.waitForTimeout(500);
    expect(page.url()).toBe(around);
    expect(await page.frameLocator("iframe").locator(".entry").count()).toBeGreaterThan(10);
  });
});
