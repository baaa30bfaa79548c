import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { ask, execute, nameOf } from "../support/graphql.ts";
import { entriesOf } from "../support/oracle.ts";
import { eventFact, stateOf } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { CAST } from "../support/story.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

const Nodes = z.array(z.object({ id: z.string() }));
const Answer = z.object({
  topic: z.object({
    whatChanged: z.object({ newEvents: Nodes, statusChanges: Nodes, disputes: Nodes, newQuotes: Nodes }),
  }),
});

const names = (nodes: z.output<typeof Nodes>) => nodes.map(({ id }) => nameOf(id)).sort();

/** What a topic's view of a day holds, by name. */
function viewOf(of: Story, topic: string, day: string) {
  const states = of.events
    .filter((event) => event.topics.includes(topic))
    .flatMap((event) => {
      const state = stateOf(eventFact(of, event), day);
      return state === null ? [] : [{ event, state }];
    });
  const steps = states.flatMap(({ state }) => state.history);
  const quotes = entriesOf(of, day).filter(
    ({ kind, whose }) => kind === "QUOTE" && whose.has(`topic ${topic}`),
  );
  return {
    newEvents: states.map(({ event }) => `Event:${event.key ?? event.slug}`),
    statusChanges: steps.map(({ key }) => `StatusChange:${key}`),
    disputes: steps.filter(({ disputed }) => disputed).map(({ key }) => `StatusChange:${key}`),
    newQuotes: quotes.map(({ node }) => node),
  };
}

describe("what changed between two days", () => {
  test("is what the later view holds and the earlier does not, as it was known on the later day", async () => {
    const days = fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 2, maxLength: 2 });
    const asked = fc.array(fc.tuple(fc.constantFrom(...CAST.topics), days), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), asked, (of, questions) =>
        withStore(async ({ store }) => {
          await applyStory(store, of, AUTHOR);
          for (const [topic, pair] of questions) {
            const [since = "", until = ""] = [...pair].sort();
            const [before, after] = [viewOf(of, topic, since), viewOf(of, topic, until)];
            const data = await ask(
              store,
              `{ topic(slug: "${topic}") { whatChanged(since: "${since}", until: "${until}") {
                newEvents { id } statusChanges { id } disputes { id } newQuotes { id } } } }`,
            );
            const { whatChanged } = Answer.parse(data).topic;
            for (const list of ["newEvents", "statusChanges", "disputes", "newQuotes"] as const) {
              const fresh = after[list].filter((name) => !before[list].includes(name));
              const expected = fresh.map((name) => name.replace(":", `@${until}:`)).sort();
              expect(names(whatChanged[list]), `${list} ${since} ${until}`).toEqual(expected);
            }
          }
        }),
      ),
      { numRuns: runs(25) },
    );
  });

  test("is nothing between a day and itself, and refused backwards", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, SEED, AUTHOR);
      const of = (since: string, until: string) =>
        `{ topic(slug: "putin-trump-summit") { whatChanged(since: "${since}", until: "${until}") {
          newEvents { id } statusChanges { id } disputes { id } newQuotes { id } } } }`;
      const none = { newEvents: [], statusChanges: [], disputes: [], newQuotes: [] };
      expect(await ask(store, of("2025-11-22", "2025-11-22"))).toEqual({ topic: { whatChanged: none } });
      const { errors } = await execute(store, of("2025-11-22", "2025-10-22"));
      expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_DATE_RANGE" });
    });
  });

  test("goes to today where no day is given", async () => {
    await withStore(async ({ store }) => {
      await applyStory(store, SEED, AUTHOR);
      const data = await ask(
        store,
        `{ topic(slug: "putin-trump-summit") { whatChanged(since: "2025-10-23") { until newQuotes { id } newEvents { slug } } } }`,
      );
      expect(data).toMatchObject({
        topic: { whatChanged: { until: "2026-11-24", newQuotes: { length: 10 }, newEvents: { length: 4 } } },
      });
    });
  });
});
