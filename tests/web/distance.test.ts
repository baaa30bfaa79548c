import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextDay } from "../../src/domain/day.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { distanceInWords } from "../../src/web/distance.ts";

const between = (from: string, to: string) => distanceInWords(parseFuzzyDate(from), parseFuzzyDate(to));

describe("how far dates lie apart", () => {
  test.each([
    ["2025-10-16", "2025-10-17", "the next day"],
    ["2025-10-16", "2025-10-21", "five days later"],
    ["2025-10-16", "2025-10-23", "a week later"],
    ["2025-10-01", "2025-10-18", "17 days later"],
    ["2025-10-01", "2025-10-22", "three weeks later"],
    ["2025-10-21", "2025-11-22", "a month later"],
    ["2025-10-01", "2025-11-15", "about six weeks later"],
    ["2025-01-31", "2025-02-28", "four weeks later"],
    ["2025-02-10", "2025-11-10", "nine months later"],
    ["2025-02-10", "2025-11-25", "about nine months later"],
    ["2024-02-29", "2025-02-28", "about a year later"],
    ["2024-03-01", "2025-03-01", "a year later"],
    ["2005-03-01", "2025-03-02", "20 years later"],
    ["2025-10-17", "2025-10-16", "the day before"],
    ["2025-10-22", "2025-10-01", "three weeks earlier"],
    ["2025-08-15", "2025-10", "about two months later"],
    ["2025-10-01~", "2025-10-22", "about three weeks later"],
    ["2025-10-01?", "2025-10-03", null],
    ["2025-10", "2025-10-16", null],
    ["2025-10-16", "2025-10-16", null],
    ["2025-10", "2025-11", null],
    ["2025", "2025-11-02", null],
    ["2025-10/..", "2026-10-01", null],
    ["2020", "2025-11-02", "about five years later"],
  ])("%s to %s: %s", (from, to, words) => {
    expect(between(from, to)).toBe(words);
  });

  test("the other way round is the same distance", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    const text = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [there, back] = [between(text(a), text(b)), between(text(b), text(a))];
        if (there === null || nextDay(text(a)) === text(b) || nextDay(text(b)) === text(a)) return;
        const swapped = there.endsWith("later")
          ? there.replace("later", "earlier")
          : there.replace("earlier", "later");
        expect(back).toBe(swapped);
      }),
    );
  });

  test("a distance that is not told as about is right to three days", () => {
    const start = Date.parse("2025-01-31");
    for (let days = 1; days < 4_000; days++) {
      const to = new Date(start + days * 86_400_000).toISOString().slice(0, 10);
      const words = between("2025-01-31", to) ?? "";
      const [, count = "", unit = ""] = /^(an?|\w+) (day|week|month|year)s? later$/.exec(words) ?? [];
      if (count === "") continue;
      const names = "a two three four five six seven eight nine ten eleven twelve".split(" ");
      const number = names.includes(count) ? names.indexOf(count) + 1 : Number(count);
      const told = number * { day: 1, week: 7, month: 30.44, year: 365.25 }[unit as "day"];
      expect(Math.abs(told - days), `${days}: ${words}`).toBeLessThan(7);
    }
  });
});
