import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFuzzyDates, DATE_MATCHES, dateRange, matchesRange } from "../../src/domain/date-range.ts";
import { type FuzzyDate, parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { runs } from "../support/runs.ts";

function read(edtf: string | null): FuzzyDate | null {
  return edtf === null ? null : parseFuzzyDate(edtf);
}

const SHUFFLE_SEED = 20251020;

/** The days of two months, and an index before and after them that only an open end reaches. */
const DAYS = Array.from({ length: 59 }, (_, at) =>
  new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
);
const BEFORE = -1;
const AFTER = DAYS.length;

const dayIndex = fc.integer({ min: 0, max: DAYS.length - 1 });
const stretch = fc
  .tuple(fc.option(dayIndex, { freq: 5 }), fc.option(dayIndex, { freq: 5 }))
  .filter(([from, to]) => from === null || to === null || from <= to);
const mark = fc.constantFrom("", "", "~", "?", "%");

const writtenDate = fc.oneof(
  fc.tuple(dayIndex, mark).map(([at, sign]) => `${DAYS[at]}${sign}`),
  fc
    .tuple(dayIndex, fc.constantFrom("00:00", "09:30", "09:30:01Z", "23:59"))
    .map(([at, t]) => `${DAYS[at]}T${t}`),
  fc
    .tuple(stretch, mark)
    .filter(([[from, to]]) => from !== null || to !== null)
    .map(([[from, to], sign]) => {
      const end = (at: number | null) => (at === null ? ".." : `${DAYS[at]}${sign}`);
      return `${end(from)}/${end(to)}`;
    }),
  fc.constantFrom("2025", "2025-01", "2025-02~", "202X", "2025-24", "[2025-01-05,2025-02-03]", "[..2025-01]"),
);

describe("order", () => {
  const ordered = [
    "../2024",
    "[..2025-10]",
    "202X",
    "2025-01",
    "2025",
    "2025/..",
    "2025-10-20",
    "2025-10-21T00:00:00+14:00",
    "2025-10-21T09:00Z",
    "2025-10-21T09:00:01-12:00",
    "2025-10-21",
    "2025-10-21/2025-10-22",
    "2025-10-21/..",
    "2025-11",
    null,
  ];

  test("goes by earliest, latest and time of day, with what has no date last", () => {
    const shuffled = fc.sample(fc.shuffledSubarray(ordered, { minLength: ordered.length }), {
      seed: SHUFFLE_SEED,
      numRuns: runs(20),
    });
    for (const some of shuffled) {
      expect([...some].sort((a, b) => compareFuzzyDates(read(a), read(b)))).toEqual(ordered);
    }
  });

  test("is equal for dates that mean the same days, and for no dates", () => {
    expect(compareFuzzyDates(read("2025-10"), read("2025-10-XX?"))).toBe(0);
    expect(compareFuzzyDates(read("2025-10-21T09:00Z"), read("2025-10-21T09:00:00+02:00"))).toBe(0);
    expect(compareFuzzyDates(null, null)).toBe(0);
  });

  test("is total, antisymmetric and transitive", () => {
    const date = fc.option(writtenDate, { freq: 8 }).map(read);
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        expect(compareFuzzyDates(a, a)).toBe(0);
        expect(Math.sign(compareFuzzyDates(a, b)) + Math.sign(compareFuzzyDates(b, a))).toBe(0);
        const [first, second, third] = [a, b, c].sort(compareFuzzyDates);
        expect(compareFuzzyDates(first ?? null, second ?? null)).toBeLessThanOrEqual(0);
        expect(compareFuzzyDates(second ?? null, third ?? null)).toBeLessThanOrEqual(0);
        expect(compareFuzzyDates(first ?? null, third ?? null)).toBeLessThanOrEqual(0);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("ranges", () => {
  test.each([
    ["2025-10", "2025-11", "2025-10-01", "2025-11-30"],
    ["2025-10", "2025-10", "2025-10-01", "2025-10-31"],
    ["2025-10-20", "2025", "2025-10-20", "2025-12-31"],
    ["202X", "2025-21", "2020-01-01", "2025-05-31"],
    [null, "2025", null, "2025-12-31"],
    ["2025", null, "2025-01-01", null],
    ["../2025", "2025/..", null, null],
    [null, null, null, null],
  ])("from %s to %s", (from, to, first, last) => {
    expect(dateRange(read(from), read(to))).toEqual({ from: first, to: last });
  });

  test("a range that ends before it starts is refused", () => {
    expect(() => dateRange(read("2025-11"), read("2025-10"))).toThrow(
      expect.objectContaining({ code: "INVALID_DATE_RANGE", message: expect.stringContaining("2025-11-01") }),
    );
  });
});

describe("matching", () => {
  const october = dateRange(read("2025-10"), read("2025-10"));

  test.each([
    ["2025-10-01", "OVERLAPS WITHIN CERTAIN"],
    ["2025-10-31T23:30:00-05:00", "OVERLAPS WITHIN CERTAIN"],
    ["2025-10-20~", "OVERLAPS WITHIN"],
    ["2025-10-20?", "OVERLAPS WITHIN"],
    ["2025-10", "OVERLAPS WITHIN CERTAIN"],
    ["2025-10-31/2025-11-01", "OVERLAPS"],
    ["2025", "OVERLAPS"],
    ["2025-10-20/..", "OVERLAPS"],
    ["../2025-10-01", "OVERLAPS"],
    ["2025-11-01", ""],
    ["../2025-09-30", ""],
    ["2025-11/..", ""],
    [null, ""],
  ])("%s in October: %s", (edtf, expected) => {
    expect(DATE_MATCHES.filter((match) => matchesRange(read(edtf), october, match)).join(" ")).toBe(expected);
  });

  test("no date matches not even the range without bounds, where every date does", () => {
    const everything = dateRange(null, null);
    expect(DATE_MATCHES.map((match) => matchesRange(null, everything, match))).toEqual([false, false, false]);
    expect(DATE_MATCHES.map((match) => matchesRange(read("2025/.."), everything, match))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("agrees with counting days", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(stretch, stretch, mark, ([start, end], [from, to], sign) => {
        fc.pre(start !== null || end !== null);
        const written = [start, end].map((at) => (at === null ? ".." : `${DAYS[at]}${sign}`)).join("/");
        const meant = new Set(indexes(start ?? BEFORE, end ?? AFTER));
        const asked = new Set(indexes(from ?? BEFORE, to ?? AFTER));
        const shared = [...meant].filter((at) => asked.has(at)).length;
        const expected = {
          OVERLAPS: shared > 0,
          WITHIN: shared === meant.size,
          CERTAIN: shared === meant.size && sign === "",
        };

        const range = {
          from: from === null ? null : (DAYS[from] ?? null),
          to: to === null ? null : (DAYS[to] ?? null),
        };
        for (const match of DATE_MATCHES) {
          expect(matchesRange(read(written), range, match), `${written} ${match}`).toBe(expected[match]);
          const outcome = `${match} ${expected[match]}`;
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        }
      }),
      { numRuns: runs(1000) },
    );
    expect(seen.size).toBe(6);
  });

  function indexes(first: number, last: number): number[] {
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }
});
