import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { ENTRY_KINDS } from "../../src/domain/model.ts";
import { planWalk, TIMELINE_ORDERS } from "../../src/domain/timeline-paging.ts";
import {
  comparePositions,
  datePosition,
  dayNumber,
  type TimelinePosition,
} from "../../src/domain/timeline-position.ts";
import { inOrder, type Entry as OracleEntry } from "../support/oracle.ts";
import { runs } from "../support/runs.ts";
import { DATES, DAYS } from "../support/story-arbitrary.ts";

type Entry = Pick<OracleEntry, "when" | "reported" | "kind" | "key">;

const entry: fc.Arbitrary<Entry> = fc.record({
  when: fc.option(fc.constantFrom(...DATES).map(parseFuzzyDate)),
  reported: fc.constantFrom(...DAYS.slice(0, 2)),
  kind: fc.constantFrom(...ENTRY_KINDS),
  key: fc.constantFrom("a", "b", "c", "\uFFFD", "\u{1F600}"),
});

function positionOf({ when, reported, kind, key }: Entry): TimelinePosition {
  return { ...datePosition(when), reported: dayNumber(reported), kind: ENTRY_KINDS.indexOf(kind), key };
}

const name = (one: Entry) => JSON.stringify(positionOf(one));

/** What a store that has the positions reads for a walk: each range in turn, from its upper or lower end. */
function read(positions: readonly TimelinePosition[], walk: ReturnType<typeof planWalk>): TimelinePosition[] {
  const sorted = [...positions].sort(comparePositions);
  if (walk.descending) sorted.reverse();
  return walk.ranges.flatMap(({ lower, upper }) =>
    sorted.filter((one) => comparePositions(lower, one) < 0 && comparePositions(one, upper) < 0),
  );
}

describe.each(TIMELINE_ORDERS)("a walk %s", (order) => {
  test.each([
    ["forwards", false],
    ["backwards", true],
  ])(
    "%s reads what stands between its ends, in order, whether the ends are still there or not",
    (_, backwards) => {
      fc.assert(
        fc.property(
          fc.uniqueArray(entry, { maxLength: 40, selector: name }),
          fc.option(entry),
          fc.option(entry),
          (entries, after, before) => {
            // The ends are put in their places among the entries, and what lies between them is cut out.
            const ends = [after, before].filter((one) => one !== null);
            const others = entries.filter((one) => !ends.some((end) => name(end) === name(one)));
            const all = inOrder(
              [...new Map([...others, ...ends].map((one) => [name(one), one])).values()],
              order,
            );
            const names = all.map(name);
            const start = after === null ? 0 : names.indexOf(name(after)) + 1;
            const end = before === null ? names.length : names.indexOf(name(before));
            const between = all.slice(start, Math.max(start, end)).map(positionOf);
            if (backwards) between.reverse();

            const walk = planWalk(order, after && positionOf(after), before && positionOf(before), backwards);
            expect(read(entries.map(positionOf), walk)).toEqual(between);
            expect(read(all.map(positionOf), walk)).toEqual(between);
          },
        ),
        { numRuns: runs(400) },
      );
    },
  );

  test("is one direction of reading for all its ranges, and none of them is empty", () => {
    fc.assert(
      fc.property(fc.option(entry), fc.option(entry), fc.boolean(), (after, before, backwards) => {
        const { ranges, descending } = planWalk(
          order,
          after && positionOf(after),
          before && positionOf(before),
          backwards,
        );
        expect(descending).toBe((order === "NEWEST_FIRST") !== backwards);
        expect(ranges.length).toBeLessThanOrEqual(order === "NEWEST_FIRST" ? 2 : 1);
        for (const { lower, upper } of ranges) expect(comparePositions(lower, upper)).toBeLessThan(0);
      }),
    );
  });
});

test("undated entries stand behind the dated ones in both orders", () => {
  const entries: Entry[] = [null, "2025", "2026", null].map((edtf, index) => ({
    when: edtf === null ? null : parseFuzzyDate(edtf),
    reported: "2025-10-16",
    kind: "EVENT",
    key: String(index),
  }));
  const keys = (order: (typeof TIMELINE_ORDERS)[number], backwards: boolean) =>
    read(entries.map(positionOf), planWalk(order, null, null, backwards)).map(({ key }) => key);
  expect(keys("OLDEST_FIRST", false)).toEqual(["1", "2", "0", "3"]);
  expect(keys("OLDEST_FIRST", true)).toEqual(["3", "0", "2", "1"]);
  expect(keys("NEWEST_FIRST", false)).toEqual(["2", "1", "3", "0"]);
  expect(keys("NEWEST_FIRST", true)).toEqual(["0", "3", "1", "2"]);
});
