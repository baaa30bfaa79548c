import fc from "fast-check";
import { expect, test } from "vitest";
import { isFuzzyDate, parseFuzzyDate } from "../../../src/domain/fuzzy-date.ts";
import { writtenDate } from "../../../src/ingest/formats/written-date.ts";
import { runs } from "../../support/runs.ts";

test.each([
  ["2025-10", "2025-10"],
  ["2025-10-16~", "2025-10-16~"],
  [" 2025-10-16 ", "2025-10-16"],
  ["2025-10-16 17:20", "2025-10-16T17:20"],
  ["2025-10-16T17:20:24.513Z", "2025-10-16T17:20:24Z"],
  ["2025-10-16T17:20:24+0200", "2025-10-16T17:20:24+02:00"],
  ["2025-10-16T17:20:24-00:00", "2025-10-16T17:20:24Z"],
  ["20251016T172024Z", "2025-10-16T17:20:24Z"],
  ["20251016", "2025-10-16"],
  ["2025/10/16", "2025-10-16"],
  ["2025-10-16T99:99", "2025-10-16"],
  ["2025-10-16T17:20:24 Mars", "2025-10-16T17:20:24"],
  ["Thu, 16 Oct 2025 17:20:24 GMT", "2025-10-16T17:20:24Z"],
  ["Thu, 6 Oct 25 7:20 EST", "2025-10-06T07:20-05:00"],
  ["16-Oct-1999 07:20:00 +0530", "1999-10-16T07:20:00+05:30"],
  ["16 October 2025", "2025-10-16"],
  ["Thursday, 2nd of May 2025", "2025-05-02"],
  ["October 16th, 2025, 5:20 pm", "2025-10-16"],
  ["Published Sept. 3, 2025", "2025-09-03"],
  ["October 2025", "2025-10"],
  ["1.3.2025", "2025-03-01"],
  ["01.03.2025, 9:05", "2025-03-01T09:05"],
  ["3/4/2025", undefined],
  ["31 February 2025", undefined],
  ["Marchember 3, 2025", undefined],
  ["yesterday", undefined],
  ["0001-01-01T00:00:00", undefined],
  ["1760600000", undefined],
  ["", undefined],
])("%j is %j", (written, edtf) => {
  expect(writtenDate(written)).toBe(edtf);
});

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const moment = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  zone: fc.constantFrom("Z", "+00:00", "-12:00", "+14:00", "+0545", "-0330"),
});
const two = (number: number) => String(number).padStart(2, "0");

test("the day is the day as written, whatever the offset and the way of writing", () => {
  fc.assert(
    fc.property(moment, ({ year, month, day, hour, minute, zone }) => {
      const written = `${year}-${two(month)}-${two(day)}`;
      const name = MONTHS[month - 1] ?? "";
      const time = `${two(hour)}:${two(minute)}`;
      const timed = [
        `${written}T${time}${zone}`,
        `${written} ${time}:00.25 ${zone}`,
        `${day} ${name.slice(0, 3)} ${year} ${time}:00 ${zone.replace(":", "")}`,
      ];
      const dated = [`${day} ${name} ${year}`, `${name} ${day}, ${year}`, `${day}.${month}.${year}`];
      for (const text of [...timed, ...dated]) {
        const { earliest, latest, precision } = parseFuzzyDate(writtenDate(text) ?? "none");
        expect([text, earliest, latest]).toEqual([text, written, written]);
        expect(precision).toBe(timed.includes(text) ? "TIME" : "DAY");
      }
    }),
    { numRuns: runs(100) },
  );
});

test("whatever comes back is a date", () => {
  const parts = fc.constantFrom(
    "2025",
    "-",
    "10",
    "16",
    "T",
    ":",
    " ",
    "Oct",
    "Z",
    "+",
    ".",
    ",",
    "31",
    "GMT",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
      const date = writtenDate(words.join(""));
      expect(date === undefined || isFuzzyDate(date)).toBe(true);
    }),
    { numRuns: runs(500) },
  );
});
