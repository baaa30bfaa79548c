import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { getPage, idsOf, linksOf, textOf } from "../support/pages.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const MANY = 60;
const articles = Array.from({ length: MANY }, (_, index) => article(`many-${index}`, { topics: ["visit"] }));

const STORY = story({
  people: [
    {
      slug: "ann",
      name: "Ann",
      aliases: ["A. N."],
      sameAs: ["javascript:alert(1)", "https://example.org/ann"],
      roles: [
        { title: "Minister", organization: "ministry", when: "2025", evidence: [cite("late")] },
        { title: "Deputy", organization: "ministry", when: "2020/2024", evidence: [cite("a")] },
      ],
    },
    ...["bob", "cleo", "union"].map((slug) => ({
      slug,
      name: `Person ${slug}`,
      aliases: [],
      sameAs: [],
      roles: [],
    })),
  ],
  articles: [article("a", { topics: ["talks"] }), article("late", { published: "2025-11-20" }), ...articles],
  events: [
    event("talk", {
      topics: ["talks"],
      evidence: [passage("a", 0)],
      history: [change("OCCURRED", "a", { date: "2025-10-15" })],
      participants: [
        { person: "ann", role: "HOST", evidence: [cite("a")] },
        { organization: "ministry", role: "ORGANIZER", evidence: [cite("a")] },
      ],
    }),
    event("trade", {
      topics: ["trade"],
      evidence: [passage("a", 0)],
      history: [change("OCCURRED", "a", { date: "2025-10-14" })],
      participants: [{ person: "ann", role: "HOST", evidence: [cite("a")] }],
    }),
  ],
  quotes: [
    quote("a", 1, { speaker: { person: "ann" }, about: ["talk"], topics: ["talks"] }),
    quote("a", 2, { speaker: { person: "bob" }, about: ["talk"], topics: ["talks"] }),
    quote("a", 3, { speaker: { person: "cleo" }, topics: ["talks"] }),
    quote("a", 4, { speaker: { organization: "ministry" }, about: ["talk"], topics: ["talks"] }),
    quote("late", 5, { speaker: { person: "ann" }, about: ["talk"], topics: ["talks"] }),
    ...articles.map(({ slug }) => quote(slug, 1, { speaker: { person: "bob" }, topics: ["visit"] })),
  ],
});

const { store } = await storeOfThisFile();
beforeAll(async () => {
  await applyStory(store, SEED, AUTHOR);
  await applyStory(store, STORY, AUTHOR);
});

const page = async (path: string) => (await getPage(store, path)).html;

describe("a person", () => {
  test("has roles in their order, each with its source, and other names; only what is on the web is linked", async () => {
    const html = await page("/people/ann");
    expect(textOf(html)).toMatch(
      /Also: A\. N\..*Deputy , Organization ministry.*Minister , Organization ministry/,
    );
    expect(html).not.toContain("javascript:");
    expect(linksOf(html)).toContain("https://example.org/ann");
  });

  test("has a timeline across topics, each entry with its own", async () => {
    const text = textOf(await page("/people/ann"));
    expect(text).toMatch(/14 October .*Topic trade Title of trade .*15 October .*Topic talks Title of talk/);
    expect(textOf(await page("/people/sergey-ryabkov"))).not.toContain("Putin–Trump summit ");
  });

  test("is quoted beside what others said about the same, and then elsewhere in the story", async () => {
    const html = await page("/people/ann");
    const beside = html.slice(html.indexOf('class="beside"'), html.indexOf("What others in the story said"));
    expect(textOf(beside)).toMatch(
      /Ann .*Sentence 1 of .*Sentence 5 of .*Others .*Sentence 2 of .*Sentence 4 of/,
    );
    expect(beside).not.toContain("Sentence 3 of");
    expect(textOf(html)).toMatch(/What others in the story said .*Sentence 3 of “a”/);
    expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
  });

  test("as known on a day has what was reported by then, and the day on every link", async () => {
    const html = await page("/people/ann?asOf=2025-11-01");
    const text = textOf(html);
    expect(text).toContain("As known by the end of 1 November 2025");
    expect(text).toContain("Deputy");
    expect(text).not.toMatch(/Minister|Sentence 5 of/);
    const links = linksOf(html).filter((href) =>
      /^\/(topics|people|events|articles|organizations)\//.test(href),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !href.includes("asOf=2025-11-01"))).toEqual(["/people/ann"]);
    expect(html).not.toContain("feed.atom");
  });

  test("all that they said is reached page by page, each once, on the same day", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/people/bob?asOf=2025-11-01";
    while (path !== undefined) {
      const html = await page(path);
      const own = html.slice(html.indexOf("What they said"), html.indexOf("What others in the story said"));
      seen.push(...(own.match(/Sentence \d of “many-\d+”/g) ?? []));
      const [, next]: readonly string[] = /<a href="([^"]+)" rel="next">More quotes/.exec(html) ?? [];
      if (next !== undefined) expect(next).toContain("asOf=2025-11-01");
      path = next && `/people/bob${next.replaceAll("&amp;", "&").replace(/#.*/, "")}`;
    }
    expect(seen.sort()).toEqual(articles.map(({ slug }) => `Sentence 1 of “${slug}”`).sort());
  });
});

test("nobody has a page as known on a day before anything named them", async () => {
  const status = async (path: string) => (await getPage(store, path)).response.status;
  for (const path of [
    "/people/layla-al-mansoori",
    "/people/sergey-ryabkov",
    "/organizations/international-affairs-magazine",
  ]) {
    expect(await status(`${path}?asOf=2025-10-18`), path).toBe(404);
    expect(await status(`${path}?asOf=2025-11-23`), path).toBe(200);
    expect(await status(path), path).toBe(200);
  }
});

test("an organization takes part and speaks too", async () => {
  const text = textOf(await page("/organizations/ministry"));
  expect(text).toMatch(/Organization Organization ministry .*Title of talk .*Sentence 4 of “a”/);
  expect((await getPage(store, "/organizations/ann")).response.status).toBe(404);
  expect((await getPage(store, "/people/ministry")).response.status).toBe(404);
  // One slug may be a person's and an organization's.
  expect(textOf(await page("/organizations/union"))).toContain("Organization union");
  expect(textOf(await page("/people/union"))).toContain("Person union");
});
