import { describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { changeArticle } from "../../src/ingest/apply/change-article.ts";
import type { Store } from "../../src/store/open.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, event, passage, story } from "../support/story.ts";

async function page(store: Store, path: string): Promise<string> {
  const response = await pageRoutes(store, () => AUTHOR.at).request(`http://localhost${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** What a reader reads: without tags, and with spaces where these were. */
function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

describe("an article whose text changed", () => {
  const body = article("a").body ?? "";
  const first = story({
    articles: [article("a", { topics: ["talks"] })],
    events: [event("e", { topics: ["talks"], evidence: [1, 2, 3].map((number) => passage("a", number)) })],
  });
  const cut = `Update: ${body.replace("Sentence 2", "Other words")}\n👩🏽‍🚒 Sentence 3 of “a”.\n${body.split("\n").at(-1)}`;
  const later = story({
    articles: [article("a", { topics: ["talks"], body: cut, retrieved: "2025-11-20T00:00:00Z" })],
  });

  test("marks what its current text has, lists the rest apart, and leads to the earlier text", async () => {
    await withStore(async ({ store: other }) => {
      await applyStory(other, first, AUTHOR);
      await applyStory(other, later, AUTHOR);
      const html = await page(other, "/articles/a");
      expect(html.match(/<mark>[^<]*/g)).toEqual(["<mark>Sentence 1 of “a”"]);
      const read = textOf(html);
      expect(read).toMatch(
        /Its text changed: revision 1 read on 2 November 2025, revision 2 read on 20 November 2025/,
      );
      expect(read).toMatch(/No longer in its text\s+Sentence 2 of “a”/);
      expect(read).toMatch(/More than once in its text\s+Sentence 3 of “a”/);
      expect(textOf(await page(other, "/events/e"))).toContain("(no longer in its text)");

      const [, link = ""] = /href="([^"]+)">revision 1/.exec(html) ?? [];
      const earlier = await page(other, link);
      expect(earlier.match(/<mark>/g)).toHaveLength(3);
      expect(textOf(earlier)).not.toMatch(/Update|No longer|More than once|Other words/);
    });
  });

  test("is said to be retracted or corrected, and what no longer counts is shown as that", async () => {
    await withStore(async ({ store: other }) => {
      const more = story({
        articles: [article("a"), article("b", { source: "daily" })],
        events: [event("e", { evidence: [passage("a", 1), passage("b", 1)] })],
      });
      await applyStory(other, more, AUTHOR);
      await changeArticle(other, "a", { state: "RETRACTED" }, AUTHOR);
      expect(textOf(await page(other, "/articles/a"))).toContain("Its outlet withdrew this article.");
      const html = await page(other, "/events/e");
      expect(textOf(html)).toMatch(/Source: Source daily ?; 1 retracted/);
      expect(textOf(html)).toMatch(/Retracted by the outlet, and not counted\s+Sentence 1 of “a”/);
      await changeArticle(other, "a", { state: "CORRECTED" }, AUTHOR);
      expect(textOf(await page(other, "/articles/a"))).toContain(
        "Its outlet changed this article after it came out.",
      );
      expect(textOf(await page(other, "/events/e"))).toContain("(corrected since by its outlet)");
    });
  });
});
