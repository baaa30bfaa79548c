import { expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { getPage, textOf } from "../support/pages.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, quote, story } from "../support/story.ts";

test("all that was said about an event is reached page by page, each once, on the same day", async () => {
  await withStore(async ({ store }) => {
    const articles = Array.from({ length: 120 }, (_, index) => article(`a${index}`));
    const events = [event("e", { evidence: [cite("a0")], history: [change("OCCURRED", "a0")] })];
    const quotes = articles.map(({ slug }) => quote(slug, 1, { speaker: { person: "ann" }, about: ["e"] }));
    await applyStory(store, story({ articles, events, quotes }), AUTHOR);
    const seen: string[] = [];
    let path: string | undefined = "/events/e?asOf=2025-11-01";
    while (path !== undefined && seen.length < 500) {
      const { html }: { html: string } = await getPage(store, path);
      seen.push(...(html.match(/Sentence 1 of “a\d+”/g) ?? []));
      const [, next]: readonly string[] = /<a href="([^"#]+)#quotes" rel="next">/.exec(html) ?? [];
      if (next !== undefined) expect(next).toContain("asOf=2025-11-01");
      path = next && `/events/e${next.replaceAll("&amp;", "&")}`;
    }
    expect(seen.sort()).toEqual(articles.map(({ slug }) => `Sentence 1 of “${slug}”`).sort());
  });
});

test("names in any script stand apart from the text around them, and organizations have links", async () => {
  await withStore(async ({ store }) => {
    const articles = [article("a", { topics: ["talks"] })];
    const events = [
      event("e", {
        topics: ["talks"],
        place: "harbour",
        evidence: [cite("a")],
        description: { text: "מה זה", written: "2025-10-16" },
        outcome: { text: "תוצאה", written: "2025-10-16" },
        history: [change("POSTPONED", "a", { reason: "סיבה" })],
        participants: [{ organization: "ministry", role: "ORGANIZER", evidence: [cite("a")] }],
      }),
    ];
    const quotes = [
      quote("a", 1, { speaker: { organization: "ministry" }, about: ["e"], topics: ["talks"] }),
    ];
    await applyStory(store, story({ articles, events, quotes }), AUTHOR);
    for (const path of ["/events/e", "/topics/talks"]) {
      const { html } = await getPage(store, path);
      const link = '<a href="/organizations/ministry"><bdi>Organization ministry</bdi></a>';
      expect(html.split(link).length, path).toBeGreaterThan(2);
      expect(html, path).toContain("<bdi>Harbour</bdi>");
      expect(html, path).toContain('<p dir="auto">תוצאה</p>');
      expect(html, path).toContain('<p dir="auto">סיבה</p>');
    }
    expect((await getPage(store, "/events/e")).html).toContain('<p class="state" dir="auto">מה זה</p>');
  });
});

test("says when it took place, not for when", async () => {
  await withStore(async ({ store }) => {
    const events = [
      event("e", { evidence: [cite("a")], history: [change("OCCURRED", "a", { date: "2025-10-15" })] }),
    ];
    await applyStory(store, story({ articles: [article("a")], events }), AUTHOR);
    const text = textOf((await getPage(store, "/events/e")).html);
    expect(text).toContain("Took place on 15 October 2025");
  });
});
