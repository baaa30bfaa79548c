import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTRY_KINDS, EVENT_STATUSES } from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import { TIMELINE_ORDERS } from "../../src/domain/timeline-paging.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { type Connection, nodesOf, readPage } from "../support/graphql.ts";
import { type Entry, entriesOf, inOrder } from "../support/oracle.ts";
import { runs } from "../support/runs.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { CAST, story } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

/** What a client narrows by; what is undefined is left out, as it is null in a variable that is not given. */
interface Filter {
  readonly kinds?: readonly string[] | undefined;
  readonly topic?: string | undefined;
  readonly person?: string | undefined;
  readonly status?: readonly string[] | undefined;
}

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const slugs = (known: readonly string[]) => maybe(fc.constantFrom(...known, ...known, "nobody-knows"));
const filters: fc.Arbitrary<Filter> = fc.record({
  kinds: maybe(fc.subarray([...ENTRY_KINDS])),
  topic: slugs(CAST.topics),
  person: slugs(CAST.people),
  status: maybe(fc.subarray([...EVENT_STATUSES])),
});

/** The rules for filters, each told by itself. */
function keeps({ kinds, topic, person, status }: Filter, { kind, whose, facet }: Entry): boolean {
  return [
    kinds === undefined ? kind !== "ARTICLE" : kinds.includes(kind),
    topic === undefined || whose.has(`topic ${topic}`),
    person === undefined || whose.has(`person ${person}`),
    status === undefined || ((kind === "EVENT" || kind === "STATUS_CHANGE") && status.includes(facet ?? "")),
  ].every(Boolean);
}

/** Filters are written into the query: enum values without quotation marks. */
function written({ kinds, topic, person, status }: Filter): string {
  const parts = [
    kinds && `kinds: [${kinds.join(" ")}]`,
    topic && `topic: "${topic}"`,
    person && `person: "${person}"`,
    status && `status: [${status.join(" ")}]`,
  ];
  return `filter: { ${parts.filter((part) => part !== undefined).join(", ")} }`;
}

/** A story on record, and its entries: how a connection and a filter are compared. */
async function withRecord(
  of: Story,
  work: (record: {
    /** All nodes of a connection, which it must have on one page. */
    nodes(connection: Connection, filter: Filter, order: string): Promise<string[]>;
    expected(filter: Filter, order: (typeof TIMELINE_ORDERS)[number], whose?: string): string[];
  }) => Promise<void>,
): Promise<void> {
  await withStore(async ({ store }) => {
    await applyStory(store, of, AUTHOR);
    const entries = entriesOf(of, null);
    await work({
      async nodes(connection, filter, order) {
        const fixed = [written(filter), ...(order ? [`orderBy: ${order}`] : [])].join(", ");
        const page = await readPage(store, { ...connection, fixed }, { first: 100 });
        expect(page.pageInfo.hasNextPage).toBe(false);
        expect([page.totalCount, page.totalCountIsExact]).toEqual([page.edges.length, true]);
        return nodesOf(page);
      },
      expected(filter, order, whose = "all") {
        const kept = entries.filter((entry) => entry.whose.has(whose) && keeps(filter, entry));
        return inOrder(kept, order).map(({ node }) => node);
      },
    });
  });
}

const order = fc.constantFrom(...TIMELINE_ORDERS);
const asked = fc.array(fc.tuple(filters, order), { minLength: 15, maxLength: 15 });

describe("filters keep exactly what their rules say, all of them together", () => {
  test("on timelines", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), asked, (some, questions) =>
        withRecord(some, async ({ nodes, expected }) => {
          for (const [filter, by] of questions) {
            expect(await nodes({ field: "timeline" }, filter, by)).toEqual(expected(filter, by));
            const topic = { of: 'topic(slug: "talks")', field: "timeline" };
            expect(await nodes(topic, filter, by)).toEqual(expected(filter, by, "topic talks"));
            const organization = { of: 'organization(slug: "union")', field: "timeline" };
            expect(await nodes(organization, filter, by)).toEqual(expected(filter, by, "organization union"));
          }
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("on events and quotes", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), asked, (some, questions) =>
        withRecord(some, async ({ nodes, expected }) => {
          for (const [{ topic, person, status }, by] of questions) {
            const events = { topic, person, status };
            const ofEvents = { ...events, kinds: ["EVENT"] };
            expect(await nodes({ field: "events" }, events, by)).toEqual(expected(ofEvents, by));
            const place = { of: 'place(slug: "town")', field: "events" };
            expect(await nodes(place, events, by)).toEqual(expected(ofEvents, by, "place town"));
            const ofQuotes = { topic, kinds: ["QUOTE"] };
            expect(await nodes({ field: "quotes" }, { topic }, by)).toEqual(expected(ofQuotes, by));
          }
        }),
      ),
      { numRuns: runs(6) },
    );
  });
});

describe("a person's connection with a filter is that of Query with the person in the filter", () => {
  test("on timelines and events, and on quotes for those they speak", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), asked, fc.constantFrom(...CAST.people), (some, questions, person) =>
        withRecord(some, async ({ nodes, expected }) => {
          const of = `person(slug: "${person}")`;
          for (const [{ person: _other, ...filter }, by] of questions) {
            const { kinds: _kinds, ...events } = filter;
            const all = await nodes({ field: "timeline" }, { ...filter, person }, by);
            expect(await nodes({ of, field: "timeline" }, filter, by)).toEqual(all);
            const own = await nodes({ field: "events" }, { ...events, person }, by);
            expect(await nodes({ of, field: "events" }, events, by)).toEqual(own);
            const { topic } = filter;
            const spoken = expected({ kinds: ["QUOTE"], topic, person }, by);
            expect(await nodes({ of, field: "quotes" }, { topic }, by)).toEqual(spoken);
          }
        }),
      ),
      { numRuns: runs(6) },
    );
  });

  test("and another person in the filter leaves what is both's", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), order, (some, by) =>
        withRecord(some, async ({ nodes, expected }) => {
          const of = 'person(slug: "ann")';
          const both = expected({ person: "bob" }, by, "person ann");
          expect(await nodes({ of, field: "timeline" }, { person: "bob" }, by)).toEqual(both);
          const same = await nodes({ of, field: "timeline" }, {}, by);
          expect(await nodes({ of, field: "timeline" }, { person: "ann" }, by)).toEqual(same);
        }),
      ),
      { numRuns: runs(8) },
    );
  });
});

test("an empty list keeps nothing, null and an empty filter keep what no filter keeps", async () => {
  const [some] = fc.sample(storyArbitrary({ quotes: 10 }), { numRuns: runs(1), seed: 7 });
  await withRecord(some ?? story({}), async ({ nodes, expected }) => {
    const all = expected({}, "OLDEST_FIRST");
    expect(all.length).toBeGreaterThan(5);
    expect(await nodes({ field: "timeline" }, {}, "OLDEST_FIRST")).toEqual(all);
    expect(await nodes({ field: "timeline" }, {}, "")).toEqual(all);
    for (const empty of [{ kinds: [] }, { status: [] }]) {
      expect(await nodes({ field: "timeline" }, empty, "OLDEST_FIRST")).toEqual([]);
    }
  });
});
