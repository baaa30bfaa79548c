import { beforeAll, describe, expect, test } from "vitest";
import { parseSearch } from "../../src/domain/search-query.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { found } from "../support/search.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, cite, event, passage, quote, sentence, story } from "../support/story.ts";

const SECRET = "The unpublished paragraph mentions quicksilver.";
const LONG = `Verylongpassage ${"and more of it ".repeat(30)}`.trim();

const RECORD = story({
  topics: [
    { slug: "talks", title: "Gespräche in Łódź", summary: { written: "2025-10-20", text: "Überblick" } },
  ],
  people: [
    {
      slug: "ann",
      name: "Anna Müller",
      aliases: ["Ann, alias", "The Envoy"],
      sameAs: [],
      roles: [{ title: "Deputy Foreign Minister", evidence: [passage("full", 1)] }],
    },
    { slug: "bob", name: "Robert O’Neill", aliases: [], sameAs: [], roles: [] },
    { slug: "chen", name: "陳大文", aliases: ["Chén Dàwén"], sameAs: [], roles: [] },
  ],
  articles: [
    article("full"),
    article("passages", {
      access: "PASSAGES",
      headline: "Headline that anyone may read",
      body: `${sentence("passages", 0)}. ${SECRET} ${LONG}. Unsaid.`,
    }),
    article("gone", { state: "RETRACTED", headline: "Withdrawn" }),
  ],
  events: [
    event("harbour-talks", {
      title: "Harbour talks",
      description: { written: "2025-10-20", text: "Planned in the autumn." },
      outcome: { written: "2025-11-02", text: "They agreed on herring." },
      evidence: [cite("full"), passage("passages", 0)],
    }),
    event("invented", { title: "Invented meeting", evidence: [cite("gone")] }),
  ],
  quotes: [
    quote("full", 3, { key: "said", speaker: { person: "ann" }, speakerAsWritten: "the envoy" }),
    quote("passages", 0, { key: "long", evidence: [cite("passages")] }),
  ],
});

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, RECORD, AUTHOR));

describe("a search finds", () => {
  test.each([
    ["a person by name, without accents", "anna muller", ["PERSON ann", "QUOTE said"]],
    ["by another name", '"the envoy"', ["PERSON ann", "QUOTE said"]],
    ["by a role", "foreign min", ["PERSON ann"]],
    ["by a part of a name in Chinese", "大文", ["PERSON chen"]],
    ["with an apostrophe of another kind", "o'neill", ["PERSON bob"]],
    ["a place by name and country", "town hungary", ["PLACE town"]],
    ["a topic by its title, with letters of its own", "gesprache lodz", ["TOPIC talks"]],
    ["by its summary", "uberblick", ["TOPIC talks"]],
    ["an event by its title and its outcome together", "harbour herring", ["EVENT harbour-talks"]],
    ["a quote by its words", '"sentence 3 of full"', ["QUOTE said", "ARTICLE full"]],
    ["an article by its headline", "anyone may", ["ARTICLE passages"]],
    ["nothing that only retracted articles support", "invented", []],
    ["nothing where a word is missing", "harbour quince", []],
    ["nothing by an earlier word in part", "harb talks", []],
    ["no phrase that runs from one name into the next", '"alias the"', []],
    ["nothing without a word", "“—”", []],
  ])("%s", async (_name, search, names) => {
    expect(await found(store, search)).toEqual(names);
  });

  test("what is named so first", async () => {
    expect((await found(store, "harbour"))[0]).toBe("PLACE harbour");
    expect((await found(store, "harbour talks"))[0]).toBe("EVENT harbour-talks");
  });
});

describe("of an article that gives passages only", () => {
  test("a passage is found", async () => {
    expect(await found(store, '"sentence 0 of passages"')).toEqual(["QUOTE long", "ARTICLE passages"]);
  });

  test.each(["quicksilver", "unsaid", "unpublished paragraph"])("the rest is not: %s", async (search) => {
    expect(await found(store, search)).toEqual([]);
  });

  test("a passage of more than 300 characters is not, once the text is no longer free to read", async () => {
    await withStore(async ({ store: other }) => {
      const free = article("free", { body: `${LONG}.` });
      const long = quote("free", 0, { evidence: [cite("free", { exact: LONG })] });
      await applyStory(other, story({ articles: [free], quotes: [long] }), AUTHOR);
      expect(await found(other, "verylongpassage")).toContain("ARTICLE free");
      await applyStory(other, story({ articles: [{ ...free, access: "PASSAGES" }] }), AUTHOR);
      expect(await found(other, "verylongpassage")).not.toContain("ARTICLE free");
    });
  });
});

describe("whatever somebody types is words", () => {
  const HOSTILE = [
    '"',
    '"""',
    '"talks',
    "*",
    "talks*",
    "NEAR(",
    "NEAR(harbour talks, 2)",
    "body:talks",
    "name : talks",
    "{name text} : talks",
    "^talks",
    "-talks",
    "talks NOT harbour",
    "talks AND",
    "OR",
    "(talks",
    "talks + harbour",
    "\0",
    "talks\0harbour",
    "\ud800",
    "talks\udfff",
    "👩🏽‍🚒",
    "\ue000",
    "Ann\ue000The",
    "'; drop table search_document; --",
    "%_\\",
    "\u202etalks",
    `${"a ".repeat(499)}b`,
    "東".repeat(1_000),
    `"${"a b ".repeat(249)}"`,
    "\u0301\u0301",
    "𐐨𐐀",
  ];

  test.each(HOSTILE)("%j", async (search) => {
    const names = await found(store, search);
    const again = await found(store, search);
    expect(again).toEqual(names);
    await expect(store.search.filter(search)).resolves.toEqual(
      names.length === 0 ? null : expect.objectContaining({ plan: "GATHER" }),
    );
  });

  test("and too many of them are refused", async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(" ");
    expect(() => parseSearch(words)).toThrow(expect.objectContaining({ code: "INVALID_SEARCH" }));
    await expect(store.search.filter(words)).rejects.toMatchObject({ code: "INVALID_SEARCH" });
  });

  test("the index is as it was afterwards", async () => {
    expect(await found(store, "harbour herring")).toEqual(["EVENT harbour-talks"]);
  });
});

describe("lists by slug", () => {
  test("hold what matches", async () => {
    const filter = await store.search.filter("a");
    if (filter === null) throw new Error("Nothing matches.");
    const people = await store.search.people(filter.expression, "", 10);
    expect(people.map(({ slug }) => slug)).toEqual(["ann"]);
    expect(await store.search.people(filter.expression, "ann", 10)).toEqual([]);
    expect(await store.search.topics(filter.expression, "", 10)).toEqual([]);
  });
});

test("a story that is refused leaves nothing to find", async () => {
  await withStore(async ({ store: other }) => {
    const broken = story({
      articles: [article("full")],
      events: [event("talks", { evidence: [cite("missing")] })],
    });
    await expect(applyStory(other, broken, AUTHOR)).rejects.toMatchObject({ code: "INVALID_STORY" });
    expect(await found(other, "headline")).toEqual([]);
    expect(await found(other, "person")).toEqual([]);
  });
});
