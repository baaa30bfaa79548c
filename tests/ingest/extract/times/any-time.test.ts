import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, nextDay, toDay } from "../../../../src/domain/day.ts";
import { isFuzzyDate } from "../../../../src/domain/fuzzy-date.ts";
import { annotate } from "../../../../src/ingest/extract/text/annotate.ts";
import { findTimes } from "../../../../src/ingest/extract/times/find-times.ts";
import { runs } from "../../../support/runs.ts";
import { timesIn } from "./times-in.ts";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** Every day of some years with its weekday, counted on from Monday, 1 January 2018. */
const CALENDAR: { readonly day: Day; readonly name: string }[] = [];
for (let day = "2018-01-01", at = 0; day < "2028-01-01"; day = nextDay(day), at++) {
  CALENDAR.push({ day, name: NAMES[at % 7] ?? "" });
}
const position = fc.integer({ min: 400, max: CALENDAR.length - 400 });
const at = (index: number) => CALENDAR[index] ?? { day: "", name: "" };

describe("against a calendar that is walked day by day", () => {
  it("finds the last weekday up to publication in the past, and the next from it on in the future", () => {
    fc.assert(
      fc.property(position, fc.constantFrom(...NAMES), (now, name) => {
        let past = now;
        while (at(past).name !== name) past--;
        let future = now;
        while (at(future).name !== name) future++;
        const published = at(now).day;
        expect(timesIn(`The union met on ${name}.`, published)).toEqual([`${name} = ${at(past).day}`]);
        expect(timesIn(`The union will meet on ${name}.`, published)).toEqual([
          `${name} = ${at(future).day}`,
        ]);
      }),
      { numRuns: runs(60) },
    );
  });

  it("finds the last and next month and day by that name", () => {
    fc.assert(
      fc.property(
        position,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (now, month, date) => {
          const ending = toDay(2020, month, date).slice(4);
          let past = now;
          while (!at(past).day.endsWith(ending)) past--;
          let future = now;
          while (!at(future).day.endsWith(ending)) future++;
          const words = `${MONTHS[month - 1]} ${date}`;
          const published = at(now).day;
          expect(timesIn(`The dam broke on ${words}.`, published)).toEqual([`${words} = ${at(past).day}`]);
          expect(timesIn(`The dam will open on ${words}.`, published)).toEqual([
            `${words} = ${at(future).day}`,
          ]);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it("counts days back and on", () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 2, max: 99 }), (now, days) => {
        const published = at(now).day;
        expect(timesIn(`It sank ${days} days ago.`, published)).toEqual([
          `${days} days ago = ${at(now - days).day}`,
        ]);
        expect(timesIn(`It will sail in ${days} days.`, published)).toEqual([
          `in ${days} days = ${at(now + days).day}`,
        ]);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("any text", () => {
  const PIECES =
    `Monday Tue. last next this the following on in from to between and until by since 3 12 31st 99 1999 2025 2014–15 1990s
    ’90s 19th century May August Sept. , . : “ ” " - – / 2023-04-11 31/12/2022 30/02/2021 today tonight week weeks month year ago
    later earlier around about early mid- late summer winter of quarter first half within two or so days after before day
    Christmas will met is 😀 12:30 p.m.`.split(/\s+/);
  const anyText = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(" ")),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 15 }).map((words) => words.join("")),
    fc.string({ unit: "grapheme", maxLength: 100 }),
  );
  const published = fc.constantFrom(
    null,
    "2025-11-22~",
    "2024-02-29",
    "0001-01-01",
    "9999-12-31",
    "2025-11",
    "2025",
    "202X",
    "../2025",
  );

  it("gives times within the text, in order, apart, and with dates that can be read", () => {
    fc.assert(
      fc.property(anyText, published, (text, day) => {
        let last = 0;
        for (const { start, end, date } of findTimes(annotate(text), day)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (date !== null && !isFuzzyDate(date)) expect.fail(`${text.slice(start, end)} = ${date}`);
          last = end;
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
