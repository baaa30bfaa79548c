import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Listening, listen } from "../../../src/server/listen.ts";
import { createLogger } from "../../../src/server/log.ts";
import { brokenRules, NO_BROWSER, openBrowser } from "../../support/browser.ts";
import { deskApp, keyFor, Visitor } from "../../support/desk.ts";
import { PASTED } from "../../support/pasted-article.ts";
import { storeOfThisFile } from "../../support/store.ts";

const { store } = await storeOfThisFile();
let server: Listening;
let browser: Browser | null;
let key: string;

/** Another article, which is there before any test. */
const OTHER = PASTED.replace(/^.*/, "What the harbour strike was about");
const OTHER_PAGE = "/desk/articles/what-the-harbour-strike-was-about";

beforeAll(async () => {
  key = await keyFor(store, "Ada");
  const app = deskApp(store);
  const visitor = new Visitor(app);
  await visitor.signIn(key);
  await visitor.open("/desk/new");
  await visitor.send("/desk/new", { text: OTHER, newTopic: "Harbour" });
  await visitor.send(/\/add$/, { words: "vote on the deal", kind: "EVENT", name: "Vote" });
  await visitor.send(/\/decide$/, { action: "accept" });
  server = await listen(app, { host: "127.0.0.1", port: 0, logger: createLogger("silent") });
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server.close();
});

beforeEach((context) => {
  if (browser === null) context.skip(NO_BROWSER);
});

/** Looks at the desk as somebody with such a browser does. */
async function withPage(
  options: BrowserContextOptions,
  look: (page: Page, faults: string[]) => Promise<void>,
) {
  const context = await browser?.newContext({ baseURL: server.url, ...options });
  const page = await context?.newPage();
  if (!page) return;
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => void faults.push(error.message));
  try {
    await look(page, faults);
  } finally {
    await context?.close();
  }
}

/** Goes from field to field until one of a name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let steps = 0; steps < 60; steps++) {
    const found = await page.evaluate<string>(
      "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent",
    );
    if (found.trim().startsWith(name)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach “${name}”.`);
}

async function signIn(page: Page) {
  await page.goto("/desk");
  await tabTo(page, "Your key");
  await page.keyboard.insertText(key);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
}

const kicker = (page: Page) => page.locator(".draft .kicker").textContent();
const said = (page: Page) => page.locator(".done [role=status]").textContent();

/** The id of a draft of a kind that waits, by the list of all. */
async function openDraft(page: Page, kind: string): Promise<string> {
  await page.goto(OTHER_PAGE);
  await page.locator(".all-drafts summary").click();
  const link = page
    .locator(".all-drafts li.open", { hasText: `${kind},` })
    .first()
    .locator("a");
  return new URL((await link.getAttribute("href")) ?? "", server.url).searchParams.get("draft") ?? "";
}

/** Waits until something in the page is true. */
async function until(page: Page, condition: string) {
  await expect.poll(() => page.evaluate<boolean>(condition), { timeout: 10_000, interval: 20 }).toBe(true);
}

/** Presses a key, and waits until the page of the answer is there. */
async function press(page: Page, letter: string) {
  await page.evaluate("document.querySelector('#main').firstElementChild.dataset.old = ''");
  await page.keyboard.press(letter);
  await until(page, "!document.querySelector('[data-old], #main[aria-busy]')");
}

test("with the keyboard alone: sign in, paste, review, take back, add, and see it on the topic's page", async () => {
  await withPage({}, async (page, faults) => {
    await signIn(page);
    await tabTo(page, "Paste an article");
    await page.keyboard.press("Enter");
    await page.waitForURL(/new/);
    await tabTo(page, "Text");
    await page.keyboard.insertText(PASTED);
    await tabTo(page, "Another topic");
    await page.keyboard.insertText("Harbour strike");
    await tabTo(page, "Draft it");
    await page.keyboard.press("Enter");
    await page.waitForURL(/articles\/harbour-strike/);
    const all = Number(/of (\d+)/.exec((await kicker(page)) ?? "")?.[1]);
    expect(all).toBeGreaterThan(5);

    await press(page, "j");
    expect(await kicker(page)).toContain(`2 of ${all}`);
    await press(page, "k");
    expect(await kicker(page)).toContain(`1 of ${all}`);
    await press(page, "r");
    expect(await said(page)).toContain("Rejected");
    await press(page, "u");
    expect(await kicker(page)).toContain(`1 of ${all}`);
    expect(await page.locator(".progress").textContent()).toContain(`0 of ${all}`);
    await press(page, "a");
    expect(await said(page)).toContain("Accepted");
    await press(page, "u");
    await press(page, "a");

    // What nobody found, by words that are typed.
    await page.keyboard.press("n");
    await page.keyboard.insertText("vote on the deal");
    await tabTo(page, "They are");
    await page.keyboard.type("where an event");
    await tabTo(page, "Who says it");
    await page.keyboard.insertText("Vote on the harbour deal");
    await page.keyboard.press("Enter");
    await until(page, "document.querySelector('.draft h2')?.textContent === 'Vote on the harbour deal'");
    await page.keyboard.press("e");
    await tabTo(page, "Status");
    await page.keyboard.type("Sched");
    await tabTo(page, "Date");
    await page.keyboard.insertText("2025-10-24");
    await press(page, "Enter");
    expect(await said(page)).toContain("Accepted: Vote on the harbour deal");

    while ((await page.locator("[data-key=a]").count()) > 0) await press(page, "a");
    expect(await page.locator(".banner").textContent()).toContain("All is decided");
    await page.goto("/topics/harbour-strike");
    const topic = await page.locator("main").textContent();
    expect(topic).toContain("Vote on the harbour deal");
    expect(topic).toContain("24 October 2025");
    expect(topic).toContain("Nobody wanted ships to wait outside the harbour for weeks");
    expect(faults).toEqual([]);
  });
});

test("words that are selected in the text are drafted where they stand", async () => {
  await withPage({}, async (page) => {
    await signIn(page);
    await page.goto(OTHER_PAGE);
    // The second “harbour” of the last paragraphs: the word alone would not say which.
    await page.evaluate(`{
      const paragraph = [...document.querySelectorAll("#text p")].at(-1);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode()); ) {
        const at = node.data.indexOf("harbour");
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + 7);
      }
    }`);
    await page.keyboard.press("n");
    expect(await page.getByLabel("Words, exactly").inputValue()).toBe("harbour");
    await page.getByLabel("They are").selectOption("EVENT");
    await page.getByRole("button", { name: "Draft it" }).click();
    await until(page, "document.querySelector('.draft h2')?.textContent === 'harbour'");
    expect(await page.locator(".draft .passage").textContent()).toContain("will visit the harbour on 3");
  });
});

test("what is wrong with a field is said where the typing goes on, with all that was typed", async () => {
  await withPage({}, async (page) => {
    await signIn(page);
    await page.goto(`${OTHER_PAGE}?draft=${await openDraft(page, "Event")}`);
    await page.keyboard.press("e");
    await tabTo(page, "Place");
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("The old harbour");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("some day");
    await press(page, "Enter");
    const field = page.locator("[name=date]");
    expect(await field.inputValue()).toBe("some day");
    expect(await page.locator("details.edit[open] [name=place]").inputValue()).toBe("The old harbour");
    expect(await page.evaluate("document.activeElement.name")).toBe("date");
    expect(await field.getAttribute("aria-describedby")).toBe("wrong-date");
    expect(await page.locator("#wrong-date").textContent()).toContain('"some day" is not a date');
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("2025-11");
    await press(page, "Enter");
    expect(await said(page)).toContain("Accepted");
    await press(page, "u");
  });
});

test.each([
  [
    "is refused",
    { status: 403, contentType: "text/plain", body: "No page of its own sent this." },
    "No page of its own",
  ],
  [
    "cannot be done for the moment",
    {
      status: 503,
      contentType: "text/html",
      body: '<main id="main"><p role="alert">Come back soon.</p></main>',
    },
    "Come back soon.",
  ],
  ["does not arrive", null, "could not be reached"],
])(
  "a decision that %s leaves the editor where they are, and is made by the next try",
  async (_what, answer, told) => {
    await withPage({}, async (page) => {
      await signIn(page);
      await page.goto(OTHER_PAGE);
      const [before, url] = [await kicker(page), page.url()];
      await page.route(/decide$/, (route) => (answer === null ? route.abort() : route.fulfill(answer)));
      await page.keyboard.press("r");
      await until(page, "document.querySelector('#problem') !== null");
      expect(await page.locator("#problem").textContent()).toContain(told);
      expect(await kicker(page)).toBe(before);
      expect(page.url()).toBe(url);
      expect(await page.evaluate("document.activeElement.id")).toBe("problem");
      await page.unroute(/decide$/);
      await press(page, "r");
      expect(await page.locator("#problem").count()).toBe(0);
      expect(await said(page)).toContain("Rejected");
      await press(page, "u");
    });
  },
);

describe.each([
  ["a phone", { viewport: { width: 360, height: 740 } }],
  ["a wide screen, dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
] as const)("on %s", (_device, options) => {
  test("no page of the desk breaks a rule of accessibility, and all fit", async () => {
    await withPage({ ...options, bypassCSP: true }, async (page) => {
      const look = async (path: string) => {
        await page.goto(path);
        for (const one of await page.locator("details").all())
          await one.evaluate("(one) => { one.open = true; }");
        expect(await brokenRules(page), path).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
          0,
        );
      };
      await look("/desk/sign-in");
      await signIn(page);
      for (const path of [
        "/desk",
        "/desk/new",
        "/desk/withdrawn",
        OTHER_PAGE,
        "/desk/events/vote",
        "/events/vote",
        "/desk/articles/none",
      ])
        await look(path);
    });
  });
});
