import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { encodeNodeId } from "../../src/domain/node-id.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { rebuildSearchIndex } from "../../src/store/search-index.ts";
import { rebuildTimelineIndex } from "../../src/store/timeline-index.ts";
import { mutate } from "../support/editing.ts";
import { ask } from "../support/graphql.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, event, passage, quote, story } from "../support/story.ts";

const id = (type: string, key: string) => encodeNodeId({ type, key, asOf: null });

/** Two events with the same parts, each from an article of its own. */
const SCENE = story({
  articles: ["meeting", "encounter"].map((slug) => article(slug, { topics: ["talks"] })),
  events: ["meeting", "encounter"].map((slug) =>
    event(slug, {
      topics: ["talks"],
      evidence: [passage(slug, 1)],
      history: [change("SCHEDULED", slug, { key: `${slug}-set`, date: "2025-10-30" })],
      participants: [{ person: "ann", role: "HOST", evidence: [passage(slug, 1)] }],
    }),
  ),
  quotes: [quote("meeting", 2, { key: "said", speaker: { person: "ann" }, about: ["encounter"] })],
});

const FACTS = [
  id("Event", "meeting"),
  id("Event", "encounter"),
  id("StatusChange", "meeting-set"),
  id("StatusChange", "encounter-set"),
  id("Participation", "meeting/PERSON/ann/HOST"),
  id("Participation", "encounter/PERSON/ann/HOST"),
];

const VIEW = `{
  meeting: event(slug: "meeting") { ...E } encounter: event(slug: "encounter") { ...E }
  topic(slug: "talks") { timeline(first: 50) { totalCount edges { node { id title } } } }
  person(slug: "ann") { timeline(first: 50) { totalCount edges { node { id } } } }
  search(query: "title") { edges { node { ... on Event { slug } } } }
  quotes { edges { node { ... on Quote { about { slug } } } } }
}
fragment E on Event {
  slug status independentSources evidence { article { slug } }
  statusHistory { to evidence { article { slug } } } participants { role evidence { article { slug } } }
}`;

/** What readers see, which is what they would see with the indexes made anew. */
async function seen(store: Store) {
  const view = await ask(store, VIEW);
  await store.write(async (tx, readers) => {
    await rebuildSearchIndex(tx, readers);
    await rebuildTimelineIndex(tx, readers);
  });
  expect(await ask(store, VIEW)).toEqual(view);
  return view;
}

const Merged = z.object({ merge: z.object({ id: z.string() }) });
const Withdrawn = z.object({ correction: z.object({ id: z.string() }) });

test("what is withdrawn and what is merged are taken back without a trace, in any order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...FACTS), { minLength: 1, maxLength: 3 }),
      fc.nat(3),
      fc.boolean(),
      fc.boolean(),
      (facts, before, turned, liftFirst) =>
        withStore(async ({ store }) => {
          await applyStory(store, SCENE, AUTHOR);
          const first = await seen(store);
          const corrections: string[] = [];
          const withdraw = async (fact: string) => {
            const answer = await mutate(
              store,
              "withdrawFact",
              { fact, reason: "No." },
              "... on CorrectionPayload { correction { id } }",
            );
            if (answer.__typename === "CorrectionPayload") {
              corrections.push(Withdrawn.parse(answer).correction.id);
            }
            await seen(store);
          };
          for (const fact of facts.slice(0, before)) await withdraw(fact);
          const apart = await seen(store);
          const [from, into] = turned ? ["meeting", "encounter"] : ["encounter", "meeting"];
          const answer = await mutate(
            store,
            "merge",
            { from: id("Event", String(from)), into: id("Event", String(into)) },
            "... on MergePayload { merge { id } }",
          );
          await seen(store);
          for (const fact of facts.slice(before)) await withdraw(fact);
          const undo = async () => {
            const { merge } = Merged.parse(answer);
            expect(await mutate(store, "undoMerge", { merge: merge.id })).toMatchObject({
              __typename: "MergePayload",
            });
            const parted = await seen(store);
            if (before >= facts.length && !liftFirst) expect(parted).toEqual(apart);
          };
          const lift = async () => {
            for (const correction of corrections) {
              expect(await mutate(store, "liftWithdrawal", { correction })).toMatchObject({
                __typename: "CorrectionPayload",
              });
              await seen(store);
            }
          };
          await (liftFirst ? lift().then(undo) : undo().then(lift));
          expect(await seen(store)).toEqual(first);
        }),
    ),
    { numRuns: runs(12) },
  );
});

test("a step that was withdrawn stays so where its event is merged, also when more is told of it", async () => {
  await withStore(async ({ store }) => {
    await applyStory(store, SCENE, AUTHOR);
    await mutate(store, "withdrawFact", { fact: id("StatusChange", "encounter-set"), reason: "It was not." });
    const into = { from: id("Event", "encounter"), into: id("Event", "meeting") };
    const answer = await mutate(store, "merge", into, "... on MergePayload { merge { id } }");
    const supported = async () =>
      ask(
        store,
        '{ event(slug: "meeting") { statusHistory { evidence { article { slug } } } corrections { kind } } }',
      );
    const told = {
      event: {
        statusHistory: [{ evidence: [{ article: { slug: "meeting" } }] }],
        corrections: [{ kind: "STATUS_CHANGE" }],
      },
    };
    expect(await supported()).toEqual(told);
    await mutate(store, "undoMerge", { merge: Merged.parse(answer).merge.id });
    const evidence = [{ article: "encounter", exact: "Sentence 5 of “encounter”" }];
    const step = { event: id("Event", "encounter"), to: "SCHEDULED", date: "2025-10-30", evidence };
    await mutate(store, "recordStatusChange", step);
    expect(await ask(store, '{ event(slug: "encounter") { statusHistory { to } } }')).toEqual({
      event: { statusHistory: [] },
    });
  });
});
