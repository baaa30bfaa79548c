import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { nodesOf, readPage } from "../support/graphql.ts";
import { type Entry, entriesOf, inOrder } from "../support/oracle.ts";
import { changeKey } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { findables, hasAll } from "../support/search.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const SEARCHES = [
  "e0",
  "e1",
  "sentence 2",
  "a0",
  "headline",
  '"of a1"',
  "ann",
  "bo",
  "sentence 3 a",
  "zzz",
  "",
];

const NAMED_AFTER = { EVENT: "EVENT", STATUS_CHANGE: "EVENT", QUOTE: "QUOTE", ARTICLE: "ARTICLE" } as const;

/** Whether the words of an entry (of its event, for a change) have all that is searched for. */
function matches(of: Story, { kind, key }: Entry, search: string): boolean {
  const event = of.events.find((one) => one.history.some((step) => changeKey(one, step) === key));
  const name = `${NAMED_AFTER[kind]} ${kind === "STATUS_CHANGE" ? (event?.key ?? event?.slug) : key}`;
  return findables(of).some((one) => one.name === name && hasAll(one.texts, search));
}

describe("the search in a filter", () => {
  test("keeps the entries whose words have all that is searched for, in the usual order", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), (of) =>
        withStore(async ({ store }) => {
          await applyStory(store, of, AUTHOR);
          const entries = entriesOf(of, null);
          for (const search of SEARCHES) {
            const filter = `filter: { search: ${JSON.stringify(search)} }`;
            const expected = (kinds: readonly string[]) =>
              inOrder(
                entries.filter((entry) => kinds.includes(entry.kind) && matches(of, entry, search)),
                "OLDEST_FIRST",
              ).map(({ node }) => node);
            const read = async (field: string, fixed: string) =>
              nodesOf(await readPage(store, { field, fixed }, { first: 100 }));
            expect(await read("timeline", filter), search).toEqual(
              expected(["EVENT", "STATUS_CHANGE", "QUOTE"]),
            );
            expect(await read("events", filter), search).toEqual(expected(["EVENT"]));
            expect(await read("quotes", filter), search).toEqual(expected(["QUOTE"]));
            const articles = await read("articles", `search: ${JSON.stringify(search)}`);
            expect(articles.sort(), search).toEqual(expected(["ARTICLE"]).sort());
          }
        }),
      ),
      { numRuns: runs(12) },
    );
  });
});
