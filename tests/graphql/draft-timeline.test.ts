import fc from "fast-check";
import { expect, test } from "vitest";
import { TIMELINE_ORDERS } from "../../src/domain/timeline-paging.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { rejectDrafts } from "../../src/ingest/drafts/reject-drafts.ts";
import { draftEntries, everyKey, rows, scenes, storeAll, walk } from "../support/draft-oracle.ts";
import { ask } from "../support/graphql.ts";
import { entriesOf, inOrder } from "../support/oracle.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { DAYS } from "../support/story-arbitrary.ts";

/** Whatever readers may ask of what is on record. */
const ON_RECORD = `{
  timeline(first: 100) { ...page }
  newest: timeline(first: 100, orderBy: NEWEST_FIRST, filter: { kinds: [EVENT, QUOTE, STATUS_CHANGE, ARTICLE] }) { ...page }
  named: timeline(filter: { kinds: [DRAFT] }) { ...page }
  off: timeline(filter: { drafts: false, search: "sentence" }) { ...page }
  early: timeline(asOf: "2025-10-19", first: 100) { ...page }
  status: timeline(filter: { status: [SCHEDULED, OCCURRED] }, first: 100) { ...page }
  events(first: 100) { totalCount edges { node { id } } }
  quotes(first: 100) { totalCount edges { node { id } } }
  people { totalCount edges { node { id name aliases timeline { ...page } events { totalCount } } } }
  articles { totalCount edges { node { id people { id } events { id } quotes { id } evidence { exact } } } }
  topics { totalCount edges { node { slug
    timeline { ...page } people { totalCount edges { node { slug } } } articles { totalCount }
    whatChanged(since: "2025-10-12", until: "2025-11-02") { newEvents { id } statusChanges { id } newQuotes { id } }
  } } }
  town: place(slug: "town") { events { totalCount } }
  search(query: "sentence") { totalCount edges { node { ... on Node { id } } snippet } }
  nobody: search(query: "nobody") { totalCount }
  changes(first: 100) { totalCount edges { cursor node { nodeId } } }
}
fragment page on TimelineConnection { totalCount edges { cursor node { id title kind } } }`;

test("without `drafts: true`, every question is answered as if nothing had been drafted", async () => {
  await fc.assert(
    fc.asyncProperty(scenes, ([some, proposed]) =>
      withStore(async ({ store }) => {
        await applyStory(store, some, AUTHOR);
        const before = await ask(store, ON_RECORD);
        await storeAll(store, proposed);
        expect((await everyKey(store)).length).toBeGreaterThan(0);
        expect(await ask(store, ON_RECORD)).toEqual(before);
        await rejectDrafts(store, { filter: {} }, AUTHOR);
        expect(await ask(store, ON_RECORD)).toEqual(before);
      }),
    ),
    { numRuns: runs(3) },
  );
});

/** A name without the day that an id carries. */
const today = (node: string) => node.replace(/^(\w+)@[\d-]+:/, "$1:");

test("with `drafts: true`, walking a timeline shows each entry and each open draft once, in order", async () => {
  const timelines = [
    { whose: "all", field: "timeline", filter: "" },
    { whose: "topic talks", of: 'topic(slug: "talks")', field: "timeline", filter: "" },
    { whose: "person ann", of: 'person(slug: "ann")', field: "timeline", filter: "" },
    { whose: "organization union", of: 'organization(slug: "union")', field: "timeline", filter: "" },
    { whose: "place town", field: "timeline", filter: 'place: "town", ' },
    { whose: "source daily", field: "timeline", filter: 'source: "daily", ' },
  ];
  const asked = fc.tuple(
    fc.constantFrom(...TIMELINE_ORDERS),
    fc.constantFrom(null, ...DAYS),
    fc.integer({ min: 1, max: 7 }),
  );
  await fc.assert(
    fc.asyncProperty(scenes, asked, ([some, proposed], [order, day, size]) =>
      withStore(async ({ store }) => {
        await applyStory(store, some, AUTHOR);
        await storeAll(store, proposed);
        await rejectDrafts(store, { filter: { minConfidence: 0.5, maxConfidence: 0.7 } }, AUTHOR);
        const all = [
          ...entriesOf(some, day).filter(({ kind }) => kind !== "ARTICLE"),
          ...draftEntries(some, await rows(store), day),
        ];
        for (const { whose, filter, ...connection } of timelines) {
          const own = inOrder(
            all.filter((one) => one.whose.has(whose)),
            order,
          );
          const fixed = `orderBy: ${order}, filter: { ${filter}drafts: true }${day === null ? "" : `, asOf: "${day}"`}`;
          const seen = await walk(store, { ...connection, fixed }, size);
          expect(seen.map(today), `${whose} ${order} ${day}`).toEqual(own.map(({ node }) => node));
        }
        const alone = await walk(
          store,
          { field: "timeline", fixed: "filter: { kinds: [DRAFT], drafts: true }" },
          size,
        );
        expect(alone).toEqual(
          inOrder(draftEntries(some, await rows(store), null), "OLDEST_FIRST").map(({ node }) => node),
        );
        const planned = await walk(
          store,
          {
            field: "timeline",
            fixed: "filter: { kinds: [DRAFT], drafts: true, status: [SCHEDULED, POSTPONED] }",
          },
          size,
        );
        const scheduled = draftEntries(some, await rows(store), null).filter(
          ({ status }) => status === "SCHEDULED" || status === "POSTPONED",
        );
        expect(planned).toEqual(inOrder(scheduled, "OLDEST_FIRST").map(({ node }) => node));
      }),
    ),
    { numRuns: runs(4) },
  );
});
