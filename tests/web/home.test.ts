import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import type { Store } from "../../src/store/open.ts";
import { getPage, idsOf, linksOf, NOW, textOf } from "../support/pages.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const { store } = await storeOfThisFile();
beforeAll(() =>
  applyStory(
    store,
    story({
      articles: [article("a", { topics: ["talks"], published: "2025-11-20" })],
      events: [
        event("e", {
          title: "The next round",
          topics: ["talks"],
          evidence: [passage("a", 1)],
          history: [change("SCHEDULED", "a", { date: "2026-01-10" })],
        }),
        event("past", {
          topics: ["talks"],
          history: [change("SCHEDULED", "a", { date: "2025-01-10" })],
          evidence: [cite("a")],
        }),
      ],
      quotes: [quote("a", 2, { speaker: { person: "ann" }, topics: ["talks"], text: `Sentence 2 of “a”` })],
    }),
    AUTHOR,
  ),
);

const app = (of: Store) =>
  createDatelineApp(of, { logger: createLogger("silent"), graphiql: false, now: () => NOW });
const browse = (of: Store, path: string, method = "GET") =>
  app(of).fetch(
    new Request(`http://localhost${path}`, { method, headers: { accept: "text/html,*/*;q=0.8" } }),
  );

describe("home", () => {
  test("says in a line where each topic stands", async () => {
    const text = textOf((await getPage(store, "/")).html);
    expect(text).toContain(
      "Two events are on record; both are scheduled. Last report 20 November 2025 · next: The next round , 10 January 2026",
    );
    expect(text).toContain("Topic trade No event is on record.");
  });

  test("links what was put on record last to where it stands, and each place is there", async () => {
    const { html } = await getPage(store, "/");
    const latest = linksOf(html.slice(html.indexOf("Put on record last")));
    // Once: the first step of an event that is new itself is told by the event.
    expect(latest.filter((href) => href.startsWith("/events/e"))).toHaveLength(1);
    expect(latest.some((href) => href.startsWith("/articles/a#e-"))).toBe(true);
    for (const href of latest) {
      const [path = "", place] = href.split("#");
      const there = await browse(store, path);
      expect(there.status, href).toBe(200);
      if (place !== undefined) expect(idsOf(await there.text()), href).toContain(place);
    }
  });

  test("tells what was put on record last story by story, and folds much of one", async () => {
    await withStore(async ({ store: other }) => {
      const articles = [article("a")];
      const names = (count: number) => Array.from({ length: count }, (_, index) => `e${index}`);
      const events = [
        ...names(9).map((name) => event(name, { topics: ["talks"], evidence: [cite("a")] })),
        event("else", { topics: ["trade"], evidence: [cite("a")] }),
      ];
      await applyStory(other, story({ articles, events }), AUTHOR);
      const { html } = await getPage(other, "/");
      const latest = textOf(
        html.slice(html.indexOf("Put on record last"), html.indexOf('class="developers"')),
      );
      expect(latest).toMatch(/Topic talks on 24 November 2026 (Event Title of e\d ){5}and 4 more/);
      expect(latest.match(/Topic talks/g)).toHaveLength(1);
      expect(latest).toMatch(/Topic trade on 24 November 2026 Event Title of else/);
    });
  });

  test("as known on a day has what was reported by then, and nothing of what was put on record since", async () => {
    const { html } = await getPage(store, "/?asOf=2025-11-01");
    const text = textOf(html);
    expect(text).toContain("As known by the end of 1 November 2025");
    expect(text).toContain("Topic talks No event is on record.");
    expect(text).not.toMatch(/Put on record last|next round/);
    expect(linksOf(html)).toContain("/topics/talks?asOf=2025-11-01");
  });

  test("tells developers where to go on, in a place of its own", async () => {
    const { html } = await getPage(store, "/");
    const links = linksOf(html.slice(html.indexOf('class="developers"')));
    expect(links).toEqual(expect.arrayContaining(["/graphql", "/readme", "/health/live", "/health/ready"]));
    for (const path of links) expect((await browse(store, path)).status, path).toBe(200);
  });

  test("says what to do where nothing is on record", async () => {
    await withStore(async ({ store: empty }) => {
      const { response, html } = await getPage(empty, "/");
      expect(response.status).toBe(200);
      expect(textOf(html)).toContain("Nothing is on record yet. dateline seed puts the story on it");
      expect(html).not.toContain("Put on record last");
    });
  });
});

describe("search", () => {
  const found = async (words: string) =>
    (await getPage(store, `/search?${new URLSearchParams({ q: words })}`)).html;

  test("names the kind of each hit, marks it, and links to where it stands", async () => {
    const html = await found("sentence 2");
    expect(textOf(html)).toMatch(/Quote Person ann: “ ?Sentence 2/);
    expect(html).toContain("<mark>Sentence</mark>");
    expect(await found("harbour")).toMatch(/Place.*<mark>Harbour<\/mark>/s);
    expect((await found("next round")).match(/The <mark>next<\/mark>/g)).toHaveLength(1);
  });

  test.each([
    ["nonsensical", "Nothing was found"],
    ["<b>", "found"],
    ["x ".repeat(17), "words"],
    ["x".repeat(5_000), "characters"],
  ])("answers %.20s", async (words, answer) => {
    const html = await found(words);
    expect(textOf(html)).toContain(answer);
    expect(html).not.toContain("<b>");
    expect(html).toContain('<input type="search"');
  });

  test("looked back from a day leaves out what had not been reported, and says so", async () => {
    const { html } = await getPage(store, "/search?q=title&asOf=2025-11-01");
    const text = textOf(html);
    expect(text).toContain("What had not been reported by the end of 1 November 2025 is left out");
    expect(text).toMatch(/\d of the \d on this page had not been reported by then/);
    expect(linksOf(html).filter((href) => href.startsWith("/events/"))).toEqual([]);
    expect(html).toContain('type="hidden" name="asOf" value="2025-11-01"');
    const topic = (await getPage(store, "/search?q=topic&asOf=2025-11-01")).html;
    expect(linksOf(topic)).toContain("/topics/talks?asOf=2025-11-01");
    expect((await getPage(store, "/search?q=ann&asOf=2025-11-01")).html).not.toContain("/people/ann?");
    expect((await getPage(store, "/search?q=ann&asOf=2025-11-20")).html).toContain("/people/ann?asOf");
  });

  test("goes on from page to page, each hit once", async () => {
    await withStore(async ({ store: other }) => {
      const events = Array.from({ length: 45 }, (_, index) =>
        event(`e${index}`, { title: `Harvest ${index}`, evidence: [cite("a")] }),
      );
      await applyStory(other, story({ articles: [article("a")], events }), AUTHOR);
      const seen: string[] = [];
      let path: string | undefined = "/search?q=harvest";
      for (let pages = 0; path !== undefined && pages < 5; pages++) {
        const html: string = (await getPage(other, path)).html;
        const links = linksOf(html);
        seen.push(...links.filter((href) => href.startsWith("/events/")));
        const next = links.find((href) => href.includes("after="));
        path = next && `/search${next}`;
      }
      expect(seen.sort()).toEqual(events.map(({ slug }) => `/events/${slug}`).sort());
    });
  });
});

describe("where there is nothing to show", () => {
  test.each([
    "/nothing",
    "/topics/nope",
    "/people/nope",
    "/organizations/nope",
    "/topics/nope/feed.atom",
    "/a/b/%3Cscript%3E",
  ])("%s is a page that helps on, under the policy of all pages", async (path) => {
    const response = await browse(store, path);
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain("There is no such page");
    expect(html).toContain('action="/search"');
    expect(html).not.toContain("<script>");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("programs are told so as programs are", async () => {
    const response = await app(store).fetch(new Request("http://localhost/nothing"));
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });

  test("a fault of the server is not the reader's, and is not told in detail", async () => {
    const broken = brokenStore();
    const response = await browse(broken, "/topics/talks");
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain("It is not your fault");
    expect(html).not.toMatch(/secret|Error/);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("etag")).toBeNull();
  });
});

/** A store whose every reader fails. */
function brokenStore(): Store {
  return new Proxy(store, {
    get() {
      throw new Error("secret detail");
    },
  });
}
