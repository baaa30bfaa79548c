import { describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { changeArticle } from "../../src/ingest/apply/change-article.ts";
import type { Readers } from "../../src/store/readers.ts";
import { rebuildSearchIndex } from "../../src/store/search-index.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import { dump } from "../support/dump.ts";
import { ask } from "../support/graphql.ts";
import { indexContents } from "../support/search.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, event, passage, quote, story } from "../support/story.ts";
import { told } from "./told.ts";

describe("an article that its outlet", () => {
  const two = story({
    topics: [{ slug: "talks", title: "Talks" }],
    articles: [article("a"), article("b", { source: "daily" })],
    people: [
      {
        slug: "ann",
        name: "Ann",
        aliases: [],
        sameAs: [],
        roles: [{ title: "Harbourmaster", evidence: [passage("a", 6)] }],
      },
    ],
    events: [
      event("e", {
        topics: ["talks"],
        evidence: [passage("b", 0)],
        history: [
          change("SCHEDULED", "b", { effective: "2025-10-01", evidence: [passage("b", 1), passage("a", 1)] }),
          change("CANCELLED", "a", { effective: "2025-10-10", evidence: [passage("a", 2)] }),
        ],
      }),
    ],
    quotes: [quote("a", 3, { topics: ["talks"] })],
  });
  const answer = async (store: Readers) =>
    ask(
      store,
      `{ event(slug: "e") { status independentSources statusHistory { to } }
      quotes { totalCount } search(query: "Harbourmaster") { totalCount } }`,
    );

  test("retracted supports nothing, and does again when it stands by it; each is told in the change log", async () => {
    await withStore(async ({ store, url }) => {
      await applyStory(store, two, AUTHOR);
      const before = await answer(store);
      expect(before).toMatchObject({ event: { status: "CANCELLED", independentSources: 2 } });
      const from = await store.changes.last();
      expect(await changeArticle(store, "a", { state: "RETRACTED" }, AUTHOR)).toMatchObject({
        changed: true,
      });
      expect(await answer(store)).toEqual({
        event: { status: "SCHEDULED", independentSources: 1, statusHistory: [{ to: "SCHEDULED" }] },
        quotes: { totalCount: 0 },
        search: { totalCount: 0 },
      });
      const entries = await store.changes.after(from, 100);
      expect(entries.map((one) => one.nodeType).sort()).toEqual([
        "Article",
        "Person",
        "Quote",
        "StatusChange",
        "StatusChange",
      ]);
      const kept = [await indexContents(url), (await dump(url))["timeline"]];
      await store.write(async (tx, readers) => {
        await rebuildSearchIndex(tx, readers);
        await rebuildTimelineIndex(tx, readers);
      });
      expect([await indexContents(url), (await dump(url))["timeline"]]).toEqual(kept);

      // A story that does not say what became of an article leaves it.
      const silent = two.articles.map((one) => ({ ...one, state: undefined, access: undefined }));
      await applyStory(store, { ...two, articles: silent }, AUTHOR);
      expect((await told(store)).state).toBe("RETRACTED");
      await changeArticle(store, "a", { state: "CURRENT" }, AUTHOR);
      expect(await answer(store)).toEqual(before);
      expect(await changeArticle(store, "a", { state: "CURRENT" }, AUTHOR)).toMatchObject({ changed: false });
    });
  });

  test("corrected is said to be so, and supports as before; one that is not on record is refused", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, two, AUTHOR);
      const before = await answer(store);
      await changeArticle(store, "a", { state: "CORRECTED", access: "PASSAGES" }, AUTHOR);
      expect(await answer(store)).toEqual(before);
      expect(await told(store)).toMatchObject({ state: "CORRECTED", body: null });
      const unknown = changeArticle(store, "nope", { state: "CORRECTED" }, AUTHOR);
      await expect(unknown).rejects.toMatchObject({ code: "INVALID_ARTICLE" });
    });
  });
});
