import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { changeArticle } from "../../src/ingest/apply/change-article.ts";
import type { Store } from "../../src/store/open.ts";
import { told } from "../ingest/told.ts";
import { documentOf, readText } from "../support/document.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, cite, event, story } from "../support/story.ts";

const NOTHING = { created: 0, updated: 0 };

/** When the nth text was read: two a day. */
const readAt = (number: number) =>
  `2025-11-${String(Math.floor(number / 2) + 3).padStart(2, "0")}T${number % 2 ? "18" : "06"}:00:00.000Z`;

const unique = (number: number) => `Sentence ${number} says “word${number} here” and no more😀.`;

/** A text of an article: which sentences it has, in their order; a headline; whether the text is held at all. */
const textArbitrary = fc.record({
  sentences: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }),
  headline: fc.nat({ max: 2 }),
  /** Facts that are found in it, by the sentence; those of no sentence cite the article as a whole. */
  facts: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 4 }),
});

interface History {
  /** Whether the first text is not held. */
  readonly isReference: boolean;
  readonly texts: readonly (typeof textArbitrary extends fc.Arbitrary<infer Text> ? Text : never)[];
}

const historyArbitrary: fc.Arbitrary<History> = fc.record({
  isReference: fc.boolean(),
  texts: fc.array(textArbitrary, { minLength: 2, maxLength: 4 }),
});

/** Stories that revise one article, each with facts from its text. */
function storiesOf({ isReference, texts }: History): Story[] {
  return texts.map(({ sentences, headline, facts }, number): Story => {
    const held = !(isReference && number === 0);
    const evidence = facts.flatMap((fact) => {
      if (fact === 7) return { fact, cited: cite("a", { part: "HEADLINE", exact: `Headline ${headline}` }) };
      if (fact === 6 || !held) return { fact, cited: cite("a") };
      const isOnce = sentences.filter((one) => one === fact).length === 1;
      return isOnce ? { fact, cited: cite("a", { exact: `word${fact} here` }) } : [];
    });
    return story({
      articles: [
        article("a", {
          headline: `Headline ${headline}`,
          body: held ? sentences.map(unique).join(" ") : undefined,
          retrieved: readAt(number),
          published: undefined,
        }),
        ...(number === 0 ? [article("b")] : []),
      ],
      events: evidence.map(({ fact, cited }) =>
        event(`e${fact}`, { topics: ["talks"], evidence: [cited, cite("b")] }),
      ),
    });
  });
}

/** Words that a later text repeats among others than before, and one that comes late. */
const REPEATING: History = {
  isReference: false,
  texts: [
    { sentences: [1, 0, 2], headline: 0, facts: [0, 2, 6, 7] },
    { sentences: [3, 0, 4, 3, 0, 4, 5], headline: 1, facts: [5] },
  ],
};

/** An article as it is now, and was on each day. Its evidence is in the order in which it was put on record, which is not kept. */
async function onEachDay(store: Store) {
  const days = [null, "2025-11-03", "2025-11-04", "2025-11-05"];
  const views = await Promise.all(days.map((day) => told(store, "a", day)));
  const text = (value: unknown) => JSON.stringify(value);
  return views.map((view) => ({
    ...view,
    evidence: view.evidence.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)),
  }));
}

describe("an article whose text changed", () => {
  test("is exported with all its texts and, put on record elsewhere, is the same as of each day", async () => {
    const states = new Set<string>();
    await fc.assert(
      fc.asyncProperty(historyArbitrary, (history) =>
        withStore(async ({ store }) => {
          for (const some of storiesOf(history)) await applyStory(store, some, AUTHOR);
          const document = await documentOf(store);
          const free = await documentOf(store, { texts: "FREE" });
          await withStore(async ({ store: other }) => {
            await applyStory(other, await readText(document), AUTHOR);
            expect(await documentOf(other)).toBe(document);
            const days = await onEachDay(other);
            expect(days).toEqual(await onEachDay(store));
            for (const { anchor } of days.flatMap(({ evidence }) => evidence)) states.add(anchor);
            expect(await applyStory(other, await readText(document), AUTHOR)).toEqual(NOTHING);
          });
          expect(await applyStory(store, await readText(document), AUTHOR)).toEqual(NOTHING);
          expect(await applyStory(store, await readText(free), AUTHOR)).toEqual(NOTHING);
        }),
      ),
      { numRuns: runs(8), examples: [[REPEATING]] },
    );
    // Few stories have all five; every one has more than one.
    expect(states.size).toBeGreaterThan(1);
  });

  const first = "First: word1 here.";
  const revised = (number: number, body: string) =>
    story({
      articles: [article("a", { body, retrieved: readAt(number), access: "PASSAGES" })],
      events: [event(`e${number}`, { evidence: [cite("a", { exact: body.slice(0, 5) })] })],
    });

  test("is exported without texts that are not free with what is known of them, and comes back equal", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, revised(0, first), AUTHOR);
      await applyStory(store, revised(2, "Later: other words."), AUTHOR);
      const document = await documentOf(store, { texts: "FREE" });
      expect(document).not.toMatch(/word1 here|other words/);
      await withStore(async ({ store: other }) => {
        await applyStory(other, await readText(document), AUTHOR);
        const again = await documentOf(other, { texts: "FREE" });
        expect(again.replace('"access":"PASSAGES"', '"access":"PASSAGES","bodyWithheld":true')).toBe(
          document,
        );
        const { revisions, evidence } = await told(other);
        expect(revisions).toHaveLength(2);
        expect(evidence.map(({ exact, revision, anchor }) => [exact, revision, anchor])).toEqual([
          ["First", 1, "UNANCHORED"],
          ["Later", 2, "UNANCHORED"],
        ]);
        // On the day of the first text nobody knew what only the later one reports.
        expect((await told(other, "a", "2025-11-03")).evidence).toHaveLength(1);
      });
    });
  });

  test("takes a document from before it changed, and one from after it where only the first is on record", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, revised(0, first), AUTHOR);
      const before = await documentOf(store);
      await applyStory(store, revised(2, `News. ${first}`), AUTHOR);
      const after = await documentOf(store);
      expect(await applyStory(store, await readText(before), AUTHOR)).toEqual(NOTHING);
      await withStore(async ({ store: other }) => {
        await applyStory(other, await readText(before), AUTHOR);
        await applyStory(other, await readText(after), AUTHOR);
        expect(await documentOf(other)).toBe(after);
        expect(await applyStory(other, await readText(before), AUTHOR)).toEqual(NOTHING);
      });
    });
  });

  test("keeps a passage that is longer than may be shown since its text is not free any more", async () => {
    const long = "Word ".repeat(80).trim();
    const some = story({
      articles: [article("a", { body: `${long}.` })],
      events: [event("e", { evidence: [cite("a", { exact: long })] })],
    });
    await withStore(async ({ store }) => {
      await applyStory(store, some, AUTHOR);
      await changeArticle(store, "a", { access: "PASSAGES", state: "CORRECTED" }, AUTHOR);
      const document = await documentOf(store);
      await withStore(async ({ store: other }) => {
        await applyStory(other, await readText(document), AUTHOR);
        expect(await documentOf(other)).toBe(document);
      });
    });
  });

  test("is refused where its texts are not those on record, are out of order, or are too few for its evidence", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, revised(0, first), AUTHOR);
      await applyStory(store, revised(2, `News. ${first}`), AUTHOR);
      const document = await documentOf(store);
      const other = document.replace('First: word1 here."', 'First: word2 here."');
      await expect(applyStory(store, await readText(other), AUTHOR)).rejects.toThrow(
        /story\.json:\d+: revision 2 of "a" on record is another text, read at 2025-11-04/,
      );
      await expect(readText(document.replace(readAt(0), readAt(9)))).rejects.toThrow(
        /`earlier` is not in the order of time/,
      );
      const beyond = document.replace('"revision":2', '"revision":3');
      await withStore(async ({ store: empty }) => {
        for (const one of [store, empty]) {
          await expect(applyStory(one, await readText(beyond), AUTHOR)).rejects.toThrow(
            /a: there is no revision 3; it has had 2 texts/,
          );
        }
      });
    });
  });
});
