import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayFuzzyDate } from "../../src/domain/date-display.ts";
import { daysInMonth, toDay } from "../../src/domain/day.ts";
import { parseFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import { runs } from "../support/runs.ts";

/** How a text is shown, with plain spaces, and none about a dash between two digits: runtimes differ in these. */
function show(edtf: string, locale?: string): string {
  const shown = displayFuzzyDate(parseFuzzyDate(edtf), locale);
  return shown.replace(/\s/g, " ").replace(/(?<=\d) ?– ?(?=\d)/g, "–");
}

describe("English", () => {
  test.each([
    ["2025-08-15", "15 August 2025"],
    ["2025-08", "August 2025"],
    ["2025-08-XX", "August 2025"],
    ["2025", "2025"],
    ["0044-03-15", "15 March 44"],
    ["1582-10-10", "10 October 1582"],
    ["2025-11-22~", "about 22 November 2025"],
    ["2025-08?", "possibly August 2025"],
    ["2025%", "possibly about 2025"],
    ["2025-?10", "possibly October 2025"],
    ["?2004-06-~11", "possibly about 11 June 2004"],
    ["202X", "2020s"],
    ["202X~", "about 2020s"],
    ["19XX", "20th century (1900–1999)"],
    ["20XX", "21st century (2000–2099)"],
    ["10XX", "11th century (1000–1099)"],
    ["01XX", "2nd century (100–199)"],
    ["2025-21", "spring 2025"],
    ["2025-23?", "possibly autumn 2025"],
    ["2025-24", "winter 2025–2026"],
    ["2025-33", "first quarter of 2025"],
    ["2025-?36", "possibly fourth quarter of 2025"],
    ["2025-38", "May – August 2025"],
    ["2025-41", "July – December 2025"],
    ["2025-1X", "one of: October – December 2025"],
    ["2025-08-2X", "one of: 20–29 August 2025"],
    ["2025-10-21T14:30:00Z", "21 October 2025, 14:30 UTC"],
    ["2025-10-21T14:30:00+00:00", "21 October 2025, 14:30 UTC"],
    ["2025-10-21T23:30:15-05:00", "21 October 2025, 23:30:15 UTC-05:00"],
    ["2025-10-21T00:10+14", "21 October 2025, 00:10 UTC+14"],
    ["2025-10-21T14:30", "21 October 2025, 14:30"],
    ["2025-10-20/2025-10-31", "20–31 October 2025"],
    ["2025-10-20/2025-11-05", "20 October – 5 November 2025"],
    ["2025-10/2025-11", "October – November 2025"],
    ["2025/2027", "2025–2027"],
    ["2025-10-20/2025-10-20", "20 October 2025"],
    ["2025/2026-02", "2025 – February 2026"],
    ["2025-10-20/2025-10-31~", "20 October 2025 – about 31 October 2025"],
    ["2025-10-20?/2025-10-31%", "possibly 20 October 2025 – possibly about 31 October 2025"],
    ["2025-10/..", "from October 2025 on"],
    ["2025-10-16~/", "from about 16 October 2025 on"],
    ["../2025-10", "until October 2025"],
    ["[2025-10-20,2025-10-22]", "20 October 2025 or 22 October 2025"],
    ["[2025-10-20..2025-11-05]", "one of: 20 October – 5 November 2025"],
    ["[2023,2025~..2027]", "one of: 2023 or about 2025–2027"],
    ["[..2025-10]", "October 2025 or earlier"],
    ["[2025-10,2026..]", "October 2025 or 2026 or later"],
    ["{2025-10-20,2025-11}", "20 October 2025 and November 2025"],
    ["{2023,2025,2027..}", "2023, 2025 and from 2027 on"],
    ["{..2025}", "until 2025"],
  ])("%s is %s", (edtf, shown) => {
    expect(show(edtf)).toBe(shown);
  });

  test("orders as in Britain unless a region is asked for", () => {
    expect(show("2025-11-22~", "en")).toBe("about 22 November 2025");
    expect(show("2025-11-22~", "en-AU")).toBe("about 22 November 2025");
    expect(show("2025-11-22~", "en-US")).toBe("about November 22, 2025");
  });
});

describe("other languages", () => {
  test.each([
    ["de", "2025-11-22~", "etwa 22. November 2025"],
    ["de-AT", "19XX", "20. Jahrhundert (1900–1999)"],
    ["fr", "2025-08?", "peut-être août 2025"],
    ["fr", "19XX", "XXe siècle (1900–1999)"],
    ["es", "2025-34", "segundo trimestre de 2025"],
    ["es-MX", "14XX~", "aprox. siglo XV (1400–1499)"],
    ["ar", "2025-08~", "حوالي أغسطس 2025"],
    ["ru", "2025-11-22~", "примерно 22 ноября 2025 г."],
    ["ru", "2025-10/..", "октябрь 2025 г. и позднее"],
    ["uk", "202X", "2020-ті роки"],
    ["hu", "2025-11-22~", "kb. 2025. november 22."],
    ["hu", "202X", "2020-as évek"],
    ["hu", "199X", "1990-es évek"],
    ["hu", "190X", "1900-as évek"],
    ["hu", "200X", "2000-es évek"],
    ["zh", "2025-10/..", "2025年10月起"],
    ["zh-CN", "2025-21", "2025年春季"],
    ["zh-CN", "2025-11-22~", "约2025年11月22日"],
  ])("%s: %s is %s", (locale, edtf, shown) => {
    expect(show(edtf, locale)).toBe(shown);
  });

  test.each([
    ["it", "2025-11-22~", "~22 novembre 2025"],
    ["it", "2025-08%", "~agosto 2025?"],
    ["it", "2025-10/..", "ottobre 2025 – …"],
    ["it", "../2025-10", "… – ottobre 2025"],
    ["it", "[..2025-10]", "≤ ottobre 2025"],
    ["it", "202X", "2020–2029"],
    ["it", "19XX", "1900–1999"],
    ["it", "2025-21", "marzo–maggio 2025"],
    ["it", "[2025,2027]", "2025 o 2027"],
    ["zh-TW", "2025-11-22~", "~2025年11月22日"],
  ])("signs stand in for words we do not have, %s: %s is %s", (locale, edtf, shown) => {
    expect(show(edtf, locale)).toBe(shown);
  });

  test.each([
    ["2025-08-15", "2025-08-15"],
    ["2025-08~", "~2025-08"],
    ["2025-10-20/2025-11-05", "2025-10-20–2025-11-05"],
    ["2025-22", "2025-06–2025-08"],
    ["[2025-10,2026]", "2025-10, 2026"],
  ])("digits stand in where the runtime does not know the language either, %s is %s", (edtf, shown) => {
    expect(show(edtf, "tlh")).toBe(shown);
    expect(show(edtf, "und")).toBe(shown);
  });

  test.each(["ar-SA", "fa", "th", "th-TH-u-ca-buddhist", "ja-JP-u-ca-japanese", "he-u-ca-hebrew"])(
    "%s keeps to the Gregorian calendar",
    (locale) => {
      const digits = show("2025-08-15", `${locale}${locale.includes("-u-") ? "" : "-u"}-nu-latn`);
      expect(digits.match(/\d+/g)?.sort()).toEqual(expect.arrayContaining(["15", "2025"]));
    },
  );
});

test.each(["", "en_US", "x", "english language", "de-", "-", "12", `en-${"a".repeat(200)}`, "en\u0000"])(
  "%j is refused as a language tag",
  (locale) => {
    expect(() => displayFuzzyDate(parseFuzzyDate("2025"), locale)).toThrow(
      expect.objectContaining({ code: "INVALID_LOCALE", message: expect.stringContaining("en-US") }),
    );
  },
);

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

test("a day is shown as it is written, in any year", () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  );
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom("", "T00:00+14:00", "T23:59:59-12:00", "T12:00"),
      ([year, month, wish], time) => {
        const day = Math.min(wish, daysInMonth(year, month));
        const shown = `${day} ${MONTHS[month - 1]} ${year}`;
        expect(show(`${toDay(year, month, day)}${time}`).split(",")[0]).toBe(shown);
        expect(show(toDay(year, month, day).slice(0, 7))).toBe(`${MONTHS[month - 1]} ${year}`);
      },
    ),
    { numRuns: runs(500) },
  );
});

test("the time zone of the machine changes nothing", () => {
  const modules = ["fuzzy-date", "date-display"].map(
    (name) => new URL(`../../src/domain/${name}.ts`, import.meta.url).href,
  );
  const dates = [
    "2025-08-15",
    "2025-01-01",
    "2025-12-31",
    "0001-01-01",
    "2025-03-30",
    "2025-08",
    "2025",
    "202X",
    "2025-24",
    "2025-08-2X",
    "2025-10-21T23:30:00-05:00",
    "2025-10-21T00:10:00+14:00",
    "2025-10-20/2025-11-01~",
    "[2025-10-20..2025-11-05]",
  ];
  const script = `
    const [{ parseFuzzyDate }, { displayFuzzyDate }] = await Promise.all(${JSON.stringify(modules)}.map((m) => import(m)));
    const dates = ${JSON.stringify(dates)}.map(parseFuzzyDate);
    const shown = ["en", "en-US", "de", "ar-SA", "zh", "tlh"].map((locale) => dates.map((date) => displayFuzzyDate(date, locale)));
    console.log(JSON.stringify({ noon: new Date(2025, 0, 1, 12).toISOString(), answers: { dates, shown } }));
  `;
  const runs = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata"].map((zone) => {
    const run = ["--import", "tsx", "--input-type=module", "--eval", script];
    const output = execFileSync(process.execPath, run, {
      encoding: "utf8",
      env: { ...process.env, TZ: zone },
    });
    const { noon, answers } = JSON.parse(output);
    return { noon, answers };
  });

  expect(new Set(runs.map((run) => run.noon)).size).toBe(runs.length);
  expect(runs[0]?.answers.shown[0]).toContain("15 August 2025");
  for (const run of runs) expect(run.answers).toEqual(runs[0]?.answers);
});
