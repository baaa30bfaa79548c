import { expect, test } from "vitest";
import { articleChanged } from "../../src/commands/article.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

test("what became of an article is recorded, and said; words that are none of the options' are refused", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({ articles: [article("a")] }), AUTHOR);
    const told = "Headline of a: corrected by its publisher; only passages of its text are shown.";
    const options = { state: "corrected", access: "passages" };
    expect(await articleChanged(store, "a", options, AUTHOR)).toBe(`${told}\n`);
    expect(await articleChanged(store, "a", {}, AUTHOR)).toBe(`${told} Nothing changed.\n`);
    expect((await store.articles.bySlug(["a"]))[0]).toMatchObject({ state: "CORRECTED", access: "PASSAGES" });
    const wrong = [
      [{ state: "gone" }, /--state: "gone" is none of current, corrected, retracted/],
      [{ access: "all" }, /--access: "all" is none of full, passages/],
    ] as const;
    for (const [given, message] of wrong) {
      await expect(articleChanged(store, "a", given, AUTHOR)).rejects.toThrow(message);
    }
    await expect(articleChanged(store, "b", options, AUTHOR)).rejects.toThrow(/no article "b"/);
  });
});
