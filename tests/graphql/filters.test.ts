import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../src/domain/errors.ts";
import {
  EVENT_FILTER,
  type Filter,
  isBackwards,
  QUOTE_FILTER,
  type Question,
  questionsOf,
  TIMELINE_FILTER,
  withRecord,
  written,
} from "../support/filter.ts";
import { type Connection, execute } from "../support/graphql.ts";
import { expectCameUp, runs } from "../support/runs.ts";
import { story } from "../support/story.ts";
import { storyArbitrary } from "../support/story-arbitrary.ts";

/** A connection, whose it is, and what stands on it where the filter does not say. */
type Narrowed = readonly [connection: Connection, whose: string, filter: Filter];

const TIMELINES: readonly Narrowed[] = [
  [{ field: "timeline" }, "all", {}],
  [{ of: 'topic(slug: "talks")', field: "timeline" }, "topic talks", {}],
  [{ of: 'person(slug: "ann")', field: "timeline" }, "person ann", {}],
  [{ of: 'organization(slug: "union")', field: "timeline" }, "organization union", {}],
];
const EVENTS: readonly Narrowed[] = [
  [{ field: "events" }, "all", { kinds: ["EVENT"] }],
  [{ of: 'person(slug: "bob")', field: "events" }, "person bob", { kinds: ["EVENT"] }],
  [{ of: 'organization(slug: "ministry")', field: "events" }, "organization ministry", { kinds: ["EVENT"] }],
  [{ of: 'place(slug: "town")', field: "events" }, "place town", { kinds: ["EVENT"] }],
];
const QUOTES: readonly Narrowed[] = [
  [{ field: "quotes" }, "all", { kinds: ["QUOTE"] }],
  [{ of: 'person(slug: "cleo")', field: "quotes" }, "person cleo", { kinds: ["QUOTE"] }],
  [{ of: 'organization(slug: "union")', field: "quotes" }, "organization union", { kinds: ["QUOTE"] }],
];

describe("filters keep exactly what their rules say, all of them together, now and as of a day", () => {
  test.each([
    ["timelines", TIMELINES, TIMELINE_FILTER],
    ["events", EVENTS, EVENT_FILTER],
    ["quotes", QUOTES, QUOTE_FILTER],
  ])("on %s", async (_name, connections, names) => {
    let [asked, kept, narrowed] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(storyArbitrary({ events: 8, quotes: 16 }), questionsOf(names, 25), (some, questions) =>
        withRecord(some, async ({ store, nodes, expected }) => {
          for (const question of questions) {
            if (isBackwards(question.filter)) {
              const { errors } = await execute(
                store,
                `{ ${connections[0]?.[0].field}(${written(question.filter)}) { totalCount } }`,
              );
              const error = errors?.[0]?.originalError;
              expect(error instanceof DatelineError && error.code).toBe("INVALID_DATE_RANGE");
              continue;
            }
            for (const [connection, whose, filter] of connections) {
              const all = { ...question, filter };
              const full = { ...question, filter: { ...filter, ...question.filter } };
              const found = expected(full, whose);
              expect(await nodes(connection, question), written(question.filter)).toEqual(found);
              asked++;
              if (found.length > 0) kept++;
              if (found.length > 0 && found.length < expected(all, whose).length) narrowed++;
            }
          }
        }),
      ),
      { numRuns: runs(5) },
    );
    // Questions that nothing matches, and those that leave nothing out, tell little.
    expectCameUp(asked);
    expectCameUp(kept);
    expectCameUp(narrowed);
  });
});

const now = (filter: Filter): Question => ({ filter, order: "OLDEST_FIRST", day: null });

test("an empty list keeps nothing, an empty filter what no filter keeps", async () => {
  const [some] = fc.sample(storyArbitrary({ quotes: 10 }), { numRuns: 1, seed: 7 });
  await withRecord(some ?? story({}), async ({ nodes, expected }) => {
    const all = expected(now({}));
    expect(all.length).toBeGreaterThan(5);
    expect(await nodes({ field: "timeline" }, now({}))).toEqual(all);
    for (const empty of [{ kinds: [] }, { status: [] }]) {
      expect(await nodes({ field: "timeline" }, now(empty))).toEqual([]);
    }
    expect(await nodes({ field: "events" }, now({ role: [] }))).toEqual([]);
    expect(await nodes({ field: "quotes" }, now({ kind: [] }))).toEqual([]);
  });
});

test("null in a filter is as good as nothing", async () => {
  const [some] = fc.sample(storyArbitrary({ quotes: 10 }), { numRuns: 1, seed: 7 });
  await withRecord(some ?? story({}), async ({ store, expected }) => {
    const lists = [
      ["timeline", TIMELINE_FILTER, {}],
      ["events", EVENT_FILTER, { kinds: ["EVENT"] }],
      ["quotes", QUOTE_FILTER, { kinds: ["QUOTE"] }],
    ] as const;
    for (const [field, names, filter] of lists) {
      const nothing = [...names, "search"].map((name) => `${name}: null`).join(", ");
      const query = `{ ${field}(filter: { ${nothing} }, asOf: null, orderBy: null) { totalCount } }`;
      const { data, errors } = await execute(store, query);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ [field]: { totalCount: expected(now(filter)).length } });
    }
  });
});

test("days that end before they begin are refused whatever else is asked", async () => {
  await withRecord(story({}), async ({ store }) => {
    for (const also of ["", 'topic: "nobody-knows"', 'search: "—"', 'search: "nothing has this"']) {
      const filter = `filter: { from: "2025-11", to: "2025-10", ${also} }`;
      const { errors } = await execute(store, `{ timeline(${filter}) { totalCount } }`);
      expect(errors?.[0]?.originalError, also).toMatchObject({ code: "INVALID_DATE_RANGE" });
    }
    const same = await execute(
      store,
      `{ timeline(filter: { from: "2025-10", to: "2025-10-01" }) { totalCount } }`,
    );
    expect(same.data).toEqual({ timeline: { totalCount: 0 } });
  });
});
