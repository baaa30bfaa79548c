import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntryKind } from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import { TIMELINE_ORDERS, type TimelineOrder } from "../../src/domain/timeline-paging.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Readers } from "../../src/store/readers.ts";
import { type Connection, nodesOf, readPage } from "../support/graphql.ts";
import { entriesOf, inOrder, peopleOf } from "../support/oracle.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, CAST, change, event, quote, story, together } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

const ENTRIES: readonly EntryKind[] = ["EVENT", "STATUS_CHANGE", "QUOTE"];

/** A connection in the order of a timeline: whose entries it has, of which kinds. */
interface TimelineLike extends Connection {
  readonly whose: string;
  readonly kinds: readonly EntryKind[];
}

const BOTH_WAYS: readonly TimelineLike[] = [
  { field: "timeline", whose: "all", kinds: ENTRIES },
  { field: "events", whose: "all", kinds: ["EVENT"] },
  { field: "quotes", whose: "all", kinds: ["QUOTE"] },
  { of: 'topic(slug: "talks")', field: "timeline", whose: "topic talks", kinds: ENTRIES },
  { of: 'person(slug: "union")', field: "timeline", whose: "person union", kinds: ENTRIES },
  { of: 'person(slug: "ann")', field: "events", whose: "person ann", kinds: ["EVENT"] },
  { of: 'person(slug: "bob")', field: "quotes", whose: "person bob", kinds: ["QUOTE"] },
  { of: 'organization(slug: "union")', field: "timeline", whose: "organization union", kinds: ENTRIES },
  { of: 'organization(slug: "ministry")', field: "events", whose: "organization ministry", kinds: ["EVENT"] },
  { of: 'place(slug: "town")', field: "events", whose: "place town", kinds: ["EVENT"] },
];
const NEWEST_FORWARDS: readonly TimelineLike[] = [
  { field: "articles", whose: "all", kinds: ["ARTICLE"] },
  { of: 'topic(slug: "talks")', field: "articles", whose: "topic talks", kinds: ["ARTICLE"] },
];

const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });

/** The nodes of such a connection as the rules have them. */
function expected(of: Story, { whose, kinds }: TimelineLike, order: TimelineOrder): string[] {
  const own = entriesOf(of, null).filter((one) => one.whose.has(whose) && kinds.includes(one.kind));
  return inOrder(own, order).map(({ node }) => node);
}

/** Walks to the end of a connection, or from its end to its start. `between` is done after each page. */
async function walk(
  readers: Readers,
  connection: Connection,
  pageSizes: readonly number[],
  backwards: boolean,
  check: (page: Awaited<ReturnType<typeof readPage>>, before: readonly string[], size: number) => unknown,
): Promise<string[]> {
  let seen: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 500; pages++) {
    const size = pageSizes[pages % pageSizes.length] ?? 1;
    const args = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(readers, connection, args);
    await check(page, seen, size);
    seen = backwards ? [...nodesOf(page), ...seen] : [...seen, ...nodesOf(page)];
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    expect([startCursor, endCursor]).toEqual([
      page.edges.at(0)?.cursor ?? null,
      page.edges.at(-1)?.cursor ?? null,
    ]);
    if (!(backwards ? hasPreviousPage : hasNextPage)) return seen;
    cursor = backwards ? startCursor : endCursor;
  }
  throw new Error("The walk does not end.");
}

/** Walks a connection of which nothing changes meanwhile, and checks each page of it. */
async function expectWalk(
  readers: Readers,
  connection: Connection,
  pageSizes: readonly number[],
  backwards: boolean,
  nodes: readonly string[],
): Promise<void> {
  const name = JSON.stringify(connection);
  const seen = await walk(readers, connection, pageSizes, backwards, (page, before, size) => {
    const left = nodes.length - before.length;
    const own = backwards
      ? nodes.slice(Math.max(0, left - size), left)
      : nodes.slice(before.length).slice(0, size);
    expect(nodesOf(page), name).toEqual(own);
    const [behind, ahead] = [before.length > 0, left > size];
    expect([page.pageInfo.hasPreviousPage, page.pageInfo.hasNextPage], name).toEqual(
      backwards ? [ahead, behind] : [behind, ahead],
    );
    expect([page.totalCount, page.totalCountIsExact], name).toEqual([nodes.length, true]);
  });
  expect(seen, name).toEqual(nodes);
}

describe("walking a connection shows each node once, in order, page by page", () => {
  test("on timelines and lists of events and quotes, in both orders and both ways", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), sizes, (some, pageSizes) =>
        withStore(async ({ store }) => {
          await applyStory(store, some, AUTHOR);
          for (const connection of BOTH_WAYS) {
            for (const order of TIMELINE_ORDERS) {
              const nodes = expected(some, connection, order);
              const ordered = { ...connection, fixed: `orderBy: ${order}` };
              await expectWalk(store, ordered, pageSizes, false, nodes);
              await expectWalk(store, ordered, pageSizes, true, nodes);
            }
          }
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("on articles, newest first, and on the quotes of an event", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), sizes, (some, pageSizes) =>
        withStore(async ({ store }) => {
          await applyStory(store, some, AUTHOR);
          for (const connection of NEWEST_FORWARDS) {
            await expectWalk(store, connection, pageSizes, false, expected(some, connection, "NEWEST_FIRST"));
          }
          for (const { slug, key } of some.events) {
            if (!entriesOf(some, null).some(({ node }) => node === `Event:${key}`)) continue;
            const of = `event(slug: "${slug}")`;
            const quotes: TimelineLike = { of, field: "quotes", whose: `event ${slug}`, kinds: ["QUOTE"] };
            await expectWalk(store, quotes, pageSizes, false, expected(some, quotes, "OLDEST_FIRST"));
          }
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("on topics and people by slug, and on a topic's people by their entries in it", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), sizes, (some, pageSizes) =>
        withStore(async ({ store }) => {
          await applyStory(store, some, AUTHOR);
          const named = (type: string, slugs: readonly string[]) => slugs.map((slug) => `${type}:${slug}`);
          await expectWalk(store, { field: "topics" }, pageSizes, false, named("Topic", CAST.topics));
          await expectWalk(store, { field: "people" }, pageSizes, false, named("Person", CAST.people));
          for (const slug of CAST.topics) {
            const people = { of: `topic(slug: "${slug}")`, field: "people" };
            await expectWalk(store, people, pageSizes, false, named("Person", peopleOf(some, slug)));
          }
        }),
      ),
      { numRuns: runs(8) },
    );
  });
});

test("an empty page behind the last entry, or before the first, knows what it leaves behind", async () => {
  await withStore(async ({ store }) => {
    const lone = {
      articles: [article("a0")],
      events: [event("e0", { history: [change("OCCURRED", "a0")] })],
    };
    const people = [{ slug: "ann", name: "Ann", aliases: [], sameAs: [], roles: [] }];
    await applyStory(store, story({ ...lone, people }), AUTHOR);
    for (const connection of [{ field: "events" }, { field: "events", fixed: "orderBy: NEWEST_FIRST" }]) {
      const { endCursor: cursor } = (await readPage(store, connection, { first: 1 })).pageInfo;
      const behind = await readPage(store, connection, { first: 1, after: cursor });
      expect(behind).toMatchObject({ edges: [], pageInfo: { hasPreviousPage: true, hasNextPage: false } });
      const ahead = await readPage(store, connection, { last: 1, before: cursor });
      expect(ahead).toMatchObject({ edges: [], pageInfo: { hasPreviousPage: false, hasNextPage: true } });
    }
    const { endCursor } = (await readPage(store, { field: "people" }, { first: 1 })).pageInfo;
    const behind = await readPage(store, { field: "people" }, { first: 1, after: endCursor });
    expect(behind).toMatchObject({ edges: [], pageInfo: { hasPreviousPage: true, hasNextPage: false } });
  });
});

describe("what comes in while a client walks", () => {
  test("neither hides nor doubles what was there all along, wherever it goes", async () => {
    const connections = fc.constantFrom(...BOTH_WAYS.slice(0, 5));
    const late = storyArbitrary({ name: "late" });
    await fc.assert(
      fc.asyncProperty(
        storyArbitrary(),
        late,
        connections,
        fc.constantFrom(...TIMELINE_ORDERS),
        fc.boolean(),
        sizes,
        (some, more, connection, order, backwards, pageSizes) =>
          withStore(async ({ store }) => {
            await applyStory(store, some, AUTHOR);
            const ordered = { ...connection, fixed: `orderBy: ${order}` };
            const seen = await walk(store, ordered, pageSizes, backwards, async (_page, before) => {
              if (before.length === 0) await applyStory(store, more, AUTHOR);
            });
            expect(new Set(seen).size).toBe(seen.length);
            const atFirst = expected(some, connection, order);
            expect(seen.filter((node) => atFirst.includes(node))).toEqual(atFirst);
            const atLast = expected(together(some, more), connection, order);
            expect(atLast.filter((node) => seen.includes(node))).toEqual(seen);
          }),
      ),
      { numRuns: runs(25) },
    );
  });

  test.each(TIMELINE_ORDERS)("before the cursor is not seen any more, after it is: %s", async (order) => {
    const dates = ["2025-10-10", "2025-10-16", "2025-10-16", "2025-10-20", undefined, undefined];
    const some = (name: string) =>
      story({
        articles: [article(`${name}a0`)],
        events: dates.map((date, index) =>
          event(`${name}${index}`, { history: [change("OCCURRED", `${name}a0`, { date })] }),
        ),
        quotes: [quote(`${name}a0`, 0, { key: `${name}q`, when: "2025-10-16" })],
      });
    const [first, second] = [some("m"), some("k")];
    const connection: TimelineLike = { field: "timeline", whose: "all", kinds: ENTRIES };
    const old = expected(first, connection, order);
    const all = expected(together(first, second), connection, order);
    for (let size = 1; size <= old.length; size++) {
      await withStore(async ({ store }) => {
        await applyStory(store, first, AUTHOR);
        const ordered = { ...connection, fixed: `orderBy: ${order}` };
        const seen = await walk(store, ordered, [size, 3], false, async (page, before) => {
          if (before.length === 0) await applyStory(store, second, AUTHOR);
          // The page was read before, so that what it says of the end is of then.
          if (before.length === 0) expect(page.pageInfo.hasNextPage).toBe(size < old.length);
        });
        const cursor = all.indexOf(old[size - 1] ?? "");
        const rest = size < old.length ? all.slice(cursor + 1) : [];
        expect(seen).toEqual([...old.slice(0, size), ...rest]);
      });
    }
  });
});
