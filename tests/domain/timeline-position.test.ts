import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCodePoints } from "../../src/domain/code-point-order.ts";
import { DatelineError } from "../../src/domain/errors.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { ENTRY_KINDS } from "../../src/domain/model.ts";
import {
  comparePositions,
  comparePositionsNewestFirst,
  datePosition,
  dayNumber,
  decodePosition,
  encodePosition,
  isUndated,
  type TimelinePosition,
} from "../../src/domain/timeline-position.ts";
import { inOrder } from "../support/oracle.ts";
import { bytes } from "../support/oracle-history.ts";
import { runs } from "../support/runs.ts";
import { DATES, DAYS } from "../support/story-arbitrary.ts";

const texts = fc.string({ unit: "binary", maxLength: 4 }).filter((text) => !/\p{Surrogate}/u.test(text));
const key = fc.oneof(fc.constantFrom("a", "ab", "\uFFFD", "\u{1F600}", "\uE000x"), texts);

/** An entry as the rules see it, of a few dates so that many tie. */
const entry = fc.record({
  when: fc.option(fc.constantFrom(...DATES).map(parseFuzzyDate)),
  reported: fc.constantFrom(...DAYS.slice(0, 3)),
  kind: fc.constantFrom(...ENTRY_KINDS),
  key,
});

type Entry = typeof entry extends fc.Arbitrary<infer E> ? E : never;

function positionOf({ when, reported, kind, key: ownKey }: Entry): TimelinePosition {
  return {
    ...datePosition(when),
    reported: dayNumber(reported),
    kind: ENTRY_KINDS.indexOf(kind),
    key: ownKey,
  };
}

const position = entry.map(positionOf);

describe("the order of a timeline", () => {
  const entries = fc.uniqueArray(entry, {
    maxLength: 30,
    selector: (one) => JSON.stringify(positionOf(one)),
  });

  test("oldest first is that of the model", () => {
    fc.assert(
      fc.property(entries, (some) => {
        const sorted = some.map(positionOf).sort(comparePositions);
        expect(sorted).toEqual(inOrder(some, "OLDEST_FIRST").map(positionOf));
      }),
    );
  });

  test("newest first is that of the model", () => {
    fc.assert(
      fc.property(entries, (some) => {
        const sorted = some.map(positionOf).sort(comparePositionsNewestFirst);
        expect(sorted).toEqual(inOrder(some, "NEWEST_FIRST").map(positionOf));
      }),
    );
  });

  test.each([comparePositions, comparePositionsNewestFirst])("is total: %o", (compare) => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        expect(compare(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("open starts come first, open ends last, and a time of day before none", () => {
    const dates = ["2025-10-16", "../2025-10-20", "2025-10-16/..", "2025-10-16T23:59:59", "2025-10-16T00:00"];
    const sorted = [...dates, null].sort((a, b) => {
      const at = (edtf: string | null) =>
        positionOf({
          when: edtf === null ? null : parseFuzzyDate(edtf),
          reported: "2025-10-16",
          kind: "EVENT",
          key: "a",
        });
      return comparePositions(at(a), at(b));
    });
    expect(sorted).toEqual([
      "../2025-10-20",
      "2025-10-16T00:00",
      "2025-10-16T23:59:59",
      "2025-10-16",
      "2025-10-16/..",
      null,
    ]);
  });

  test("entries that tie in all else are told apart by their keys, in code points", () => {
    const keys = ["\u{1F600}", "\uFFFD", "b", "ab", "a", "B"];
    const sorted = keys.map((one) => ({ ...START, key: one })).sort(comparePositions);
    expect(sorted.map((one) => one.key)).toEqual(["B", "a", "ab", "b", "\uFFFD", "\u{1F600}"]);
  });

  test("only an entry without a date is undated", () => {
    expect(DATES.some((edtf) => isUndated({ ...START, ...datePosition(parseFuzzyDate(edtf)) }))).toBe(false);
    expect(isUndated({ ...START, ...datePosition(null) })).toBe(true);
  });
});

const START: TimelinePosition = { earliest: 0, latest: 0, time: 0, reported: 20251016, kind: 0, key: "a" };

test("texts are compared by code point, as a database that compares UTF-8 bytes does", () => {
  expect(compareCodePoints("\u{1F600}", "\uFFFD")).toBeGreaterThan(0);
  expect(compareCodePoints("a", "ab")).toBeLessThan(0);
  fc.assert(
    fc.property(key, key, (a, b) => {
      const [x, y] = [bytes(a), bytes(b)];
      expect(Math.sign(compareCodePoints(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
    { numRuns: runs(500) },
  );
});

describe("a cursor", () => {
  test("leads back to its position, and is safe in an address", () => {
    fc.assert(
      fc.property(position, (one) => {
        const cursor = encodePosition(one);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodePosition(cursor)).toEqual(one);
      }),
    );
  });

  test("that exists already does not change: clients keep them", () => {
    const when = datePosition(parseFuzzyDate("2025-10-16"));
    const cursor = encodePosition({ ...when, reported: 20251017, kind: 2, key: "article/000012-ab" });
    expect(cursor).toBe("WzIwMjUxMDE2LDIwMjUxMDE2LDk5OTk5OTk5LDIwMjUxMDE3LDIsImFydGljbGUvMDAwMDEyLWFiIl0");
  });

  const base64url = (text: string) => Buffer.from(text).toString("base64url");
  const valid = encodePosition({ ...START, key: "key?>" });

  test.each([
    ["nothing", ""],
    ["words", "not a cursor"],
    ["a row number", "42"],
    ["a truncated one", valid.slice(0, -3)],
    ["one with more behind it", `${valid}AA`],
    ["one with padding", `${valid}=`],
    ["one in the other alphabet", Buffer.from(valid, "base64url").toString("base64")],
    ["one with a line end", `${valid}\n`],
    ["the same numbers in other notation", base64url('[2.0251016e7,0,0,20251016,0,"a"]')],
    ["spaces between its parts", base64url('[0, 0, 0, 20251016, 0, "a"]')],
    ["a part too few", base64url('[0,0,0,20251016,"a"]')],
    ["a part too many", base64url('[0,0,0,20251016,0,"a",0]')],
    ["a negative number", base64url('[-1,0,0,20251016,0,"a"]')],
    ["a fraction", base64url('[0.5,0,0,20251016,0,"a"]')],
    ["a number beyond all days", base64url('[100000000,0,0,20251016,0,"a"]')],
    ["a text for a number", base64url('["0",0,0,20251016,0,"a"]')],
    ["a number for the key", base64url("[0,0,0,20251016,0,7]")],
    ["null", base64url("null")],
    ["a group", base64url('{"length":6}')],
    ["a cursor of a list of people", base64url('[3,"ann"]')],
    ["a global id", base64url("Event:e0")],
    ["bytes that are no UTF-8", Buffer.from([0xff, 0xfe, 0x5b]).toString("base64url")],
  ])("is refused where it is %s", (_what, cursor) => {
    expect(() => decodePosition(cursor)).toThrow(DatelineError);
    expect(() => decodePosition(cursor)).toThrow(/is not a cursor of this connection/);
  });

  test("that is refused carries the code, and is not repeated at length", () => {
    const cursor = "x".repeat(5000);
    const refusal = expect.objectContaining({ code: "INVALID_CURSOR" });
    expect(() => decodePosition(cursor)).toThrow(refusal);
    expect(() => decodePosition(cursor)).toThrow(/^.{0,200}$/);
  });

  test("made of anything is refused or stands for exactly one position", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(base64url), fc.base64String()), (text) => {
        try {
          expect(encodePosition(decodePosition(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(DatelineError);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
