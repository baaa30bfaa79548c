import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { copyStore } from "../../src/store/copy.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { buildDatabase } from "../bench/database.ts";
import { documentOf, readText } from "../support/document.ts";
import { dump } from "../support/dump.ts";
import { runs } from "../support/runs.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, temporaryFolder, withStore } from "../support/store.ts";
import { article, cite, event, passage, story } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const NOTHING = { created: 0, updated: 0 };

/** Puts a document on record in an empty store and looks at that. */
async function imported<T>(document: string, look: (store: Store, url: string) => Promise<T>): Promise<T> {
  return withStore(async ({ store, url }) => {
    await applyStory(store, await readText(document), AUTHOR);
    return look(store, url);
  });
}

/** Versions of texts, roles with evidence, aliases and links: what arbitrary stories do not vary. */
function enriched(some: Story): Story {
  const [first, second] = some.events;
  return {
    ...some,
    topics: some.topics.map((topic, index) => ({
      ...topic,
      key: `topic/${index}`,
      summary: [
        { written: "2025-10-20", text: ' Two lines,\nwith "quotation marks" and a 🇭🇺\u2028' },
        { written: "2025-11-20", text: "Later" },
      ],
    })),
    people: some.people.map((person, index) => ({
      ...person,
      sameAs: ["https://example.org/b", "https://example.org/a"],
      roles: [
        {
          title: "Mayor",
          organization: "union",
          when: index % 2 ? "2025~" : undefined,
          evidence: [cite(some.articles[0]?.slug ?? "", { part: "HEADLINE", exact: "Headline" })],
        },
      ],
    })),
    events: some.events.map((one) =>
      one === first || one === second
        ? { ...one, description: { written: "2025-10-20", text: "Planned" }, outcome: [] }
        : one,
    ),
  };
}

test("what is exported, put on record in an empty store and exported again is the same, byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(storyArbitrary().map(enriched), (some) =>
      withStore(async ({ store }) => {
        await applyStory(store, some, AUTHOR);
        const document = await documentOf(store);
        await imported(document, async (other) => {
          expect(await documentOf(other)).toBe(document);
          // All that the story says is there, with its keys, in its order: nothing of it is news.
          expect(await applyStory(other, some, AUTHOR)).toEqual(NOTHING);
        });
        expect(await applyStory(store, await readText(document), AUTHOR)).toEqual(NOTHING);
      }),
    ),
    { numRuns: runs(5) },
  );
});

test("so it is for thousands of generated facts, and their entries on timelines", async () => {
  const path = join(await temporaryFolder(), "generated.db");
  await buildDatabase({ path, events: 400, seed: 2, search: false });
  const generated = await openStore(path);
  try {
    await withStore(async ({ store, url }) => {
      await copyStore(generated, store, { search: false });
      const document = await store.snapshot((readers) => documentOf(readers));
      await imported(document, async (other, otherUrl) => {
        expect(await documentOf(other)).toBe(document);
        const entries = async (of: string) => ((await dump(of))["timeline"] ?? []).map(withoutNumbers).sort();
        const there = await entries(otherUrl);
        expect(there.length).toBeGreaterThan(5_000);
        expect(there).toEqual(await entries(url));
      });
    });
  } finally {
    await generated.close();
  }
});

/** An entry of a timeline without row numbers, which are a store's own business. */
function withoutNumbers(row: unknown): string {
  if (typeof row !== "object" || row === null) return "";
  return JSON.stringify({ ...row, subject_id: undefined, entry_id: undefined });
}

test("a topic brings all that it refers to, and nothing else", async () => {
  const some = story({
    articles: [article("told", { topics: ["talks"], source: "daily" }), article("role"), article("other")],
    people: [
      {
        slug: "ann",
        name: "Ann",
        aliases: [],
        sameAs: [],
        roles: [{ title: "Mayor", evidence: [cite("role")] }],
      },
      { slug: "bob", name: "Bob", aliases: [], sameAs: [], roles: [] },
    ],
    events: [
      event("first", {
        topics: ["talks", "trade"],
        evidence: [passage("told", 1, { claimedBy: [{ person: "ann" }] })],
        related: [{ kind: "FOLLOW_UP_TO", event: "earlier", evidence: [cite("told")] }],
      }),
      event("earlier", { place: "harbour", evidence: [cite("told")] }),
      event("elsewhere", { topics: ["visit"], evidence: [cite("other")] }),
    ],
  });
  await withStore(async ({ store }) => {
    await applyStory(store, some, AUTHOR);
    const document = await documentOf(store, { topic: "talks" });
    const parts = await readText(document);
    const slugs = (list: readonly { readonly slug: string }[]) => list.map(({ slug }) => slug);
    expect(slugs(parts.topics)).toEqual(["talks", "trade"]);
    expect(slugs(parts.people)).toEqual(["ann"]);
    expect(slugs(parts.places)).toEqual(["harbour", "town"]);
    expect(slugs(parts.sources)).toEqual(["daily"]);
    expect(slugs(parts.articles)).toEqual(["role", "told"]);
    expect(slugs(parts.events)).toEqual(["earlier", "first"]);
    await imported(document, async (other) => {
      expect(await documentOf(other, { topic: "talks" })).toBe(document);
    });
  });
});

test("the seed story goes through a document as it goes through its folder", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SEED, AUTHOR);
    const document = await documentOf(store);
    expect(JSON.parse(document)).toMatchObject({ format: "dateline", version: 1, texts: "ALL" });
    await imported(document, async (other) => {
      expect(await applyStory(other, SEED, AUTHOR)).toEqual(NOTHING);
    });
  });
});

test("a snapshot does not see what is written after its first read, and keeps nobody from writing", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, story({ articles: [article("a0")] }), AUTHOR);
    const before = await documentOf(store);
    await store.snapshot(async (readers) => {
      expect(await documentOf(readers)).toBe(before);
      await applyStory(store, story({ articles: [article("a1")] }), AUTHOR);
      expect(await documentOf(readers)).toBe(before);
    });
    expect(await documentOf(store)).not.toBe(before);
  });
});
