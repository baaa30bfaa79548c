import { parse } from "csv-parse/sync";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { readText } from "../support/document.ts";
import { EXPORTED, HOSTILE } from "../support/exports.ts";
import { ask } from "../support/graphql.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";
import { article, change, event, sentence, story } from "../support/story.ts";

const NOW = new Date("2025-12-01T12:00:00Z");
const { store } = await storeOfThisFile();
beforeAll(async () => {
  await applyStory(store, SEED, AUTHOR);
  await applyStory(store, EXPORTED, AUTHOR);
});

const routes = pageRoutes(store, () => NOW);

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await routes.request(`http://localhost${path}`, { headers });
  return { response, text: await response.text() };
}

/** A table as a spreadsheet reads it. */
async function table(path: string): Promise<Record<string, string>[]> {
  const { response, text } = await get(path);
  expect(response.status).toBe(200);
  return parse(text, { bom: true, columns: true });
}

describe("CSV", () => {
  test("has one row for each entry of the timeline, in its order", async () => {
    const answer = await ask(
      store,
      `{ topic(slug: "talks") { timeline(first: 100) { edges { node { id title when { edtf earliest latest } } } } } }`,
    );
    const rows = await table("/topics/talks.csv");
    expect(rows.length).toBeGreaterThan(20);
    expect({
      topic: {
        timeline: {
          edges: rows.map(({ id, title, date, earliest, latest }) => ({
            node: {
              id,
              title: title?.replace(/^'(?=[=@-])/, ""),
              when: date ? { edtf: date, earliest: earliest || null, latest: latest || null } : null,
            },
          })),
        },
      },
    }).toEqual(answer);
  });

  test("gives a spreadsheet nothing to calculate, and each text as it is", async () => {
    const rows = await table("/topics/talks.csv");
    for (const field of rows.flatMap((row) => Object.values(row))) expect(field).not.toMatch(/^[=+@\t\r-]/);
    const texts = rows.filter(({ kind }) => kind === "EVENT").map(({ text }) => text);
    for (const hostile of HOSTILE) expect(texts.map((text) => text?.replace(/^'/, ""))).toContain(hostile);
  });

  test("tells what disputes, leaves out what was retracted, and knows no more than the day asked about", async () => {
    const rows = await table("/topics/talks.csv");
    expect(rows.find(({ status, kind }) => kind === "STATUS_CHANGE" && status === "POSTPONED")).toMatchObject(
      {
        disputedBy: "Bob",
        sources: "Source weekly",
        about: `${HOSTILE[2]} 2`,
        page: "http://localhost/events/e2",
      },
    );
    expect(rows.map(({ sources }) => sources)).not.toContain("Source evening");
    const early = await table("/topics/talks.csv?asOf=2025-10-18");
    expect(early.find(({ status }) => status === "POSTPONED")).toBeUndefined();
    expect(early.length).toBeLessThan(rows.length);
  });
});

/** What schema.org lets the types have that are used, as far as it is used. */
const THING = ["@id", "@type", "name", "description", "url"];
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  Thing: THING,
  Person: THING,
  Organization: THING,
  Place: THING,
  Event: [
    ...[...THING, "eventStatus", "startDate", "endDate", "previousStartDate", "location"],
    ...["organizer", "attendee", "subjectOf"],
  ],
  NewsArticle: [...THING, "headline", "datePublished", "inLanguage", "publisher"],
  Quotation: [...THING, "text", "spokenByCharacter", "isPartOf", "dateCreated", "inLanguage", "about"],
  Claim: [...THING, "text", "author", "appearance", "dateCreated", "inLanguage", "about"],
};
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

describe("JSON-LD", () => {
  test.each(["talks", "putin-trump-summit"])("of %s is a graph of schema.org's terms", async (slug) => {
    const { response, text } = await get(`/topics/${slug}.jsonld`);
    expect(response.headers.get("content-type")).toMatch(/^application\/ld\+json/);
    const { "@context": context, "@graph": graph } = JSON.parse(text);
    expect(context).toBe("https://schema.org");
    const ids = graph.map((node: Record<string, unknown>) => node["@id"]);
    expect(new Set(ids).size).toBe(ids.length);
    const check = (value: unknown): void => {
      if (Array.isArray(value)) for (const item of value) check(item);
      if (Array.isArray(value) || typeof value !== "object" || value === null) return;
      const { "@type": type, ...fields } = value as Record<string, unknown>;
      if (type === undefined) {
        expect(Object.keys(fields)).toEqual(["@id"]);
        expect(ids).toContain(fields["@id"]);
        return;
      }
      expect(PROPERTIES).toHaveProperty(String(type));
      for (const [name, inner] of Object.entries(fields)) {
        expect(PROPERTIES[String(type)], `${type}`).toContain(name);
        if (/date/i.test(name)) expect(inner).toMatch(DATE);
        check(inner);
      }
    };
    check(graph);
  });

  test("says what became of events, and gives no date more exactly than it is known", async () => {
    const { text } = await get("/topics/talks.jsonld");
    const graph: Record<string, unknown>[] = JSON.parse(text)["@graph"];
    const named = (number: number) => graph.find(({ url }) => url === `http://localhost/events/e${number}`);
    expect(named(1)).toMatchObject({
      eventStatus: "https://schema.org/EventScheduled",
      startDate: "2025-10",
      location: { "@type": "Place", name: "Town" },
    });
    expect(named(2)).toMatchObject({
      eventStatus: "https://schema.org/EventPostponed",
      previousStartDate: "2025-10-16",
    });
    expect(named(2)).not.toHaveProperty("startDate");
    expect(named(3)).not.toHaveProperty("startDate");
    expect(named(3)?.["description"]).toMatch(/Date: about 16 October 2025\.$/);
    expect(named(6)).toMatchObject({ startDate: "2025-10-16", endDate: "2025-10-30" });
    expect(graph.find((node) => node["text"] === sentence("open", 5))).toMatchObject({
      "@type": "Quotation",
    });
    expect(graph.find((node) => node["text"] === sentence("closed", 6))).toMatchObject({ "@type": "Claim" });
    expect(JSON.stringify(graph)).not.toContain("withdrawn");
  });
});

/** Everything in a Markdown document. */
function nodesOf(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesOf) : [])];
}

describe("a briefing", () => {
  test("is Markdown in which texts stay text", async () => {
    const { response, text } = await get("/topics/talks.md?since=2025-10-10");
    expect(response.headers.get("content-type")).toMatch(/^text\/markdown/);
    const nodes = nodesOf(fromMarkdown(text));
    expect(new Set(nodes.map(({ type }) => type))).toEqual(
      new Set(["root", "heading", "paragraph", "text", "list", "listItem", "strong", "link"]),
    );
    const headings = nodes.filter((node) => node.type === "heading");
    expect(headings.map((node) => textOf(node))).toEqual([
      HOSTILE[2],
      "New events",
      "What became of events",
      "Disputed",
      "Said",
    ]);
    for (const node of nodes) if (node.type === "link") expect(node.url).toMatch(/^https:\/\/example\.com\//);
    const whole = textOf(fromMarkdown(text)).replace(/\[\^\d+\]/g, "");
    for (const hostile of HOSTILE) expect(whole).toContain(hostile.replace(/\s+/g, " "));
  });

  test("has a note for every mark, with source, day and words", async () => {
    const { text } = await get("/topics/putin-trump-summit.md?since=2025-10-18");
    const marks = [...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => Number(number));
    const notes = [...text.matchAll(/^\[\^(\d+)\]: (.*)$/gm)];
    expect(new Set(marks)).toEqual(new Set(notes.map(([, number]) => Number(number))));
    expect(notes.map(([, number]) => Number(number))).toEqual(notes.map((_, index) => index + 1));
    expect(text).toMatch(/postponed\*\* is disputed by Donald Trump \(rather: cancelled\)\[\^\d+\]/);
    expect(
      notes.some(([, , note]) =>
        /^UAE Feed, \[“.*”\]\(<https:.*>\), about 22 November 2025/.test(note ?? ""),
      ),
    ).toBe(true);
  });

  test("tells what a day did not know, and nothing that came later than the one asked about", async () => {
    const { text } = await get("/topics/putin-trump-summit.md?since=2025-10-01&until=2025-10-18");
    expect(text).toContain("Planned Putin–Trump summit in Budapest");
    expect(text).not.toMatch(/postponed|Ryabkov|put off/);
    expect((await get("/topics/putin-trump-summit.md?since=2025-11-30")).text).toContain("Nothing new.");
    expect((await get("/topics/putin-trump-summit.md")).text).toContain("Reported after 24 November 2025");
  });

  test("tells what was put on record after a cursor: what is new, and what was changed", async () => {
    const { changes } = (await ask(store, "{ changes(last: 1) { pageInfo { endCursor } } }")) as {
      changes: { pageInfo: { endCursor: string } };
    };
    await applyStory(
      store,
      story({
        articles: [article("later", { topics: ["trade"] })],
        events: [
          event("fresh", { topics: ["trade"], history: [change("SCHEDULED", "later", { date: "2026" })] }),
          event("e1", { title: "Renamed", topics: ["trade"], history: [] }),
        ],
      }),
      AUTHOR,
    );
    const { text } = await get(`/topics/trade.md?since=${changes.pageInfo.endCursor}`);
    expect(text).toMatch(/## New events\n\n- \*\*Title of fresh\*\* \(2026\): scheduled\./);
    expect(text).toMatch(/## Changed on record\n\n- \*\*Renamed\*\*/);
    expect(text).toMatch(/## New articles\n\n- \[Headline of later\]\(<https:\/\/example.com\/later>\)/);
  });

  test("of a person has what they said about an event, and what they are reported to say of it", async () => {
    const { text } = await get("/people/bob.md?event=e2");
    expect(text).toContain("Sentence 6 of “closed”");
    expect(text).toMatch(/disputes it \(rather: cancelled\)/);
    expect((await get("/people/bob.md?event=e3")).text).toContain("Nothing is on record.");
    expect((await get("/people/bob.md?asOf=2025-10-18")).text).toContain("Nothing is on record.");
    expect((await get("/people/bob.md?event=nope")).response.status).toBe(404);
  });
});

describe("over HTTP", () => {
  const FILES = ["json", "csv", "jsonld", "timelinejs.json", "md"];

  test.each(FILES)(
    "a topic's .%s has a type, a name, and a tag that holds until something is written",
    async (end) => {
      const path = `/topics/putin-trump-summit.${end}`;
      const { response, text } = await get(path);
      expect(response.status).toBe(200);
      expect(text.length).toBeGreaterThan(100);
      const { headers } = response;
      expect(headers.get("content-disposition")).toContain(`filename="putin-trump-summit.${end}"`);
      // What has links to this server is for whoever asked under that name, unless the server knows its own.
      const kept = ["json", "md"].includes(end) ? "public" : "private";
      expect(headers.get("cache-control")).toBe(`${kept}, max-age=0, must-revalidate`);
      const etag = headers.get("etag") ?? "";
      expect((await get(path, { "if-none-match": etag })).response.status).toBe(304);
      await applyStory(store, story({ topics: [{ slug: "visit", title: `Written for ${end}` }] }), AUTHOR);
      expect((await get(path, { "if-none-match": etag })).response.status).toBe(200);
    },
  );

  test("links lead to where the server was told that it is", async () => {
    const file = "http://elsewhere.example/topics/putin-trump-summit.csv";
    const told = await pageRoutes(store, () => NOW, { publicUrl: "https://dateline.example" }).request(file);
    expect(told.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const text = await told.text();
    expect(text).toContain("https://dateline.example/events/");
    expect(text).not.toContain("elsewhere");
  });

  test.each(FILES)("there is no .%s of what is not on record", async (end) => {
    expect((await get(`/topics/nope.${end}`)).response.status).toBe(404);
  });

  test("what is asked for amiss is refused with a reason", async () => {
    for (const [path, reason] of [
      ["/topics/talks.csv?asOf=yesterday", "`asOf` is no day; write it as YYYY-MM-DD.\n"],
      ["/topics/talks.json?asOf=2025-10-18", /leave `asOf` out/],
      ["/topics/talks.md?since=nonsense", /neither a day.*nor a cursor/],
      ["/topics/talks.md?since=2025-10-18&until=2025-10-01", /comes after/],
    ] as const) {
      const { response, text } = await get(path);
      expect(response.status).toBe(400);
      expect(text).toMatch(reason);
    }
  });

  test("no format passes on a text of which only passages may be shown", async () => {
    for (const end of [...FILES, "md?since=2025-10-01"]) {
      const { text } = await get(`/topics/talks.${end}`);
      expect(text).not.toContain(sentence("closed", 0));
      expect(text).not.toContain(sentence("closed", 3));
    }
  });

  test("a story document is the topic, to be put on record elsewhere", async () => {
    const { text } = await get("/topics/putin-trump-summit.json");
    const { topics, events, articles } = await readText(text);
    expect(topics.map(({ slug }) => slug)).toEqual(["putin-trump-summit"]);
    expect(events.length).toBe(SEED.events.length);
    expect(articles.length).toBe(SEED.articles.length);
  });

  test("a timeline of many pages comes whole", async () => {
    const names = Array.from({ length: 250 }, (_, index) => `many-${index}`);
    const many = story({
      topics: [{ slug: "многое", title: "Many" }],
      articles: [article("long")],
      events: names.map((slug) => event(slug, { topics: ["многое"], history: [change("OCCURRED", "long")] })),
    });
    await applyStory(store, many, AUTHOR);
    const rows = await table(`/topics/${encodeURIComponent("многое")}.csv`);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(250);
  });

  test("a document whose record is changed under it does not end as if it were whole", async () => {
    const names = Array.from({ length: 450 }, (_, index) => `n${String(index).padStart(3, "0")}`);
    const before = story({
      articles: [article("first")],
      events: names.map((slug) => event(slug, { topics: ["visit"], history: [change("OCCURRED", "first")] })),
    });
    await applyStory(store, before, AUTHOR);
    const response = await routes.request("http://localhost/topics/visit.json");
    const reader = response.body?.getReader();
    await reader?.read();
    const after = story({
      articles: [article("second")],
      events: [event("n449", { topics: ["visit"], history: [change("CANCELLED", "second")] })],
    });
    await applyStory(store, after, AUTHOR);
    const rest = async () => {
      for (let done = false; !done; ) done = (await reader?.read())?.done ?? true;
    };
    await expect(rest()).rejects.toMatchObject({ code: "BUSY" });
  });

  test("feed and calendar are found under the same kind of address", async () => {
    for (const [end, page] of [
      ["atom", "feed.atom"],
      ["ics", "calendar.ics"],
    ]) {
      const { response } = await get(`/topics/talks.${end}`);
      expect(response.status).toBe(308);
      expect(response.headers.get("location")).toBe(`/topics/talks/${page}`);
    }
  });
});
