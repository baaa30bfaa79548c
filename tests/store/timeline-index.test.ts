import SQLite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTRY_KINDS } from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import { EVERYTHING, type Subject } from "../../src/domain/timeline.ts";
import { planWalk } from "../../src/domain/timeline-paging.ts";
import { dayNumber } from "../../src/domain/timeline-position.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { NO_CONDITION, PRESENT } from "../../src/store/timeline.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import { dump } from "../support/dump.ts";
import { entriesOf, inOrder } from "../support/oracle.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, onPostgres, type TemporaryStore, withStore } from "../support/store.ts";
import { article, CAST, change, cite, event, passage, quote, story } from "../support/story.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

/** The index as it is, and as it is when made anew from the facts. */
async function bothIndexes({ store, url }: TemporaryStore) {
  const kept = (await dump(url))["timeline"];
  await store.write(rebuildTimelineIndex);
  return { kept, anew: (await dump(url))["timeline"] };
}

/** The subjects of a story by the names that the oracle gives them. */
async function subjectsOf({ topics, agents, places, articles, events }: Store, of: Story) {
  const subjects: [name: string, subject: Subject][] = [["all", EVERYTHING]];
  const add = (name: string, type: Subject["type"], rows: readonly { id: number; slug: string }[]) => {
    for (const { id, slug } of rows) subjects.push([`${name} ${slug}`, { type, id }]);
  };
  add("topic", "TOPIC", await topics.bySlug(CAST.topics));
  add("person", "AGENT", await agents.bySlug("PERSON", CAST.people));
  add("organization", "AGENT", await agents.bySlug("ORGANIZATION", CAST.organizations));
  add("place", "PLACE", await places.bySlug(CAST.places));
  add("source", "SOURCE", await articles.sourcesBySlug(CAST.sources));
  add("event", "EVENT", await events.bySlug(of.events.map(({ slug }) => slug)));
  return subjects;
}

describe("the timeline index", () => {
  test.skipIf(onPostgres)("is clustered by its primary key", async () => {
    await withStore(async ({ url }) => {
      const connection = new SQLite(url, { readonly: true });
      try {
        expect(() => connection.prepare("select rowid from topic")).not.toThrow();
        expect(() => connection.prepare("select rowid from timeline")).toThrow(/no such column: rowid/);
      } finally {
        connection.close();
      }
    });
  });

  test("shows each subject its own entries in order, on every day and at present", async () => {
    const kinds = ENTRY_KINDS.map((_, index) => index);
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), (some) =>
        withStore(async ({ store }) => {
          await applyStory(store, some, AUTHOR);
          const walk = planWalk("OLDEST_FIRST", null, null, false);
          const subjects = await subjectsOf(store, some);
          for (const asOf of [...DAYS, null]) {
            const entries = entriesOf(some, asOf);
            const day = asOf === null ? PRESENT : dayNumber(asOf);
            for (const [name, subject] of subjects) {
              const query = { ...NO_CONDITION, subjects: [subject] as const, kinds, day };
              const keys = (await store.timeline.read(query, walk, 1000)).map(({ key }) => key);
              const own = inOrder(
                entries.filter(({ whose }) => whose.has(name)),
                "OLDEST_FIRST",
              );
              expect(keys, `${name} ${asOf}`).toEqual(own.map(({ key }) => key));
              expect(await store.timeline.count(query)).toEqual({ count: own.length, exact: true });
            }
          }
        }),
      ),
      { numRuns: runs(8) },
    );
  });

  test("kept up to date while versions of a story come in is the one made anew from the facts", async () => {
    const versions = fc.array(storyArbitrary(), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(versions, (stories) =>
        withStore(async (temporary) => {
          for (const one of stories) await applyStory(temporary.store, one, AUTHOR);
          const { kept, anew } = await bothIndexes(temporary);
          expect(kept).not.toHaveLength(0);
          expect(kept).toEqual(anew);
        }),
      ),
      { numRuns: runs(15) },
    );
  });

  const before = story({
    articles: [article("a0", { published: "2025-10-14", source: "daily" }), article("a1"), article("a2")],
    events: [
      event("e0", {
        place: "town",
        history: [
          change("POSSIBLE", "a0", { key: "first" }),
          { key: "second", to: "SCHEDULED", evidence: [passage("a1", 1)] },
        ],
        participants: [{ person: "ann", role: "HOST", evidence: [cite("a0")] }],
      }),
    ],
    quotes: [
      quote("a0", 0, { key: "q5", utterance: "words", saidAt: "e0", speaker: { person: "ann" } }),
      quote("a1", 0, { key: "q1", utterance: "words", speaker: { person: "bob" } }),
    ],
  });
  const [firstArticle, ...otherArticles] = before.articles;
  const [onlyEvent] = before.events;
  const [firstQuote, ...otherQuotes] = before.quotes;
  if (!firstArticle || !onlyEvent || !firstQuote) throw new Error("The story has lost its parts.");

  test.each<[string, Partial<Story>]>([
    ["an article is retracted", { articles: [{ ...firstArticle, state: "RETRACTED" }, ...otherArticles] }],
    ["an article is dated otherwise", { articles: [{ ...firstArticle, published: "2025-12" }] }],
    ["an article turns out to be another source's", { articles: [{ ...firstArticle, source: "weekly" }] }],
    ["an event moves", { events: [{ ...onlyEvent, place: "harbour" }] }],
    ["a change gets an earlier report", { events: [withEvidence(onlyEvent, 1, passage("a0", 3))] }],
    [
      "a change goes elsewhere",
      { events: [{ ...onlyEvent, history: [change("OCCURRED", "a2", { key: "second" })] }] },
    ],
    ["another speaks a quote", { quotes: [{ ...firstQuote, speaker: { organization: "union" } }] }],
    [
      "an earlier report of an utterance comes in",
      { quotes: [quote("a0", 5, { key: "q0", utterance: "words" })] },
    ],
    [
      "a quote gets a report that supports it earlier",
      { quotes: otherQuotes.map((one) => ({ ...one, evidence: [cite("a0")] })) },
    ],
  ])("follows when %s", async (_what, after) => {
    const { old, kept, anew } = await indexesAfter(story(after));
    expect(kept).toEqual(anew);
    expect(kept).not.toEqual(old);
  });

  test("follows when a quote turns out to be of another utterance", async () => {
    const { kept, anew } = await indexesAfter(story({ quotes: [{ ...firstQuote, utterance: "others" }] }));
    expect(kept).toEqual(anew);
  });

  function indexesAfter(after: Story) {
    return withStore(async (temporary) => {
      await applyStory(temporary.store, before, AUTHOR);
      const old = (await dump(temporary.url))["timeline"];
      await applyStory(temporary.store, after, AUTHOR);
      return { old, ...(await bothIndexes(temporary)) };
    });
  }
});

function withEvidence(
  of: Story["events"][number],
  step: number,
  evidence: Story["events"][number]["evidence"][number],
) {
  const history = of.history.map((one, index) =>
    index === step ? { ...one, evidence: [...one.evidence, evidence] } : one,
  );
  return { ...of, history };
}
