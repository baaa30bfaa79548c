import fc from "fast-check";
import { expect, test } from "vitest";
import type { Drafts } from "../../../src/domain/draft.ts";
import type { Story } from "../../../src/domain/story.ts";
import { applyStory } from "../../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../../src/ingest/drafts/choice.ts";
import { storeDrafts } from "../../../src/ingest/drafts/store-drafts.ts";
import { draftsArbitrary, namingCast } from "../../support/drafts.ts";
import { runs } from "../../support/runs.ts";
import { AUTHOR, withStore } from "../../support/store.ts";
import { storyArbitrary } from "../../support/story-arbitrary.ts";
import { recordOf } from "../running-story/record.ts";

const scenes = storyArbitrary({ articles: 5, events: 3, quotes: 4 })
  .map(namingCast)
  .chain((some) => fc.tuple(fc.constant(some), draftsArbitrary(some)))
  .map(([some, drafted]) => [some, [...drafted].map(([key, one]) => [key, alike(one)] as const)] as const);

/** The same drafts with titles that could be those of one event. */
function alike({ events, ...others }: Drafts): Drafts {
  return { ...others, events: events.map((event) => ({ ...event, title: "Meeting of ministers" })) };
}

/** What is on record after all drafts of a story were stored in an order and then accepted, what is sure or all. */
async function recordAfter(
  story: Story,
  proposed: readonly (readonly [string, Drafts])[],
  each: boolean,
): Promise<string> {
  return withStore(async ({ store }) => {
    await applyStory(store, story, AUTHOR);
    for (const [key, drafts] of proposed) await storeDrafts(store, key, drafts, "RULE");
    const open = await everyDraft(store, {});
    if (!each) await acceptDrafts(store, { filter: {} }, AUTHOR);
    else await acceptDrafts(store, { keys: open.map(({ key }) => key).reverse() }, AUTHOR);
    return recordOf(store);
  });
}

test("accepting drafts gives one record, in whatever order articles were put on record and drafted", async () => {
  await fc.assert(
    fc.asyncProperty(scenes, fc.boolean(), async ([story, proposed], each) => {
      const turned = { ...story, articles: story.articles.toReversed(), people: story.people.toReversed() };
      expect(await recordAfter(turned, proposed.toReversed(), each)).toBe(
        await recordAfter(story, proposed, each),
      );
    }),
    { numRuns: runs(3) },
  );
});
