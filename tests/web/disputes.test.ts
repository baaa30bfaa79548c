import { beforeAll, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { getPage, idsOf, linksOf, TOPIC, textOf } from "../support/pages.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";
import { article, change, event, passage, story } from "../support/story.ts";

/** An event that one article reports and another denies, without any step that is disputed. */
const DENIED = story({
  articles: [
    article("reports", { topics: ["talks"], source: "daily" }),
    article("denies", { topics: ["talks"], source: "weekly", published: "2025-10-20" }),
  ],
  events: [
    event("denied", {
      topics: ["talks"],
      evidence: [
        passage("reports", 1),
        passage("denies", 2, {
          stance: "DISPUTES",
          claimedBy: [{ person: "bob" }],
          instead: { status: "CANCELLED" },
        }),
      ],
      history: [change("OCCURRED", "reports", { date: "2025-10-16" })],
    }),
  ],
});

const { store } = await storeOfThisFile();
beforeAll(async () => {
  await applyStory(store, SEED, AUTHOR);
  await applyStory(store, DENIED, AUTHOR);
});

test.each([
  "/topics/talks",
  "/topics/talks?kind=EVENT",
  "/events/denied",
  "/topics/talks/changes?asOf=2025-10-01",
])("an event that is denied shows both sides, each with its passage: %s", async (path) => {
  const { html } = await getPage(store, path);
  const text = textOf(html);
  expect(text).toContain("Disputed");
  expect(text).toMatch(
    /Says? so .*Sentence 1 of “reports”.*Says cancelled Person bob : Sentence 2 of “denies”/,
  );
  expect(linksOf(html).some((href) => href.startsWith("/articles/denies"))).toBe(true);
});

test("before anybody denied it, there is one side", async () => {
  const text = textOf((await getPage(store, "/topics/talks?asOf=2025-10-18")).html);
  expect(text).toContain("Title of denied");
  expect(text).not.toMatch(/Disputed|Says cancelled/);
});

test.each(["", "&asOf=2025-11-25"])(
  "where a step is disputed, the event leads to both sides%s",
  async (day) => {
    const { html } = await getPage(store, `${TOPIC}?kind=EVENT${day}`);
    const [, href = ""] = /Accounts differ: <a href="([^"]+)"/.exec(html) ?? [];
    const [page = "", place] = href.split("#");
    const there = (await getPage(store, page)).html;
    expect(idsOf(there)).toContain(place);
    const step = there.slice(there.indexOf(`id="${place}"`));
    expect(textOf(step)).toMatch(/Say postponed .*Says cancelled Donald Trump :/);
  },
);
