import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTRY_KINDS } from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { type SearchPlan, searchCondition } from "../../src/store/search-condition.ts";
import { rebuildSearchIndex } from "../../src/store/search-index.ts";
import { PRESENT } from "../../src/store/timeline.ts";
import { runs } from "../support/runs.ts";
import { findables, found, hasAll, indexContents } from "../support/search.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story, together } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const WORDS = ["Łódź", "straße", "herring", "東京", "the", "talks", "U.S.", "of", "1"] as const;
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" "));
const written = fc.constantFrom("2025-10-15", "2025-10-20", "2025-11-02");
const dated = fc.option(fc.record({ text, written }), { nil: undefined });

/** Stories whose events and topics editors wrote about, some of their articles known by passages only. */
const describedStory: fc.Arbitrary<Story> = storyArbitrary().chain((one) =>
  fc
    .record({
      descriptions: fc.array(dated, { minLength: one.events.length, maxLength: one.events.length }),
      outcomes: fc.array(dated, { minLength: one.events.length, maxLength: one.events.length }),
      summary: dated,
      accesses: fc.array(fc.constantFrom("FULL" as const, "PASSAGES" as const), {
        minLength: one.articles.length,
        maxLength: one.articles.length,
      }),
    })
    .map(({ descriptions, outcomes, summary, accesses }) => ({
      ...one,
      articles: one.articles.map((each, index) => ({ ...each, access: accesses[index] ?? "FULL" })),
      topics: one.topics.map((topic) => ({ ...topic, summary })),
      events: one.events.map((each, index) => ({
        ...each,
        description: descriptions[index],
        outcome: outcomes[index],
      })),
    })),
);

const search = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...WORDS),
        fc.constantFrom(
          "sentence",
          "sen",
          "headline",
          "title",
          "person",
          "ann",
          "alias",
          "a1",
          "e2",
          "hungary",
          "topic",
          "2",
        ),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((words) => words.join(" ")),
  fc.constantFrom(
    '"sentence 3 of a1"',
    '"title of"',
    '"ann alias"',
    '"alias person"',
    '"of a"',
    "東",
    "lodz strasse",
  ),
);

describe("for any story", () => {
  test("the store finds what a look at every text finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        describedStory,
        fc.array(search, { minLength: 5, maxLength: 12 }),
        async (one, searches) => {
          await withStore(async ({ store }) => {
            await applyStory(store, one, AUTHOR);
            const all = findables(one);
            for (const each of searches) {
              const expected = all.filter(({ texts }) => hasAll(texts, each)).map(({ name }) => name);
              expect([...(await found(store, each))].sort()).toEqual(expected.sort());
            }
          });
        },
      ),
      { numRuns: runs(25) },
    );
  });

  test("an index that was kept in step holds what one made anew does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(describedStory, { minLength: 1, maxLength: 3 }), async (stories) => {
        await withStore(async ({ store, url }) => {
          for (const one of stories) await applyStory(store, one, AUTHOR);
          const kept = await indexContents(url);
          await store.write((tx, readers) => rebuildSearchIndex(tx, readers));
          expect(await indexContents(url)).toEqual(kept);
        });
      }),
      { numRuns: runs(25) },
    );
  });
});

describe("the index follows", () => {
  const ARTICLES = [article("one"), article("two", { access: "PASSAGES" })];
  const QUOTE = quote("one", 1, { key: "q", speaker: { person: "ann" } });
  const EVENT = event("talks-1", { evidence: [passage("one", 2)] });

  async function foundAfter(stories: readonly Story[], search: string): Promise<string[]> {
    return withStore(async ({ store }) => {
      for (const one of stories) await applyStory(store, one, AUTHOR);
      return found(store, search);
    });
  }
  const base = story({ articles: ARTICLES, events: [EVENT], quotes: [QUOTE] });

  test("a new name, also where its bearer speaks", async () => {
    const people = base.people.map((one) => (one.slug === "ann" ? { ...one, name: "Zora Neale" } : one));
    expect(await foundAfter([base], "zora")).toEqual([]);
    expect(await foundAfter([base, { ...base, people }], "zora")).toEqual(["PERSON ann", "QUOTE q"]);
    expect(await foundAfter([base, { ...base, people }], '"person ann"')).toEqual([]);
  });

  test("a new alias and a new role", async () => {
    const people = base.people.map((one) =>
      one.slug === "ann"
        ? {
            ...one,
            aliases: ["Nightingale"],
            roles: [{ title: "Harbourmaster", evidence: [passage("two", 4)] }],
          }
        : one,
    );
    const later = [base, { ...base, people }];
    expect(await foundAfter(later, "nightingale")).toEqual(["PERSON ann"]);
    expect(await foundAfter(later, "harbourmaster")).toEqual(["PERSON ann"]);
    expect(await foundAfter(later, '"sentence 4 of two"')).toEqual(["ARTICLE two"]);
  });

  test("a passage of an article that gives nothing else", async () => {
    const later = story({ events: [event("more", { evidence: [passage("two", 5)] })] });
    expect(await foundAfter([base], '"sentence 5 of two"')).toEqual([]);
    expect(await foundAfter([base, later], '"sentence 5 of two"')).toEqual(["ARTICLE two"]);
  });

  test("an article that is retracted: what it alone supported is gone", async () => {
    const later = story({ articles: [article("one", { state: "RETRACTED" })] });
    expect(await foundAfter([base], '"title of talks-1"')).toEqual(["EVENT talks-1"]);
    expect(await foundAfter([base, later], '"title of talks-1"')).toEqual([]);
  });

  test("a text that an editor wrote later", async () => {
    const later = story({
      events: [{ ...EVENT, outcome: { written: "2025-11-20", text: "Herring for all" } }],
    });
    expect(await foundAfter([base, later], "herring")).toEqual(["EVENT talks-1"]);
  });
});

describe("entries of a timeline that match a search", () => {
  const RECORD = together(
    story({
      articles: [article("one"), article("two", { published: "2025-11-01" })],
      events: [
        event("talks-1", {
          title: "Herring talks",
          history: [change("SCHEDULED", "one"), change("POSTPONED", "two")],
          evidence: [cite("one")],
          description: { written: "2025-10-20", text: "At the harbour" },
          outcome: { written: "2025-11-10", text: "No agreement" },
        }),
        event("talks-2", { title: "Other talks", evidence: [cite("one")] }),
      ],
    }),
    story({ quotes: [quote("one", 1, { key: "q", speaker: { person: "ann" } })] }),
  );

  /** The keys of entries that match, for each kind, over both plans. */
  async function matching(store: Store, text: string, day: number): Promise<string[]> {
    const filter = await store.search.filter(text);
    if (filter === null) return [];
    const byPlan = await Promise.all(
      (["GATHER", "PROBE"] satisfies SearchPlan[]).map((plan) =>
        store.write(async (tx) => {
          const { timeline } = tx.tables;
          const parameters = { expression: "search", day: "day" };
          const statement = tx.prepare(
            tx.db
              .selectDistinct({ kind: timeline.kind, key: timeline.key })
              .from(timeline)
              .where(
                sql`${searchCondition(tx, timeline, parameters, plan)} and ${timeline.fromDay} <= ${tx.parameter("day")} and ${timeline.untilDay} > ${tx.parameter("day")}`,
              ),
          );
          const rows = await statement({ search: filter.expression, day });
          return rows.map(({ kind, key }) => `${ENTRY_KINDS[kind]} ${key}`).sort();
        }),
      ),
    );
    expect(byPlan[1]).toEqual(byPlan[0]);
    return byPlan[0] ?? [];
  }

  test.each([
    ["an event and its changes", "herring", PRESENT, ["EVENT talks-1", "STATUS_CHANGE 0", "STATUS_CHANGE 1"]],
    ["by its outcome", "agreement", PRESENT, ["EVENT talks-1", "STATUS_CHANGE 0", "STATUS_CHANGE 1"]],
    ["but not before that was written", "agreement", 20251105, []],
    [
      "by its description, before the outcome was written",
      "herring harbour",
      20251105,
      ["EVENT talks-1", "STATUS_CHANGE 0", "STATUS_CHANGE 1"],
    ],
    ["and before there was one, by its title", "herring", 20251016, ["EVENT talks-1", "STATUS_CHANGE 0"]],
    ["a quote by its speaker", "ann", PRESENT, ["QUOTE q"]],
    ["an article by its text", '"sentence 5 of two"', PRESENT, ["ARTICLE two"]],
    ["nothing", "quince", PRESENT, []],
    ["nothing without a word", "—", PRESENT, []],
  ])("%s", async (_name, text, day, entries) => {
    await withStore(async ({ store }) => {
      await applyStory(store, RECORD, AUTHOR);
      const found = await matching(store, text, day);
      let change = 0;
      expect(
        found.map((one) => (one.startsWith("STATUS_CHANGE") ? `STATUS_CHANGE ${change++}` : one)),
      ).toEqual(entries);
    });
  });
});
