import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { horizon, LEAD_CLASSES, leadClassOf } from "../../src/domain/timeline-lead.ts";
import { planWalk, type Strand, stretches, TIMELINE_ORDERS } from "../../src/domain/timeline-paging.ts";
import {
  comparePositions,
  daysLater,
  FAR,
  type TimelinePosition,
} from "../../src/domain/timeline-position.ts";
import { runs } from "../support/runs.ts";

/** A row of the index: where it stands, and the day since which it is seen. */
interface Row extends TimelinePosition {
  readonly fromDay: number;
}

const BASE = 20250815;
/** Around every edge between two classes, and far on either side. */
const OFFSETS = [0, 1, 64, 128, 256, 512, 1_024, 5_000].flatMap((days) => [days - 1, days, days + 1]);
const day = fc.constantFrom(-800, -64, -1, 0, 1, 64, 800).map((days) => daysLater(BASE, days));

const row: fc.Arbitrary<Row> = fc
  .record({
    fromDay: day,
    ahead: fc.oneof(
      fc.constantFrom(...OFFSETS, ...OFFSETS.map((days) => -days)),
      fc.constantFrom("open" as const, "undated" as const),
    ),
    latest: fc.constantFrom(0, 1, 40),
    kind: fc.nat({ max: 3 }),
    key: fc.constantFrom("a", "b", "c"),
  })
  .map(({ fromDay, ahead, latest, kind, key }) => {
    const earliest = ahead === "open" ? 0 : ahead === "undated" ? FAR : daysLater(fromDay, ahead);
    const end = ahead === "undated" ? FAR : daysLater(ahead === "open" ? fromDay : earliest, latest);
    return { fromDay, earliest, latest: end, time: FAR, reported: fromDay, kind, key };
  });

const end = fc.option(row, { freq: 1 });

const isIn = (one: TimelinePosition, { lower, upper }: Pick<Strand, "lower" | "upper">) =>
  comparePositions(lower, one) < 0 && comparePositions(one, upper) < 0;

/** How many days lie between two days, counted by the clock. */
const daysBetween = (from: number, to: number) => {
  const time = (number: number) =>
    Date.parse(
      String(number)
        .padStart(8, "0")
        .replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
    );
  return (time(to) - time(from)) / 86_400_000;
};

describe.each(TIMELINE_ORDERS)("the stretches of a walk %s", (order) => {
  test.each([
    ["forwards", false],
    ["backwards", true],
  ])("%s hold what was seen by the day, each row in one strand, in the order of the walk", (_, backwards) => {
    let [held, ahead] = [0, 0];
    const rows = fc.array(row, { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(rows, day, end, end, (some, asOf, after, before) => {
        const walk = planWalk(order, after, before, backwards);
        const parts = stretches(walk, asOf);
        const places = some
          .filter(({ fromDay }) => fromDay <= asOf)
          .filter((one) => walk.ranges.some((range) => isIn(one, range)))
          .map((one) => {
            const leadClass = leadClassOf(one.earliest, one.fromDay);
            const strands = parts.flatMap((stretch, index) =>
              stretch
                .filter((strand) => strand.leadClass === null || strand.leadClass === leadClass)
                .filter((strand) => isIn(one, strand))
                .map(() => index),
            );
            expect(strands, JSON.stringify({ one, asOf })).toHaveLength(1);
            held++;
            if (leadClass !== null) ahead++;
            return {
              one,
              stretch: strands[0] ?? -1,
              range: walk.ranges.findIndex((each) => isIn(one, each)),
            };
          });
        for (const a of places) {
          for (const b of places) {
            const order = a.range - b.range || comparePositions(a.one, b.one) * (walk.descending ? -1 : 1);
            if (order < 0) expect(a.stretch).toBeLessThanOrEqual(b.stretch);
          }
        }
        // Nothing is read that does not lie in the walk, and no strand is empty.
        for (const strand of parts.flat()) {
          expect(comparePositions(strand.lower, strand.upper)).toBeLessThan(0);
          const around = walk.ranges.filter(
            (range) =>
              comparePositions(range.lower, strand.lower) <= 0 &&
              comparePositions(strand.upper, range.upper) <= 0,
          );
          expect(around).toHaveLength(1);
        }
      }),
      { numRuns: runs(400) },
    );
    expect(held).toBeGreaterThan(500);
    expect(ahead).toBeGreaterThan(50);
  });

  test("of the present are its ranges, of whatever class", () => {
    fc.assert(
      fc.property(fc.option(row), fc.option(row), fc.boolean(), (after, before, backwards) => {
        const walk = planWalk(order, after, before, backwards);
        expect(stretches(walk, null)).toEqual(walk.ranges.map((range) => [{ ...range, leadClass: null }]));
      }),
      { numRuns: runs(100) },
    );
  });
});

test("a class says how many days ahead of its date something was reported", () => {
  const seen = new Set<number | null>();
  fc.assert(
    fc.property(row, ({ earliest, fromDay }) => {
      const days = earliest === FAR || earliest === 0 ? 0 : daysBetween(fromDay, earliest);
      const steps = [64, 128, 256, 512, 1_024].filter((limit) => days > limit).length;
      expect(leadClassOf(earliest, fromDay)).toBe(steps === 0 ? null : steps);
      seen.add(leadClassOf(earliest, fromDay));
    }),
    { numRuns: runs(1_000) },
  );
  expect(seen).toEqual(new Set([null, ...LEAD_CLASSES]));
});

test("what had been reported by a day begins by the horizon of its class", () => {
  fc.assert(
    fc.property(row, day, ({ earliest, fromDay }, asOf) => {
      fc.pre(earliest !== FAR && fromDay <= asOf);
      expect(earliest).toBeLessThanOrEqual(horizon(asOf, leadClassOf(earliest, fromDay)));
    }),
    { numRuns: runs(1_000) },
  );
});
