import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { type Dump, dump } from "../support/dump.ts";
import { runs } from "../support/runs.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

/** The nodes that entries of the change log are about, as `Event:e0`, after a number of entries. */
function logged(from: Dump, after = 0): string[] {
  const rows = from["change_log"] ?? [];
  return rows.flatMap((row) => {
    if (typeof row !== "object" || row === null || !("node_type" in row && "node_key" in row)) return [];
    return "position" in row && Number(row.position) > after ? [`${row.node_type}:${row.node_key}`] : [];
  });
}

describe("a story that is applied again", () => {
  test("changes nothing at all, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), (some) =>
        withStore(async ({ store, url }) => {
          await applyStory(store, some, AUTHOR);
          const before = await dump(url);
          expect(await applyStory(store, some, AUTHOR)).toEqual({ created: 0, updated: 0 });
          expect(await dump(url)).toEqual(before);
        }),
      ),
      { numRuns: runs(12) },
    );
  });

  test("changes nothing where it is the seed story", async () => {
    await withStore(async ({ store, url }) => {
      expect((await applyStory(store, SEED, AUTHOR)).created).toBeGreaterThan(40);
      const before = await dump(url);
      expect(await applyStory(store, SEED, AUTHOR)).toEqual({ created: 0, updated: 0 });
      expect(await dump(url)).toEqual(before);
    });
  });

  test("keeps two pieces of evidence apart that differ only in what they say instead", async () => {
    const dispute = { stance: "DISPUTES" as const };
    const evidence = [
      cite("a0"),
      cite("a0", { ...dispute, instead: { status: "CANCELLED" } }),
      cite("a0", { ...dispute, instead: { date: "2026" } }),
    ];
    const some = story({
      articles: [article("a0")],
      events: [event("e0", { history: [{ to: "SCHEDULED", evidence }] })],
    });
    await withStore(async ({ store, url }) => {
      await applyStory(store, some, AUTHOR);
      const before = await dump(url);
      await applyStory(store, some, AUTHOR);
      expect(await dump(url)).toEqual(before);
    });
  });
});

describe("a story that cannot be applied", () => {
  const good = story({
    articles: [article("a0"), article("reference", { body: undefined })],
    events: [event("e0", { history: [change("SCHEDULED", "a0", { date: "2025-10-30" })] })],
    quotes: [quote("a0", 0)],
  });
  /** Changes and additions that would go through by themselves. */
  const fine: Partial<Story> = {
    articles: [article("a0", { state: "CORRECTED" }), article("a9")],
    events: [event("e0", { place: "town" }), event("e9", { evidence: [passage("a9", 2)] })],
    quotes: [quote("a9", 0)],
  };
  const more = (parts: Partial<Story>) =>
    story({
      articles: [...(fine.articles ?? []), ...(parts.articles ?? [])],
      events: [...(fine.events ?? []), ...(parts.events ?? [])],
      quotes: [...(fine.quotes ?? []), ...(parts.quotes ?? [])],
    });

  test.each<[string, Partial<Story>, RegExp]>([
    ["an unknown topic", { events: [event("e1", { topics: ["nope"] })] }, /no topic "nope"/],
    ["an unknown place", { events: [event("e1", { place: "nope" })] }, /no place "nope"/],
    ["an unknown source", { articles: [article("a1", { source: "nope" })] }, /no source "nope"/],
    ["an unknown author", { articles: [article("a1", { authors: ["nope"] })] }, /no person "nope"/],
    ["an unknown article", { events: [event("e1", { evidence: [cite("nope")] })] }, /no article "nope"/],
    [
      "an organization for a person",
      { quotes: [quote("a0", 1, { speaker: { person: "ministry" } })] },
      /no person "ministry"/,
    ],
    ["an unknown event", { quotes: [quote("a0", 1, { about: ["nope"] })] }, /no event "nope"/],
    [
      "an unknown related event",
      { events: [event("e1", { related: [{ kind: "PART_OF", event: "nope", evidence: [cite("a0")] }] })] },
      /no event "nope"/,
    ],
    [
      "a passage that is not there",
      { events: [event("e1", { evidence: [cite("a0", { exact: "No such words" })] })] },
      /No such words/,
    ],
    [
      "a passage that is there twice",
      { events: [event("e1", { evidence: [cite("a0", { exact: "Sentence" })] })] },
      /8 times/,
    ],
    [
      "a passage of a reference",
      { events: [event("e1", { evidence: [passage("reference", 0)] })] },
      /is a reference/,
    ],
    [
      "another text that was read before the one on record",
      { articles: [article("reference", { body: "There is one.", retrieved: "2025-11-01T00:00:00Z" })] },
      /differs from the one on record, which was read later/,
    ],
    [
      "the same change twice",
      { events: [event("e1", { history: [change("SCHEDULED", "a0"), change("SCHEDULED", "a0")] })] },
      /would be the same/,
    ],
    ["the same quote twice", { quotes: [quote("a0", 1), quote("a0", 1)] }, /the same words stand twice/],
  ])("because of %s leaves the database as it was", async (_what, parts, reason) => {
    await withStore(async ({ store, url }) => {
      await applyStory(store, good, AUTHOR);
      const before = await dump(url);
      const refusal = expect.objectContaining({
        code: "INVALID_STORY",
        message: expect.stringMatching(reason),
      });
      await expect(applyStory(store, more(parts), AUTHOR)).rejects.toThrow(refusal);
      await expect(applyStory(store, more(parts), AUTHOR)).rejects.toThrow(/^test:1: /);
      expect(await dump(url)).toEqual(before);
      expect((await applyStory(store, more({}), AUTHOR)).created).toBeGreaterThan(0);
    });
  });

  test("names everything that is wrong with it at once", async () => {
    await withStore(async ({ store, url }) => {
      const empty = await dump(url);
      const wrong = story({
        events: [event("e1", { place: "nope", topics: ["none"], evidence: [cite("no")] })],
      });
      await expect(applyStory(store, wrong, AUTHOR)).rejects.toThrow(
        /topic "none".*place "nope".*article "no"/s,
      );
      expect(await dump(url)).toEqual(empty);
      expect(await store.isEmpty()).toBe(true);
    });
  });
});

describe("what another story has on record", () => {
  const before = story({
    topics: [{ key: "first", slug: "talks", title: "Talks" }],
    articles: [article("a0"), article("a1"), article("short", { access: "PASSAGES" })],
    events: [event("e0", { topics: [], history: [change("SCHEDULED", "a0", { key: "same" })] })],
    quotes: [quote("a0", 0, { key: "words", topics: [] })],
  });

  test.each([
    ["a change's key", { events: [event("e9", { history: [change("SCHEDULED", "a0", { key: "same" })] })] }],
    ["a slug under another key", { topics: [{ slug: "talks", title: "Talks" }] }],
    [
      "more of a text than may be shown",
      { events: [event("e9", { evidence: [cite("short", { exact: "x".repeat(301) })] })] },
    ],
  ])("is not taken over: %s", async (_what, parts) => {
    await withStore(async ({ store, url }) => {
      await applyStory(store, before, AUTHOR);
      const onRecord = await dump(url);
      await expect(applyStory(store, story(parts), AUTHOR)).rejects.toMatchObject({ code: "INVALID_STORY" });
      expect(await dump(url)).toEqual(onRecord);
    });
  });
});

describe("the change log", () => {
  test("has one entry for each node that a story touched, in one transaction after the other", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), storyArbitrary(), (first, second) =>
        withStore(async ({ store, url }) => {
          const added = await applyStory(store, first, AUTHOR);
          const nodes = logged(await dump(url));
          expect(new Set(nodes).size).toBe(nodes.length);
          expect(added).toEqual({ created: nodes.length, updated: 0 });
          expect(nodes).toEqual(expect.arrayContaining(first.events.map(({ key }) => `Event:${key}`)));
          expect(nodes).toEqual(expect.arrayContaining(first.quotes.map(({ key }) => `Quote:${key}`)));
          expect(nodes).toEqual(
            expect.arrayContaining(
              first.events.flatMap(({ history }) => history.map(({ key }) => `StatusChange:${key}`)),
            ),
          );
          const changed = await applyStory(store, second, AUTHOR);
          const touched = logged(await dump(url), nodes.length);
          expect(new Set(touched).size).toBe(touched.length);
          expect(changed.created + changed.updated).toBe(touched.length);
          expect(changed.created).toBe(touched.filter((node) => !nodes.includes(node)).length);
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("says who wrote what when, and what it was before and after", async () => {
    await withStore(async ({ store, url }) => {
      await applyStory(store, story({ articles: [article("a0")] }), AUTHOR);
      const count = logged(await dump(url)).length;
      const later = { at: new Date("2026-11-25T08:00:00Z"), actor: null };
      await applyStory(store, story({ articles: [article("a0", { state: "RETRACTED" })] }), later);
      const entries = (await dump(url))["change_log"] ?? [];
      expect(entries[0]).toMatchObject({
        position: 1,
        action: "CREATED",
        at: AUTHOR.at.getTime(),
        actor: "tester",
      });
      expect(entries.slice(count)).toMatchObject([
        { action: "UPDATED", node_type: "Article", node_key: "a0", at: later.at.getTime(), actor: null },
      ]);
      expect(JSON.stringify(entries.at(-1))).toMatch(/before.*CURRENT.*after.*RETRACTED/);
    });
  });
});
