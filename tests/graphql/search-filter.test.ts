import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntryKind } from "../../src/domain/model.ts";
import type { Story } from "../../src/domain/story.ts";
import { type Question, withRecord } from "../support/filter.ts";
import { ask, execute } from "../support/graphql.ts";
import { type Entry, entriesOf, inOrder } from "../support/oracle.ts";
import type { AsOf } from "../support/oracle-history.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { findables, hasAll } from "../support/search.ts";
import { CAST } from "../support/story.ts";
import { DAYS, storyArbitrary } from "../support/story-arbitrary.ts";

const SEARCHES = [
  "title",
  "title of e1",
  '"title of"',
  "headline",
  '"headline of a1"',
  "sentence",
  '"sentence 3"',
  "sentence 3 of a0",
  "person",
  "ann sentence",
  "organization union",
  "e2",
  "e",
  "a1 a0",
  "quince",
  "“—”",
  "",
];

const ENTRIES: readonly EntryKind[] = ["EVENT", "STATUS_CHANGE", "QUOTE"];
const LISTS: readonly { readonly field: string; readonly kinds: readonly EntryKind[] }[] = [
  { field: "timeline", kinds: ENTRIES },
  { field: "events", kinds: ["EVENT"] },
  { field: "quotes", kinds: ["QUOTE"] },
];

/** Whether an entry matches a search: a change does where its event does. */
function matches(of: Story, search: string, { node, kind }: Entry): boolean {
  const change = node.substring("StatusChange:".length);
  const event = of.events.find(({ history }) => history.some(({ key }) => key === change));
  const name =
    kind === "STATUS_CHANGE" ? `EVENT ${event?.key}` : `${kind} ${node.substring(node.indexOf(":") + 1)}`;
  const texts = findables(of).find((one) => one.name === name)?.texts;
  return texts !== undefined && hasAll(texts, search);
}

function expected(of: Story, search: string, kinds: readonly EntryKind[], { order, day, filter }: Question) {
  const kept = entriesOf(of, day).filter(
    (entry) =>
      kinds.includes(entry.kind) &&
      (filter.topic === undefined || entry.whose.has(`topic ${filter.topic}`)) &&
      matches(of, search, entry),
  );
  return inOrder(kept, order).map(({ node }) => node);
}

const question: fc.Arbitrary<Question> = fc.record({
  filter: fc.record({ topic: fc.constantFrom(undefined, ...CAST.topics) }),
  order: fc.constantFrom("OLDEST_FIRST" as const, "NEWEST_FIRST" as const),
  day: fc.constantFrom<AsOf>(null, ...DAYS),
});

describe("`search` keeps what has all the words, in the order that the list has", () => {
  test("on timelines, events and quotes, now and as of a day", async () => {
    let [shown, narrowed] = [0, 0];
    const questions = fc.array(question, { minLength: SEARCHES.length, maxLength: SEARCHES.length });
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), questions, (some, asked) =>
        withRecord(some, async ({ nodes }) => {
          for (const [index, one] of asked.entries()) {
            const search = SEARCHES[index] ?? "";
            const filter = { ...one.filter, search };
            for (const { field, kinds } of LISTS) {
              const found = expected(some, search, kinds, one);
              expect(await nodes({ field }, { ...one, filter }), search).toEqual(found);
              shown += found.length;
              const all = entriesOf(some, one.day).filter(({ kind }) => kinds.includes(kind));
              if (found.length > 0 && found.length < all.length) narrowed++;
            }
          }
        }),
      ),
      { numRuns: runs(6) },
    );
    expectCameUp(shown);
    expectCameUp(narrowed);
  });

  test("on articles, newest first", async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(storyArbitrary(), fc.constantFrom<AsOf>(null, ...DAYS), (some, day) =>
        withRecord(some, async ({ articles }) => {
          for (const search of SEARCHES) {
            const found = expected(some, search, ["ARTICLE"], { filter: {}, order: "NEWEST_FIRST", day });
            expect(await articles(search, day), search).toEqual(found);
            shown += found.length;
          }
        }),
      ),
      { numRuns: runs(8) },
    );
    expectCameUp(shown);
  });
});

test("a list that is searched is walked page by page", async () => {
  const [some] = fc.sample(storyArbitrary({ events: 8 }), { numRuns: 1, seed: 11 });
  if (!some) throw new Error("There is no story.");
  await withRecord(some, async ({ store, walk }) => {
    for (const order of ["OLDEST_FIRST", "NEWEST_FIRST"] as const) {
      const asked: Question = { filter: {}, order, day: null };
      const found = expected(some, "title", ENTRIES, asked);
      expect(found.length).toBeGreaterThan(3);
      for (const size of [1, 2, 3]) {
        for (const backwards of [false, true]) {
          const filtered = { ...asked, filter: { search: "title" } };
          expect(await walk({ field: "timeline" }, filtered, [size], backwards)).toEqual(found);
        }
      }
    }
    const all = await ask(store, "{ timeline(filter: { search: null }) { totalCount } }");
    expect(all).toEqual(await ask(store, "{ timeline { totalCount } }"));
  });
});

test("a search that is too long is refused on every list", async () => {
  await withRecord(
    fc.sample(storyArbitrary(), { numRuns: 1, seed: 3 })[0] ?? expect.fail(),
    async ({ store }) => {
      const search = `"${"word ".repeat(10_000)}"`;
      for (const field of ["timeline", "events", "quotes"]) {
        const { errors } = await execute(store, `{ ${field}(filter: { search: ${search} }) { totalCount } }`);
        expect(errors?.[0]?.originalError, field).toMatchObject({ code: "INVALID_SEARCH" });
      }
      const { errors } = await execute(store, `{ articles(search: ${search}) { totalCount } }`);
      expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_SEARCH" });
    },
  );
});
