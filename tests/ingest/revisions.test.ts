import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passageAt, verifyPassage } from "../../src/domain/passage.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { rebuildSearchIndex } from "../../src/store/search-index.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import { anchorIn } from "../support/anchor-oracle.ts";
import { dump } from "../support/dump.ts";
import { ask } from "../support/graphql.ts";
import { runs } from "../support/runs.ts";
import { indexContents } from "../support/search.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, sentence, story } from "../support/story.ts";
import { told } from "./told.ts";

/** When the nth text was read. */
const readAt = (number: number) => `2025-11-${String(number + 1).padStart(2, "0")}T12:00:00Z`;
const text = (body: string, number: number, fields = {}) =>
  story({ articles: [article("a", { body, retrieved: readAt(number), ...fields })] });

/** A sentence whose words no other has, among marks that can be set otherwise. */
const unique = (number: number) =>
  `One${number} says — “word${number} here” — and goes${number} on 😀 to end${number}.`;

const edit = fc.oneof(
  fc.record({ act: fc.constant("insert" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ act: fc.constant("delete" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ act: fc.constant("move" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ act: fc.constant("duplicate" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ act: fc.constant("repunctuate" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ act: fc.constant("normalise" as const), at: fc.nat(), to: fc.nat() }),
);

function edited(
  sentences: readonly string[],
  edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[],
) {
  const after = [...sentences];
  for (const [index, { act, at: first, to }] of edits.entries()) {
    const at = first % Math.max(1, after.length);
    const there = after[at];
    if (act === "insert") after.splice(at, 0, unique(first * 100 + index + 1_000));
    if (there === undefined) continue;
    if (act === "delete") after.splice(at, 1);
    if (act === "move") after.splice(to % after.length, 0, ...after.splice(at, 1));
    if (act === "duplicate") after.splice(to % after.length, 0, there);
    if (act === "repunctuate") after[at] = there.replace(/[“”]/g, '"').replaceAll("—", "–");
    if (act === "normalise") after[at] = there.replaceAll(" ", "\u00a0").toUpperCase();
  }
  return after;
}

describe("after any edits of an article", () => {
  test("each passage is what a look at every place of the newest text finds, and its evidence is as it was", async () => {
    const states = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        async (count, revisions) =>
          withStore(async ({ store }) => {
            let sentences = Array.from({ length: count }, (_, number) => unique(number));
            const first = sentences.join(" ");
            const exacts = sentences.flatMap((one, number) => [one.slice(0, -1), `word${number} here`]);
            const events = exacts.map((exact, index) =>
              event(`e${index}`, { evidence: [cite("a", { exact })] }),
            );
            const articles = [article("a", { body: first, retrieved: readAt(0) })];
            await applyStory(store, story({ articles, events }), AUTHOR);
            const before = new Map((await told(store)).evidence.map((one) => [one.start, one]));
            for (const [index, edits] of revisions.entries()) {
              sentences = edited(sentences, edits);
              const body = sentences.join(" ");
              await applyStory(store, text(body, index + 1), AUTHOR);
              const found = await told(store);
              expect(found.body).toBe(body);
              expect(found.evidence).toHaveLength(exacts.length);
              for (const one of found.evidence) {
                const { exact = "", prefix, suffix, start, anchor, currentStart, currentEnd } = one;
                const was = {
                  exact: exact ?? "",
                  prefix: prefix ?? "",
                  suffix: suffix ?? "",
                  start: start ?? -1,
                };
                expect({ ...one, anchor: "EXACT", currentStart: start, currentEnd: one.end }).toEqual(
                  before.get(start),
                );
                expect({ state: anchor, start: currentStart, end: currentEnd }).toEqual(anchorIn(body, was));
                states.add(anchor);
                if (currentStart === null || currentEnd === null) continue;
                expect(verifyPassage(body, passageAt(body, currentStart, currentEnd))).toBe(true);
              }
            }
            await applyStory(store, text(first, 20), AUTHOR);
            const again = await told(store);
            expect(again.evidence.map((one) => [one.anchor, one.currentStart, one.currentEnd])).toEqual(
              again.evidence.map((one) => ["EXACT", one.start, one.end]),
            );
          }),
      ),
      {
        numRuns: runs(9),
        examples: [[4, [[{ act: "delete", at: 3, to: 0 }], [{ act: "duplicate", at: 1, to: 0 }]]]],
      },
    );
    expect([...states].sort()).toEqual(["AMBIGUOUS", "EXACT", "MOVED", "ORPHANED"]);
  });

  test("the indexes that were kept in step are those made anew", async () => {
    await withStore(async ({ store, url }) => {
      const body = article("a").body ?? "";
      const parts = {
        events: [event("e", { evidence: [passage("a", 0), passage("a", 3)], topics: ["talks"] })],
        quotes: [quote("a", 1), quote("a", 5)],
      };
      for (const access of ["FULL", "PASSAGES"] as const) {
        await applyStory(store, story({ articles: [article("a", { access })], ...parts }), AUTHOR);
        const [later, latest] = access === "FULL" ? [2, 3] : [4, 5];
        await applyStory(store, text(`New words. ${body}`, later, { access }), AUTHOR);
        await applyStory(store, text(body.split("\n").slice(2).join("\n"), latest, { access }), AUTHOR);
        const kept = [await indexContents(url), (await dump(url))["timeline"]];
        await store.write(async (tx, readers) => {
          await rebuildSearchIndex(tx, readers);
          await rebuildTimelineIndex(tx, readers);
        });
        expect([await indexContents(url), (await dump(url))["timeline"]]).toEqual(kept);
        await applyStory(store, text(body, latest, { access }), AUTHOR);
      }
    });
  });
});

describe("a changed text of an article", () => {
  const facts = {
    events: [
      event("e", { topics: ["talks"], history: [change("SCHEDULED", "a", { evidence: [passage("a", 1)] })] }),
    ],
    quotes: [quote("a", 2, { topics: ["talks"] })],
  };
  const BODY = article("a").body ?? "";
  const first = story({ articles: [article("a", { retrieved: readAt(0) })], ...facts });
  /** Without the sentence that the event rests on. */
  const cut = BODY.replace(sentence("a", 1), "Nothing");

  test("is a new revision; all texts stay, and the facts with the words that they were taken from", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, first, AUTHOR);
      expect(await applyStory(store, text(cut, 1, { headline: "Another" }), AUTHOR)).toEqual({
        created: 0,
        updated: 2,
      });
      const found = await told(store);
      expect(found).toMatchObject({ headline: "Another", body: cut, revision: 2 });
      expect(found.revisions).toEqual([
        { number: 1, headline: "Headline of a", body: BODY },
        { number: 2, headline: "Another", body: cut },
      ]);
      expect(found.evidence.map(({ exact, revision, anchor }) => [exact, revision, anchor])).toEqual([
        [sentence("a", 2), 1, "MOVED"],
        [sentence("a", 1), 1, "ORPHANED"],
      ]);
      expect(await ask(store, `{ event(slug: "e") { status evidence { exact anchor } } }`)).toEqual({
        event: { status: "SCHEDULED", evidence: [{ exact: sentence("a", 1), anchor: "ORPHANED" }] },
      });
    });
  });

  test("applied again with all that rests on the earlier one changes nothing, and neither does the earlier one", async () => {
    await withStore(async ({ store, url }) => {
      await applyStory(store, first, AUTHOR);
      await applyStory(store, text(cut, 1), AUTHOR);
      const before = await dump(url);
      const later = story({ articles: [article("a", { body: cut, retrieved: readAt(1) })], ...facts });
      for (const again of [later, first]) {
        expect(await applyStory(store, again, AUTHOR)).toEqual({ created: 0, updated: 0 });
        expect(await dump(url)).toEqual(before);
      }
    });
  });

  test("is refused where it was read before the one on record", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, text(BODY, 3), AUTHOR);
      await expect(applyStory(store, text(cut, 2), AUTHOR)).rejects.toMatchObject({ code: "INVALID_STORY" });
      expect((await told(store)).revision).toBe(1);
    });
  });

  test("is looked in for what is said of it from then on; words that it does not have are refused", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, first, AUTHOR);
      await applyStory(store, text(`Update. ${cut}`, 1), AUTHOR);
      const more = event("more", { evidence: [passage("a", 4), cite("a", { exact: "Update" })] });
      await applyStory(store, story({ events: [more] }), AUTHOR);
      const { evidence } = await told(store);
      expect(evidence.map(({ exact, revision }) => [exact, revision])).toEqual([
        ["Update", 2],
        [sentence("a", 2), 1],
        [sentence("a", 4), 2],
        [sentence("a", 1), 1],
      ]);
      const gone = story({ events: [event("other", { evidence: [passage("a", 1)] })] });
      await expect(applyStory(store, gone, AUTHOR)).rejects.toThrow(/is not in the text/);
    });
  });

  test("left out, or headed in our own words, stays what it was", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, first, AUTHOR);
      const reference = article("a", { body: undefined, headlineIsOurs: true, headline: "What we call it" });
      await applyStory(store, story({ articles: [reference] }), AUTHOR);
      expect(await told(store)).toMatchObject({ headline: "Headline of a", body: BODY, revision: 1 });
    });
  });

  test("is known from the day on which it was read, and what rests on it alone with it", async () => {
    await withStore(async ({ store }) => {
      const changed = { retrieved: readAt(9), body: cut.replace("Nothing", "It was called off") };
      await applyStory(store, first, AUTHOR);
      const off = change("CANCELLED", "a", { evidence: [cite("a", { exact: "It was called off" })] });
      const still = change("POSSIBLE", "a", { effective: "2025-10-01", evidence: [passage("a", 3)] });
      const later = event("e", { topics: ["talks"], history: [off, still] });
      await applyStory(store, story({ articles: [article("a", changed)], events: [later] }), AUTHOR);

      const status = `query ($day: Date) { event(slug: "e", asOf: $day) { status statusHistory { to reported } } }`;
      const known = { to: "POSSIBLE", reported: "2025-10-16" };
      const was = [known, { to: "SCHEDULED", reported: "2025-10-16" }];
      expect(await ask(store, status, { day: "2025-11-09" })).toEqual({
        event: { status: "SCHEDULED", statusHistory: was },
      });
      const is = [...was, { to: "CANCELLED", reported: "2025-11-10" }];
      for (const day of ["2025-11-10", null]) {
        expect(await ask(store, status, { day })).toEqual({
          event: { status: "CANCELLED", statusHistory: is },
        });
      }
      const news = `{ topic(slug: "talks") { whatChanged(since: "2025-11-09", until: "2025-11-10") { statusChanges { to } } } }`;
      expect(await ask(store, news)).toEqual({
        topic: { whatChanged: { statusChanges: [{ to: "CANCELLED" }] } },
      });

      // Before the first text was read, that one is all that is known of it.
      for (const day of ["2025-10-20", "2025-11-01", "2025-11-09"]) {
        const then = await told(store, "a", day);
        expect(then).toMatchObject({ body: BODY, revision: 1 });
        expect(then.revisions).toHaveLength(1);
        expect(then.evidence.map(({ exact, anchor }) => [exact, anchor])).toEqual(
          [1, 2, 3].map((number) => [sentence("a", number), "EXACT"]),
        );
        for (const { exact, currentStart, currentEnd } of then.evidence) {
          expect(passageAt(BODY, currentStart ?? -1, currentEnd ?? -1).exact).toBe(exact);
        }
      }
      const found = async (day: string, search: string) => {
        const query = `query ($day: Date, $search: String) { articles(asOf: $day, search: $search) { totalCount } }`;
        return ask(store, query, { day, search });
      };
      const [none, one] = [0, 1].map((totalCount) => ({ articles: { totalCount } }));
      expect(await found("2025-11-09", "called off")).toEqual(none);
      expect(await found("2025-11-10", "called off")).toEqual(one);
      expect(await found("2025-11-09", sentence("a", 1))).toEqual(one);
    });
  });

  test("is news of the article, and of what it no longer has or has again", async () => {
    await withStore(async ({ store }) => {
      const touched = async (some: ReturnType<typeof story>) => {
        const from = await store.changes.last();
        await applyStory(store, some, AUTHOR);
        const entries = await store.changes.after(from, 100);
        return entries.map(({ nodeType, nodeKey }) => `${nodeType} ${nodeKey}`).sort();
      };
      await applyStory(store, first, AUTHOR);
      expect(await touched(text(`Update. ${BODY}`, 1))).toEqual(["Article a"]);
      expect(await touched(text(cut, 2))).toEqual(["Article a", "StatusChange e/scheduled-a"]);
      expect(await touched(text(BODY, 3))).toEqual(["Article a", "StatusChange e/scheduled-a"]);
    });
  });
});
