import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import {
  drafts,
  draftsArbitrary,
  eventDraft,
  namingCast,
  person,
  personDraft,
  quoteDraft,
} from "../support/drafts.ts";
import { dump } from "../support/dump.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const BODY = "👩🏽‍🚒 Person ann said it is late. Bob Stone, 61, asked for talks.\nTalks were held in Town.";
const ARTICLE = article("a0", { body: BODY, topics: ["talks"] });
const PROPOSED = drafts({
  people: [personDraft(BODY, "Bob Stone"), personDraft(BODY, "Person ann")],
  quotes: [quoteDraft(BODY, "it is late", { speaker: person("Person ann"), cue: "said" })],
  events: [eventDraft(BODY, "Talks were held", { place: "Town", date: "2025-10-16" })],
});

async function withArticle<T>(work: (store: Store, url: string) => Promise<T>): Promise<T> {
  return withStore(async ({ store, url }) => {
    await applyStory(store, story({ articles: [ARTICLE] }), AUTHOR);
    return work(store, url);
  });
}

const ofArticle = async (store: Store) => {
  const articles = await store.articles.bySlug(["a0"]);
  return store.drafts.ofArticles(articles.map((one) => one.id));
};

describe("storing drafts", () => {
  test("gives each its words and context from the text, in code points", async () => {
    await withArticle(async (store) => {
      expect(await storeDrafts(store, "a0", PROPOSED, "RULE")).toEqual({
        ...{ added: 4, changed: 0, removed: 0, open: 4, decided: 0 },
        refused: [],
      });
      const letters = [...BODY];
      for (const { start, end, exact, prefix, suffix } of await ofArticle(store)) {
        expect(letters.slice(start, end).join("")).toBe(exact);
        expect(letters.slice(Math.max(0, start - 32), start).join("")).toBe(prefix);
        expect(letters.slice(end, end + 32).join("")).toBe(suffix);
      }
      expect((await ofArticle(store)).map(({ kind, exact, title }) => [kind, exact, title])).toEqual([
        ["PERSON", "Person ann", "Person ann"],
        ["QUOTE", "it is late", "Person ann: “it is late”"],
        ["PERSON", "Bob Stone", "Bob Stone"],
        ["EVENT", "Talks were held", "Talks were held"],
      ]);
    });
  });

  test("again changes nothing, not a byte", async () => {
    await withArticle(async (store, url) => {
      await storeDrafts(store, "a0", PROPOSED, "RULE");
      const before = await dump(url);
      const again = await storeDrafts(store, "a0", PROPOSED, "RULE");
      expect(again).toMatchObject({ added: 0, changed: 0, removed: 0, open: 4 });
      expect(await dump(url)).toEqual(before);
    });
  });

  test("keeps what was decided, takes what is proposed otherwise, and drops what is proposed no more", async () => {
    await withArticle(async (store) => {
      await storeDrafts(store, "a0", PROPOSED, "RULE");
      const [ann, late, bob] = await ofArticle(store);
      await acceptDrafts(store, { keys: [ann?.key ?? ""] }, AUTHOR);
      await rejectDrafts(store, { keys: [late?.key ?? ""] }, AUTHOR);
      const events = PROPOSED.events.map((event) => ({ ...event, date: "2025-10-17", confidence: 0.7 }));
      const stored = await storeDrafts(store, "a0", { ...PROPOSED, people: [], events }, "RULE");
      expect(stored).toMatchObject({ added: 0, changed: 1, removed: 1, open: 1, decided: 1 });
      expect((await ofArticle(store)).map(({ key, state, date }) => [key, state, date?.edtf])).toEqual([
        [ann?.key, "ACCEPTED", undefined],
        [late?.key, "REJECTED", undefined],
        [expect.not.stringContaining(bob?.key ?? ""), "OPEN", "2025-10-17"],
      ]);
    });
  });

  test("by one method leaves alone what another proposes", async () => {
    await withArticle(async (store) => {
      await storeDrafts(store, "a0", PROPOSED, "MODEL");
      expect(await storeDrafts(store, "a0", drafts({}), "RULE")).toMatchObject({ removed: 0, open: 4 });
      expect(await storeDrafts(store, "a0", drafts({}), "MODEL")).toMatchObject({ removed: 4, open: 0 });
    });
  });

  test("has one draft of a passage that both methods propose: the surer, whichever comes first", async () => {
    const [late] = PROPOSED.quotes.map((quote) => ({ ...quote, speaker: person("Bob Stone"), rule: "m" }));
    const by = (confidence: number) => drafts({ quotes: late ? [{ ...late, confidence }] : [] });
    const rules = { quotes: PROPOSED.quotes.map((quote) => ({ ...quote, confidence: 0.7 })) };
    for (const [confidence, kept] of [
      [0.6, "RULE"],
      [0.7, "RULE"],
      [0.8, "MODEL"],
    ] as const) {
      const runs = [
        ["RULE", { ...PROPOSED, ...rules }],
        ["MODEL", by(confidence)],
      ] as const;
      const outcomes: Omit<Awaited<ReturnType<typeof ofArticle>>[number], "id">[][] = [];
      for (const order of [runs, runs.toReversed(), [...runs, ...runs]]) {
        await withArticle(async (store) => {
          for (const [method, some] of order) await storeDrafts(store, "a0", some, method);
          outcomes.push((await ofArticle(store)).map(({ id: _, ...draft }) => draft));
          // Whoever gave way takes nothing along that the other still proposes.
          const other = kept === "RULE" ? "MODEL" : "RULE";
          const { open } = await storeDrafts(store, "a0", drafts({}), other);
          expect(open).toBe(kept === "RULE" ? 4 : 1);
        });
      }
      const [first = []] = outcomes;
      expect(first.filter(({ kind }) => kind === "QUOTE").map(({ method }) => method)).toEqual([kept]);
      expect(outcomes).toEqual([first, first, first]);
    }
  });

  test("does not bring back what was decided when the other method proposes it", async () => {
    await withArticle(async (store) => {
      await storeDrafts(store, "a0", PROPOSED, "RULE");
      await rejectDrafts(store, { filter: { kinds: ["QUOTE"] } }, AUTHOR);
      const surer = { ...PROPOSED, quotes: PROPOSED.quotes.map((one) => ({ ...one, confidence: 1 })) };
      expect(await storeDrafts(store, "a0", surer, "MODEL")).toMatchObject({ decided: 1, added: 0 });
    });
  });

  test("of an earlier revision is refused", async () => {
    await withArticle(async (store) => {
      await expect(storeDrafts(store, "a0", PROPOSED, "MODEL", 0)).rejects.toThrow(
        'The text of "a0" changed while it was drafted',
      );
      expect(await ofArticle(store)).toEqual([]);
    });
  });

  test("takes the others where one is refused, and says why", async () => {
    await withArticle(async (store) => {
      const people = [personDraft(BODY, "Bob Stone"), { ...personDraft(BODY, "Person ann"), confidence: 95 }];
      expect(await storeDrafts(store, "a0", { ...PROPOSED, people }, "MODEL")).toMatchObject({
        added: 3,
        refused: [{ what: "Person ann", reason: expect.stringContaining("95") }],
      });
    });
  });

  test.each([
    ["nope", "is not on record"],
    ["cited", "its text is not held"],
  ])("of %s is refused", async (key, why) => {
    await withStore(async ({ store }) => {
      await applyStory(store, story({ articles: [article("cited", { body: undefined })] }), AUTHOR);
      await expect(storeDrafts(store, key, PROPOSED, "RULE")).rejects.toThrow(why);
    });
  });
});

test("the timeline index with drafts, kept up to date, is the one made anew", async () => {
  const size = { articles: 4, events: 3, quotes: 3 };
  const scene = storyArbitrary(size)
    .map(namingCast)
    .chain((some) => fc.tuple(fc.constant(some), draftsArbitrary(some), draftsArbitrary(some)));
  const later = storyArbitrary(size).map(namingCast);
  await fc.assert(
    fc.asyncProperty(scene, later, fc.nat(3), ([some, first, second], { articles }, chance) =>
      withStore(async ({ store, url }) => {
        const check = async () => {
          const kept = (await dump(url))["timeline"];
          await store.write(rebuildTimelineIndex);
          expect((await dump(url))["timeline"]).toEqual(kept);
          return kept;
        };
        // Nobody is called what drafts call them yet.
        const people = some.people.map((one) => ({ ...one, name: `Somebody ${one.slug}` }));
        await applyStory(store, { ...some, people }, AUTHOR);
        for (const proposed of [first, second]) {
          for (const [key, one] of proposed) await storeDrafts(store, key, one, "RULE");
        }
        const before = await check();
        const places = some.places.map((one) => (one.slug === "town" ? { ...one, name: "Harbour" } : one));
        await applyStory(store, { ...some, articles, places }, AUTHOR);
        expect(await check()).not.toEqual(before);
        // And then not any more.
        await applyStory(store, { ...some, articles, people }, AUTHOR);
        await check();
        const open = await everyDraft(store, {});
        const keys = open.filter((_, index) => index % 4 === chance).map((draft) => draft.key);
        await acceptDrafts(store, { keys }, AUTHOR);
        await rejectDrafts(store, { filter: { maxConfidence: 0.3 } }, AUTHOR);
        await check();
      }),
    ),
    { numRuns: runs(4) },
  );
});
