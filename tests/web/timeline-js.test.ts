import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { NO_BROWSER, openBrowser } from "../support/browser.ts";
import { EXPORTED, HOSTILE } from "../support/exports.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const LIBRARY = createRequire(import.meta.url).resolve("@knight-lab/timelinejs/dist/js/timeline.js");

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, EXPORTED, AUTHOR));

/** What TimelineJS makes of it, in a page. */
interface Shown {
  readonly errors: readonly string[];
  readonly title: string;
  readonly slides: readonly { readonly id: string; readonly headline: string; readonly date: string }[];
  readonly elements: readonly string[];
}

test("TimelineJS reads it without an error, shows each dated entry, and takes no text for markup", async (context) => {
  const browser = await openBrowser();
  if (browser === null) return context.skip(NO_BROWSER);
  try {
    const response = await pageRoutes(store, () => new Date("2025-12-01T12:00:00Z")).request(
      "http://localhost/topics/talks.timelinejs.json",
    );
    const json: {
      events: { unique_id: string; display_date?: string }[];
      title: { text: { text: string } };
    } = JSON.parse(await response.text());
    const page = await browser.newPage();
    await page.route("**/*", (route) => route.abort());
    await page.setContent('<title>calm</title><div id="timeline" style="width: 800px; height: 600px"></div>');
    await page.addScriptTag({ path: LIBRARY });
    const shown: Shown = await page.evaluate(`new Promise((resolve) => {
      const timeline = new TL.Timeline("timeline", ${JSON.stringify(json)});
      const look = () => resolve({
        errors: timeline.config.getErrors(),
        title: document.title,
        slides: timeline.config.events.map((event) => ({
          id: event.unique_id,
          headline: new DOMParser().parseFromString(event.text.headline, "text/html").body.textContent,
          date: event.display_date || event.start_date.getDisplayDate(timeline.getLanguage?.() ?? timeline.language),
        })),
        elements: [...document.querySelectorAll("#timeline .tl-text-content *, #timeline .tl-headline *")].map((one) => one.tagName),
      });
      timeline.on("ready", () => setTimeout(look, 100));
    })`);
    expect(shown.errors).toEqual([]);
    expect(shown.title).toBe("calm");
    expect(shown.slides.map(({ id }) => id).sort()).toEqual(json.events.map((one) => one.unique_id).sort());
    // 14 events, of which one is postponed and one has no date; the change; a quote with a date.
    const headlines = shown.slides.map(({ headline }) => headline);
    expect(headlines).toContain(`${HOSTILE[1]} 1`);
    expect(headlines).toContain(HOSTILE[0]);
    const dates = new Set(shown.slides.map(({ date }) => date));
    for (const date of [
      "2025",
      "October 2025",
      "about 16 October 2025",
      "possibly 16 October 2025",
      "16 October 2025, 14:30",
      "from October 2025 on",
      "until 20 October 2025",
      "16 – 30 October 2025",
      "one of: 20 October – 5 November 2025",
      "2020s",
      "20th century (1900 – 1999)",
      "spring 2025",
    ]) {
      expect([...dates]).toContain(date);
    }
    expect(json.title.text.text).toContain("Without a date:");
    expect(new Set(shown.elements)).toEqual(new Set(["P", "UL", "LI", "A", "BLOCKQUOTE"]));
  } finally {
    await browser.close();
  }
});
