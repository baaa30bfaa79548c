import { describe, expect, test } from "vitest";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { announcedDate, eventDate, setFor, stepDate } from "../../src/web/event-date.ts";
import { dateInWords } from "../../src/web/headings.ts";

const date = (edtf: string) => ({
  edtf,
  display: dateInWords(edtf),
  precision: parseFuzzyDate(edtf).precision,
});

test.each([
  ["2025-10-16/2025-10-30~", "between 16 October and about 30 October 2025"],
  ["2025-10-20/2025-10-31", "between 20 and 31 October 2025"],
  ["2025-12-20/2026-01-03", "between 20 December 2025 and 3 January 2026"],
  ["2025-10/2025-12", "between October and December 2025"],
  ["2025/2026", "between 2025 and 2026"],
  ["2025-10-16", "16 October 2025"],
  ["2025-10", "October 2025"],
  ["2025-10-16/..", dateInWords("2025-10-16/..")],
])("what is announced for %s is to come %s", (edtf, words) => {
  expect(announcedDate(date(edtf))).toBe(words);
  expect(eventDate(date(edtf), "SCHEDULED")).toBe(words);
  expect(eventDate(date(edtf), "OCCURRED")).toBe(dateInWords(edtf));
  expect(setFor(date(edtf))).toBe(words.startsWith("between") ? words : `for ${words}`);
});

describe("a step says of its date", () => {
  test.each([
    ["OCCURRED", "2025-11-22", "on 22 November 2025"],
    ["OCCURRED", "2025-11", "in November 2025"],
    ["OCCURRED", "2025-11-22~", "about 22 November 2025"],
    ["OCCURRED", "2025-11-20/2025-11-22", dateInWords("2025-11-20/2025-11-22")],
    ["IN_PROGRESS", "2025-11-22", "since 22 November 2025"],
    ["RESCHEDULED", "2025-11-22", "for 22 November 2025"],
  ] as const)("%s %s: %s", (status, edtf, words) => {
    expect(stepDate(date(edtf), status)).toBe(words);
  });
});
