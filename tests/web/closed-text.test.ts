import { expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { changeArticle } from "../../src/ingest/apply/change-article.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { ask } from "../support/graphql.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, quote, story } from "../support/story.ts";

/** A sentence that may be shown, and one that lies beyond what may be. */
const BEGINNING = `We begin${" and go on".repeat(20)}.`;
const REST = `Then${" and so on".repeat(20)} comes the secret part.`;
const SAID = `${BEGINNING} ${REST}`;
const PATHS = [
  "/topics/talks",
  "/topics/talks.json",
  "/topics/talks.csv",
  "/topics/talks.jsonld",
  "/topics/talks.timelinejs.json",
  "/topics/talks.atom",
  "/topics/talks.md?since=2025-10-01",
  "/people/ann",
  "/people/ann.md",
];

test("of an article that is closed after its quotes were recorded, no page, file, answer or search has more than a passage", () =>
  withStore(async ({ store }) => {
    const long = quote("a", 0, {
      text: SAID,
      speaker: { person: "ann" },
      topics: ["talks"],
      evidence: [
        { article: "a", exact: SAID, part: "BODY", stance: "SUPPORTS", method: "HUMAN", claimedBy: [] },
      ],
    });
    const told = article("a", { topics: ["talks"], body: `“${SAID}” said Ann.` });
    await applyStory(store, story({ articles: [told], quotes: [long] }), AUTHOR);
    const routes = pageRoutes(store, () => new Date("2025-12-01T12:00:00Z"));
    const read = async () =>
      Promise.all(PATHS.map(async (path) => (await routes.request(`http://localhost${path}`)).text()));
    const asked = async () =>
      ask(
        store,
        `{ person(slug: "ann") { quotes { edges { node { text } } } } search(query: "secret part") { totalCount } }`,
      );
    expect((await read()).filter((text) => text.includes("secret part")).length).toBeGreaterThan(5);
    expect(await asked()).toMatchObject({
      person: { quotes: { edges: [{ node: { text: SAID } }] } },
      search: { totalCount: 2 },
    });

    await changeArticle(store, "a", { access: "PASSAGES" }, AUTHOR);
    for (const [index, text] of (await read()).entries()) expect(text, PATHS[index]).not.toContain("secret");
    expect(await asked()).toMatchObject({
      person: { quotes: { edges: [{ node: { text: BEGINNING } }] } },
      search: { totalCount: 0 },
    });
  }));
