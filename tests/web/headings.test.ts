import { expect, test } from "vitest";
import { displayFuzzyDate } from "../../src/domain/date-display.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { byYear } from "../../src/web/headings.ts";

function entry(edtf: string | null) {
  if (edtf === null) return { when: null };
  const date = parseFuzzyDate(edtf);
  return { when: { ...date, display: displayFuzzyDate(date) } };
}

/** Where entries with these dates stand: "2025 October: 16 October 2025 ×2". */
function outline(...dates: (string | null)[]): string[] {
  return byYear(dates.map(entry)).flatMap((year) =>
    year.months.flatMap((month) =>
      month.groups.map(
        (group) =>
          `${[year.heading, month.heading].filter(Boolean).join(" ")}: ${group.label ?? "-"}${group.items.length > 1 ? ` ×${group.items.length}` : ""}${group.vague ? " vague" : ""}`,
      ),
    ),
  );
}

test("entries of a day share a card; what is known to the month stands under it, to the year under the year", () => {
  expect(
    outline(
      "2024",
      "2025-01-01",
      "2025",
      "2025-08-15",
      "2025-10",
      "2025-10-16",
      "2025-10-16",
      "2025-10-16/2025-10-30",
    ),
  ).toEqual([
    "2024: 2024 vague",
    "2025 January: 1 January 2025",
    "2025: 2025 vague",
    "2025 August: 15 August 2025",
    "2025 October: October 2025 vague",
    "2025 October: 16 October 2025 ×2",
    "2025 October: 16 – 30 October 2025 vague",
  ]);
});

test("a time of day is no other day, and a mark of doubt no other card", () => {
  expect(outline("2025-10-16T09:00:00", "2025-10-16T14:30:00", "2025-10-16", "2025-10-16~")).toEqual([
    "2025 October: 16 October 2025 ×4",
  ]);
});

test("what has no date stands alone, and what has no beginning under a heading of its own", () => {
  expect(outline("../2025-10", null, null)).toEqual([
    "Beginning not known: until October 2025 vague",
    "No date set: - vague",
    "No date set: - vague",
  ]);
});

test("a span of years and a decade stand under the year of their beginning, not under January", () => {
  expect(outline("202X", "2020/2022", "2020-01/2020-03")).toEqual([
    "2020: 2020s vague",
    "2020: 2020 – 2022 vague",
    "2020 January: January – March 2020 vague",
  ]);
});

test("whatever the order, no entry is lost and none moves", () => {
  const dates = ["2025-10-16", "2025-10", "2025-10-16", null, "2024", "2025-10-16"];
  const shown = byYear(dates.map(entry)).flatMap((year) =>
    year.months.flatMap((month) =>
      month.groups.flatMap((group) => group.items.map((item) => item.when?.edtf ?? null)),
    ),
  );
  expect(shown).toEqual(dates);
});
