import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth, toDay } from "../../src/domain/day.ts";
import { DatelineError } from "../../src/domain/errors.ts";
import { isFuzzyDate, parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { DATE_PRECISIONS } from "../../src/domain/model.ts";
import { runs } from "../support/runs.ts";

/** A line of `bounds.tsv` for a text, whose fields are earliest, latest, precision, approximate, uncertain. */
function boundsOf(edtf: string): string {
  if (!isFuzzyDate(edtf)) return "invalid";
  const date = parseFuzzyDate(edtf);
  const { earliest, latest, precision, approximate, uncertain } = date;
  return [earliest ?? "-", latest ?? "-", precision, approximate, uncertain].join(" ");
}

describe("the corpus of bounds", () => {
  const corpus = new URL("../../../shared/corpora/edtf/bounds.tsv", import.meta.url);
  const here = existsSync(corpus);

  test.skipIf(!here)(
    `each row comes out as stated${here ? "" : " (skipped: the corpus is not here)"}`,
    () => {
      const rows = readFileSync(corpus, "utf8")
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split("\t"));
      const actual = rows.map(([edtf = ""]) => `${edtf}\t${boundsOf(edtf)}`);
      expect(actual).toEqual(rows.map(([edtf, ...fields]) => `${edtf}\t${fields.join(" ")}`));
      expect(rows.length).toBeGreaterThan(40);
    },
  );
});

describe("bounds after ISO 8601-2", () => {
  test.each([
    // Calendar dates (ISO 8601-1; EDTF level 0) to the ends of the calendar and of leap years.
    ["0001", "0001-01-01 0001-12-31 YEAR false false"],
    ["9999-12-31", "9999-12-31 9999-12-31 DAY false false"],
    ["2100-02", "2100-02-01 2100-02-28 MONTH false false"],
    ["2400-02-29", "2400-02-29 2400-02-29 DAY false false"],
    ["1582-10-10", "1582-10-10 1582-10-10 DAY false false"],
    // Marks after the whole (level 1).
    ["1984?", "1984-01-01 1984-12-31 YEAR false true"],
    ["2004-06~", "2004-06-01 2004-06-30 MONTH true false"],
    ["2004-06-11%", "2004-06-11 2004-06-11 DAY true true"],
    ["202X~", "2020-01-01 2029-12-31 DECADE true false"],
    ["19XX?", "1900-01-01 1999-12-31 CENTURY false true"],
    ["2025-21~", "2025-03-01 2025-05-31 SEASON true false"],
    ["2025-08-XX?", "2025-08-01 2025-08-31 MONTH false true"],
    // Marks at a part (level 2).
    ["?2025", "2025-01-01 2025-12-31 YEAR false true"],
    ["2025-?10", "2025-10-01 2025-10-31 MONTH false true"],
    ["2004-06~-11", "2004-06-11 2004-06-11 DAY true false"],
    ["?2004-06-~11", "2004-06-11 2004-06-11 DAY true true"],
    ["2004-%06-11", "2004-06-11 2004-06-11 DAY true true"],
    ["2025-?21", "2025-03-01 2025-05-31 SEASON false true"],
    // X for last digits (levels 1 and 2).
    ["001X", "0010-01-01 0019-12-31 DECADE false false"],
    ["01XX", "0100-01-01 0199-12-31 CENTURY false false"],
    ["99XX", "9900-01-01 9999-12-31 CENTURY false false"],
    ["202X-XX", "2020-01-01 2029-12-31 DECADE false false"],
    ["20XX-XX-XX", "2000-01-01 2099-12-31 CENTURY false false"],
    ["2004-XX-XX", "2004-01-01 2004-12-31 YEAR false false"],
    ["2004-02-XX", "2004-02-01 2004-02-29 MONTH false false"],
    ["2004-0X", "2004-01-01 2004-09-30 YEAR false false"],
    ["2004-1X", "2004-10-01 2004-12-31 YEAR false false"],
    ["2004-1X-XX", "2004-10-01 2004-12-31 YEAR false false"],
    ["2004-08-0X", "2004-08-01 2004-08-09 MONTH false false"],
    ["2004-08-3X", "2004-08-30 2004-08-31 MONTH false false"],
    ["2023-02-2X", "2023-02-20 2023-02-28 MONTH false false"],
    ["2024-02-2X", "2024-02-20 2024-02-29 MONTH false false"],
    // Divisions of the year (levels 1 and 2).
    ["2025-23", "2025-09-01 2025-11-30 SEASON false false"],
    ["1899-24", "1899-12-01 1900-02-28 SEASON false false"],
    ["2025-34", "2025-04-01 2025-06-30 SEASON false false"],
    ["2025-35", "2025-07-01 2025-09-30 SEASON false false"],
    ["9999-36", "9999-10-01 9999-12-31 SEASON false false"],
    ["2025-37", "2025-01-01 2025-04-30 SEASON false false"],
    ["2025-38", "2025-05-01 2025-08-31 SEASON false false"],
    ["2025-39", "2025-09-01 2025-12-31 SEASON false false"],
    ["2025-40", "2025-01-01 2025-06-30 SEASON false false"],
    ["2025-41", "2025-07-01 2025-12-31 SEASON false false"],
    // Intervals (levels 0 to 2), with marks and any single date without a time at either end.
    ["1964/2008", "1964-01-01 2008-12-31 INTERVAL false false"],
    ["2004-02-01/2005", "2004-02-01 2005-12-31 INTERVAL false false"],
    ["2025-10-20/2025-10-20", "2025-10-20 2025-10-20 INTERVAL false false"],
    ["2025-10-20/2025-10", "2025-10-20 2025-10-31 INTERVAL false false"],
    ["2025/2025-02", "2025-01-01 2025-02-28 INTERVAL false false"],
    ["1984~/2004-06?", "1984-01-01 2004-06-30 INTERVAL true true"],
    ["2025-10?/..", "2025-10-01 - INTERVAL false true"],
    ["2004-06-~01/2004-06-20", "2004-06-01 2004-06-20 INTERVAL true false"],
    ["2004-06-XX/2004-07-03", "2004-06-01 2004-07-03 INTERVAL false false"],
    ["198X/..", "1980-01-01 - INTERVAL false false"],
    ["2025-21/2025-23", "2025-03-01 2025-11-30 INTERVAL false false"],
    ["../2025-24", "- 2026-02-28 INTERVAL false false"],
    // Sets (level 2): one of [], all of {}.
    ["[1667,1668,1670..1672]", "1667-01-01 1672-12-31 SET false false"],
    ["[1667, 1668]", "1667-01-01 1668-12-31 SET false false"],
    ["[1760-12,1760-01]", "1760-01-01 1760-12-31 SET false false"],
    ["[..1760-12-03]", "- 1760-12-03 SET false false"],
    ["[..1760,1790]", "- 1790-12-31 SET false false"],
    ["[1760-12..]", "1760-12-01 - SET false false"],
    ["{1760-01,1760-02,1760-12..}", "1760-01-01 - SET false false"],
    ["{..1983-12-31,1984-10-10..1984-11-01}", "- 1984-11-01 SET false false"],
    ["{1960,1961-12}", "1960-01-01 1961-12-31 SET false false"],
    ["{2025}", "2025-01-01 2025-12-31 SET false false"],
    ["[2025-10,2025-11~]", "2025-10-01 2025-11-30 SET true false"],
    ["{202X,2035?}", "2020-01-01 2035-12-31 SET false true"],
    ["[2025-21,2025-23]", "2025-03-01 2025-11-30 SET false false"],
  ])("%s", (edtf, expected) => {
    expect(boundsOf(edtf)).toBe(expected);
    expect(parseFuzzyDate(edtf)).toMatchObject({ edtf, time: null });
  });

  test.each([
    ["2025-10-21T14:30", "14:30:00"],
    ["2025-10-21T14:30Z", "14:30:00"],
    ["2025-10-21T00:00:00", "00:00:00"],
    ["2025-10-21T23:59:59+14:00", "23:59:59"],
    ["2025-10-21T00:05:09-12", "00:05:09"],
    ["2025-10-21T09:00+05:30", "09:00:00"],
  ])("%s keeps its day and its time as written", (edtf, time) => {
    expect(parseFuzzyDate(edtf)).toEqual({
      edtf,
      earliest: "2025-10-21",
      latest: "2025-10-21",
      precision: "TIME",
      approximate: false,
      uncertain: false,
      time,
    });
  });
});

describe("refusals", () => {
  test.each([
    [" ", "it is empty"],
    ["2025 ", "ISO 8601-2"],
    ["2025-10\n", "digits"],
    ["２０２５", "digits"],
    ["2025-10-xx", "capital X"],
    ["20251020", "ISO 8601-2"],
    ["0000", "0001 to 9999"],
    ["0000-01-01", "0001 to 9999"],
    ["0000-21", "0001 to 9999"],
    ["?0000", "0001 to 9999"],
    ["000X", "0001 to 9999"],
    ["00XX", "0001 to 9999"],
    ["9999-24", "0001 to 9999"],
    ["-2025", "0001 to 9999"],
    ["Y-17000", "0001 to 9999"],
    ["Y17E8", "0001 to 9999"],
    ["1950S2", "significant digits"],
    ["20", "20XX"],
    ["202", "202X"],
    ["2", "four digits"],
    ["1XXX", "no century"],
    ["XXXX-XX-XX", "no century"],
    ["XXXX~", "no century"],
    ["19XX-10", "last digits"],
    ["2X25", "last digits"],
    ["20X5", "last digits"],
    ["2025-X1", "last digits"],
    ["2025-1X-02", "last digits"],
    ["2025-10-X1", "last digits"],
    ["20XX-21", "last digits"],
    ["2025-02-3X", "31 days"],
    ["2025-04-3X", "31 days"],
    ["2025-00", "no month 00"],
    ["2025-42", "no month 42"],
    ["2025-10-00", "no day 00"],
    ["2025-04-31", "no day 31"],
    ["2100-02-29~", "no day 29"],
    ["2025-?02-29", "no day 29"],
    ["2025-02-29T10:00", "no day 29"],
    ["2025-25", "hemisphere"],
    ["2025-32?", "hemisphere"],
    ["2025??", "one mark"],
    ["2025-10?~", "one mark"],
    ["2025-10-21T24:00:00Z", "23:59:59"],
    ["2025-10-21T14:60", "23:59:59"],
    ["2025-10-21T14:30:60Z", "23:59:59"],
    ["2025-10-21T14:30:00.5Z", "fractions"],
    ["2025-10-21T14:30:00,5Z", "fractions"],
    ["2025-10-21T14", "14:30"],
    ["2025-10-21T1430", "14:30"],
    ["2025-10-21T14:30+0530", "14:30"],
    ["2025-10-21T14:30+15:00", "offsets"],
    ["2025-10-21T14:30-00:00", "offsets"],
    ["2025-10-21T14:30Z~", "no mark"],
    ["2025-10T14:30", "ISO 8601-2"],
    ["2025-10-21T14:30/2025-10-22", "without a time"],
    ["../2025-10-21T14:30", "without a time"],
    ["[2025-10-21T14:30]", "without a time"],
    ["/", "interval without ends"],
    ["/..", "interval without ends"],
    ["2025/2026/2027", "two ends"],
    ["2026/2025", "2025 is over before 2026 begins"],
    ["2025-23/2025-21", "over before"],
    ["[2025-12..2025-11]", "over before"],
    ["2025-02-29/2025-03", "no day 29"],
    ["2025/XXXX", "no century"],
    ["2025..2026", "interval"],
    ["[2025-02-29]", "no day 29"],
    ["[]", "empty"],
    ["[2025,]", "empty"],
    ["[2025", "brackets"],
    ["[2025}", "brackets"],
    ["[2025]~", "brackets"],
    ["[{2025},2026]", "brackets"],
    ["{2025/2026}", "two dots"],
    ["{..}", "dots"],
    ["[2025,..2026]", "dots"],
    ["[2025..,2026]", "dots"],
    ["[..2025..]", "dots"],
    ["[2025..2026..2027]", "dots"],
    ["[..2025,2026..]", "both ends"],
    [`[${"2025,".repeat(40)}2025]`, "longer than 200"],
  ])("%j", (edtf, reason) => {
    expect(isFuzzyDate(edtf)).toBe(false);
    let thrown: unknown;
    try {
      parseFuzzyDate(edtf);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DatelineError);
    expect(thrown).toMatchObject({ code: "INVALID_DATE", message: expect.stringContaining(reason) });
    expect(thrown).toMatchObject({ message: expect.stringMatching(/Dates look like .*2025-08-15/) });
  });

  test("200 characters are read, and an over-long text is not quoted whole", () => {
    const longest = `[${"2025,".repeat(38)}2025-?10]`;
    expect(longest).toHaveLength(200);
    expect(isFuzzyDate(longest)).toBe(true);
    expect(isFuzzyDate(longest.replace("?10", "?10~"))).toBe(false);
    expect(() => parseFuzzyDate("9".repeat(100_000))).toThrow(/^.{1,250}$/);
  });
});

test("a shared answer cannot be changed", () => {
  const date = parseFuzzyDate("2025-08");
  expect(parseFuzzyDate("2025-08")).toBe(date);
  expect(Object.isFrozen(date)).toBe(true);
});

const calendarDay = fc
  .tuple(fc.integer({ min: 10, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => toDay(year, month, Math.min(day, daysInMonth(year, month))));

/** Ways to write a date that includes a day; each is to be read with bounds about that day. */
const writings: ((day: string) => string)[] = [
  (day) => day,
  (day) => day.slice(0, 7),
  (day) => day.slice(0, 4),
  (day) => `${day}~`,
  (day) => `${day.slice(0, 4)}-?${day.slice(5)}`,
  (day) => (/-(04|06|09|11)-30$/.test(day) ? day : `${day.slice(0, 9)}X`),
  (day) => `${day.slice(0, 8)}XX`,
  (day) => `${day.slice(0, 6)}X`,
  (day) => `${day.slice(0, 3)}X`,
  (day) => (day < "0100" ? day : `${day.slice(0, 2)}XX`),
  (day) => `${day.slice(0, 4)}-${33 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`,
  (day) => `${day.slice(0, 4)}-${37 + Math.floor((Number(day.slice(5, 7)) - 1) / 4)}`,
  (day) => `${day.slice(0, 4)}-${day.slice(5, 7) < "07" ? 40 : 41}`,
  (day) =>
    day.slice(5, 7) < "03" ? day : `${day.slice(0, 4)}-${20 + Math.floor(Number(day.slice(5, 7)) / 3)}`,
  (day) => `${day}T23:59:59-12:00`,
  (day) => `${day}T00:00+14:00`,
  (day) => `${day}/..`,
  (day) => `/${day.slice(0, 7)}`,
  (day) => `${day.slice(0, 4)}/${day}`,
  (day) => `[0009,${day},9999]`,
  (day) => `{${day.slice(0, 7)}..}`,
];

test("the bounds include the day that is written", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(calendarDay, (day) => {
      for (const write of writings) {
        const { earliest, latest, precision } = parseFuzzyDate(write(day));
        expect(earliest === null || earliest <= day, write(day)).toBe(true);
        expect(latest === null || latest >= day, write(day)).toBe(true);
        seen.add(precision);
      }
    }),
  );
  expect([...seen].sort()).toEqual([...DATE_PRECISIONS].sort());
});

test("the bounds of a masked date are the first and last days that it may stand for", () => {
  const mask = fc.tuple(calendarDay, fc.integer({ min: 2, max: 7 })).map(([day, kept]) => {
    const digits = `${day.replaceAll("-", "").slice(0, kept)}XXXXXX`;
    return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  });
  fc.assert(
    fc.property(
      mask.filter((text) => !/^0[0X]|-(04|06|09|11)-3X/.test(text)),
      (text) => {
        const pattern = new RegExp(`^${text.replaceAll("X", "\\d")}$`);
        const [from, to] = [
          Number(text.slice(0, 4).replaceAll("X", "0")),
          Number(text.slice(0, 4).replaceAll("X", "9")),
        ];
        const fitting: string[] = [];
        for (let year = from; year <= to; year += 1) {
          for (let month = 1; month <= 12; month += 1) {
            for (let day = 1; day <= daysInMonth(year, month); day += 1) {
              if (pattern.test(toDay(year, month, day))) fitting.push(toDay(year, month, day));
            }
          }
        }
        expect(parseFuzzyDate(text)).toMatchObject({ earliest: fitting.at(0), latest: fitting.at(-1) });
      },
    ),
    { numRuns: runs(60) },
  );
});

test("whatever is given is read or refused with INVALID_DATE", () => {
  let read = 0;
  const unit = fc.constantFrom(..."0123456789-XT:Z~?%/.,[]{} YSE+", "2025", "10", "..");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
      if (!isFuzzyDate(text)) {
        expect(() => parseFuzzyDate(text)).toThrow(DatelineError);
        return;
      }
      read += 1;
      const { earliest, latest } = parseFuzzyDate(text);
      expect(earliest ?? latest).not.toBeNull();
      expect((earliest ?? "0001-01-01") <= (latest ?? "9999-12-31")).toBe(true);
    }),
    { numRuns: runs(2000) },
  );
  expect(read).toBeGreaterThan(0);
});

const twoDigits = (most: number) =>
  fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, "0"));

test("a day with a time is read where day and time exist, and refused elsewhere", () => {
  const offset = fc.constantFrom("", "Z", "+01:00", "-11:59", "+05:30");
  const parts = fc.tuple(twoDigits(13), twoDigits(32), twoDigits(25), twoDigits(61), offset);
  fc.assert(
    fc.property(parts, fc.option(twoDigits(61)), ([month, day, hour, minute, zone], second) => {
      const clock = `${hour}:${minute}:${second ?? "00"}`;
      // The calendar of JavaScript moves what does not exist to another day.
      const instant = new Date(`2024-${month}-${day}T${clock}Z`);
      const exists =
        !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`2024-${month}-${day}T${clock}`);
      const edtf = `2024-${month}-${day}T${second === null ? clock.slice(0, 5) : clock}${zone}`;
      expect(isFuzzyDate(edtf)).toBe(exists);
      if (!exists) return;
      const day2024 = `2024-${month}-${day}`;
      expect(parseFuzzyDate(edtf)).toMatchObject({
        earliest: day2024,
        latest: day2024,
        precision: "TIME",
        time: clock,
      });
    }),
    { numRuns: runs(600) },
  );
});
