import { describe, expect, test } from "vitest";
import {
  countOrigins,
  dayOut,
  disputes,
  firstReported,
  isDisputed,
  isOut,
  originOf,
  type Report,
  supports,
} from "../../src/domain/evidence.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";

function report(reported: string, fields: Partial<Report> = {}): Report {
  return { reported, stance: "SUPPORTS", origin: "source:a", articleState: "CURRENT", ...fields };
}

test("a report supports or disputes by its stance, and neither once its article is retracted", () => {
  for (const articleState of ["CURRENT", "CORRECTED"] as const) {
    expect(supports(report("2025-10-01", { articleState }))).toBe(true);
    expect(disputes(report("2025-10-01", { articleState }))).toBe(false);
    expect(disputes(report("2025-10-01", { articleState, stance: "DISPUTES" }))).toBe(true);
    expect(supports(report("2025-10-01", { articleState, stance: "DISPUTES" }))).toBe(false);
  }
  for (const stance of ["SUPPORTS", "DISPUTES"] as const) {
    const retracted = report("2025-10-01", { articleState: "RETRACTED", stance });
    expect([supports(retracted), disputes(retracted)]).toEqual([false, false]);
  }
});

test("a report is out from its day on, and always at present", () => {
  const one = report("2025-10-16");
  expect(["2025-10-15", "2025-10-16", "2025-10-17", null].map((day) => isOut(one, day))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

describe("the first report", () => {
  const reports = [
    report("2025-10-20"),
    report("2025-10-18"),
    report("2025-10-10", { stance: "DISPUTES" }),
    report("2025-10-11", { articleState: "RETRACTED" }),
  ];

  test("is the earliest day of what supports", () => {
    expect(firstReported(reports, null)).toBe("2025-10-18");
    expect(firstReported([...reports].reverse(), null)).toBe("2025-10-18");
  });

  test("is unknown on days before it", () => {
    expect(firstReported(reports, "2025-10-17")).toBeNull();
    expect(firstReported(reports, "2025-10-18")).toBe("2025-10-18");
    expect(firstReported([], null)).toBeNull();
  });
});

test("a fact is disputed from the day of the first report against it", () => {
  const reports = [report("2025-10-01"), report("2025-10-05", { stance: "DISPUTES" })];
  expect(isDisputed(reports, "2025-10-04")).toBe(false);
  expect(isDisputed(reports, "2025-10-05")).toBe(true);
  expect(isDisputed(reports, null)).toBe(true);
});

test("copies of one report count once, and only what supports counts", () => {
  const reports = [
    report("2025-10-01"),
    report("2025-10-02"),
    report("2025-10-03", { origin: "source:b" }),
    report("2025-10-04", { origin: "source:c", stance: "DISPUTES" }),
    report("2025-10-04", { origin: "source:d", articleState: "RETRACTED" }),
  ];
  expect(countOrigins(reports, "2025-10-02")).toBe(1);
  expect(countOrigins(reports, null)).toBe(2);
});

test.each([
  ["2025-10-16", "2025-10-16"],
  ["2025-10-16~", "2025-10-16"],
  ["2025-10-16T23:30:00-05:00", "2025-10-16"],
  ["2025-10", "2025-10-31"],
  ["2024-02", "2024-02-29"],
  ["2025-10-14/2025-10-20", "2025-10-20"],
  ["../2025-10-20", "2025-10-20"],
  ["2025-10-14/..", "2025-11-02"],
  [null, "2025-11-02"],
] as const)("an article published %s and retrieved on 2 November is out on %s", (published, day) => {
  const date = published === null ? null : parseFuzzyDate(published);
  expect(dayOut(date, new Date("2025-11-02T23:59:59Z"))).toBe(day);
});

test("the day of retrieval is that in UTC", () => {
  expect(dayOut(null, new Date("2025-11-02T23:30:00-05:00"))).toBe("2025-11-03");
});

describe("the origin of an article", () => {
  const house = { key: "daily", owner: "One House" };
  const sister = { key: "evening", owner: "One House" };
  const agency = { key: "agency", owner: null };
  const origin = (
    key: string,
    source: { key: string; owner: string | null } | null,
    syndicatedFrom: { key: string; owner: string | null } | null = null,
  ) => originOf({ key, source, syndicatedFrom });

  test("is the agency of a syndicated one, whoever prints it or owns the agency", () => {
    expect(origin("a1", house, agency)).toBe(origin("a2", null, agency));
    expect(origin("a1", house, agency)).toBe(origin("a3", agency));
    expect(origin("a1", house, { ...agency, owner: "One House" })).not.toBe(origin("a4", house));
  });

  test("is else the owner, else the source", () => {
    expect(origin("a1", house)).toBe(origin("a2", sister));
    expect(origin("a1", { key: "daily", owner: null })).not.toBe(
      origin("a2", { key: "evening", owner: null }),
    );
    expect(origin("a1", agency)).toBe(origin("a2", agency));
  });

  test("is the article itself where nobody is known to have published it", () => {
    expect(origin("a1", null)).not.toBe(origin("a2", null));
  });

  test("of one sort is never taken for one of another", () => {
    const all = [
      origin("x", { key: "x", owner: null }),
      origin("x", { key: "y", owner: "x" }),
      origin("x", null),
    ];
    expect(new Set(all).size).toBe(3);
  });
});
