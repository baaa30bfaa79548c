import { describe, expect, test } from "vitest";
import { timesIn } from "./times-in.ts";

// Published on Saturday, 22 November 2025 unless a row says otherwise.
describe("days of the week", () => {
  test.each([
    ["The minister resigned on Friday.", "Friday = 2025-11-21"],
    ["The minister will resign on Friday.", "Friday = 2025-11-28"],
    ["Snow fell on Saturday.", "Saturday = 2025-11-22"],
    ["He met her last Monday.", "last Monday = 2025-11-17"],
    ["She lost her seat last Saturday.", "last Saturday = 2025-11-15"],
    ["Talks are due to open next Tuesday in Geneva.", "next Tuesday = 2025-11-25"],
    ["The court is to rule on Thursday.", "Thursday = 2025-11-27"],
    ["They plan to march on Wednesday.", "Wednesday = 2025-11-26"],
    ["He may quit by Monday.", "Monday = 2025-11-24"],
    ["A vote scheduled for Sunday was cancelled.", "Sunday = 2025-11-23"],
    ["He has not been seen since Tuesday.", "Tuesday = 2025-11-18"],
    ["This Friday there will be a game.", "This Friday = 2025-11-28"],
    ["A boy died during a Tuesday traffic stop.", "Tuesday = 2025-11-18"],
    ["Two men were held on Thursday night.", "Thursday night = 2025-11-20"],
    ["“We will vote on Monday,” the speaker said.", "Monday = 2025-11-24"],
    ["The strike lasts Monday through Wednesday.", "Monday through Wednesday = 2025-11-24/2025-11-26"],
  ])("%s", (text, expected) => expect(timesIn(text)).toEqual([expected]));

  test("one clause tells the past and the next the future", () => {
    expect(timesIn("Police said on Tuesday the man would appear in court on Monday.")).toEqual([
      "Tuesday = 2025-11-18",
      "Monday = 2025-11-24",
    ]);
  });

  test("names are no days", () => {
    expect(timesIn("The Friday Times wrote of Black Friday, Bloody Sunday and Easter Monday.")).toEqual([]);
  });
});

describe("days around the day of publication", () => {
  test.each([
    ["The dam broke today.", "today = 2025-11-22"],
    ["It will rain tonight.", "tonight = 2025-11-22"],
    ["Shares fell yesterday.", "yesterday = 2025-11-21"],
    ["The pair will marry tomorrow afternoon.", "tomorrow afternoon = 2025-11-23"],
    ["A tram derailed this morning.", "this morning = 2025-11-22"],
    ["Flames lit the sky last night.", "last night = 2025-11-21"],
    ["Snow fell overnight.", "overnight = 2025-11-21/2025-11-22"],
    ["He left the day before yesterday.", "the day before yesterday = 2025-11-20"],
    ["She returns the day after tomorrow.", "the day after tomorrow = 2025-11-24"],
    ["Three hikers died last weekend.", "last weekend = 2025-11-15/2025-11-16"],
  ])("%s", (text, expected) => expect(timesIn(text)).toEqual([expected]));
});

describe("dates of the calendar", () => {
  test.each([
    ["On August 30 the mine closed.", "August 30 = 2025-08-30"],
    ["The pact was signed on 30 August 2022.", "30 August 2022 = 2022-08-30"],
    ["The pact was signed on Aug. 30, 2022.", "Aug. 30, 2022 = 2022-08-30"],
    ["It opened on Tuesday, August 30.", "Tuesday, August 30 = 2022-08-30", "2023-01-10"],
    ["It opened on the 5th of May.", "the 5th of May = 2025-05-05"],
    ["The race will start on March 3.", "March 3 = 2026-03-03"],
    ["The court set a hearing for December 4.", "December 4 = 2025-12-04"],
    ["They met on May 4 last year.", "May 4 last year = 2024-05-04"],
    ["The file is dated 2023-04-11.", "2023-04-11 = 2023-04-11"],
    ["It arrived on 25/04/2023.", "25/04/2023 = 2023-04-25"],
    ["From 6 to 8 January the city hosted the games.", "6 to 8 January = 2025-01-06/2025-01-08"],
    ["The fair ran May 3–7, 2024.", "May 3–7, 2024 = 2024-05-03/2024-05-07"],
    [
      "The games run from 28 December to 3 January 2026.",
      "28 December to 3 January 2026 = 2025-12-28/2026-01-03",
    ],
    ["The fair was held between May 3 and May 7.", "May 3 and May 7 = 2025-05-03/2025-05-07"],
    ["It happened around 30 August 2022.", "around 30 August 2022 = 2022-08-30~"],
  ])("%s", (text, expected, published = "2025-11-22") => {
    expect(timesIn(text, published)).toEqual([expected]);
  });

  test.each(["It arrived on 11/04/2023.", "On February 30 nothing happened.", "Version 10.4.2019 is out."])(
    "no guess: %s",
    (text) => expect(timesIn(text).filter((time) => !time.endsWith("-"))).toEqual([]),
  );
});

describe("months, years and what is larger", () => {
  test.each([
    ["The leaders met in August.", "August = 2025-08"],
    ["The leaders met in December.", "December = 2024-12"],
    ["The leaders will meet in February.", "February = 2026-02"],
    ["They fought last February.", "last February = 2025-02"],
    ["Prices rose in March 2021.", "March 2021 = 2021-03"],
    ["The law passed in December last year.", "December last year = 2024-12"],
    ["The bridge fell in mid-August.", "mid-August = 2025-08~"],
    ["He was freed in late March 2022.", "late March 2022 = 2022-03~"],
    ["He joined the club in 2014.", "2014 = 2014"],
    ["The 2009 crash killed 40.", "2009 = 2009"],
    ["The firm began in early 2014.", "early 2014 = 2014~"],
    ["She led the party between 1999 and 2003.", "1999 and 2003 = 1999/2003"],
    ["They won the cup in 2014–15.", "2014–15 = 2014/2015"],
    ["He grew rich in the 1990s.", "the 1990s = 199X"],
    ["Wages fell in the late 1980s.", "late 1980s = 198X~"],
    ["The church dates from the 19th century.", "the 19th century = 18XX"],
    ["It began in the twenty-first century.", "the twenty-first century = 20XX"],
    ["He left in the summer of 2014.", "summer of 2014 = 2014-22"],
    ["Last winter was mild.", "Last winter = 2024-24"],
    ["Sales doubled in the fourth quarter of 2022.", "fourth quarter of 2022 = 2022-36"],
    ["The shop closed last week.", "last week = 2025-11-10/2025-11-16"],
    ["The shop will close next month.", "next month = 2025-12"],
    ["He bought the site last year.", "last year = 2024"],
    ["They wed last decade.", "last decade = 201X"],
  ])("%s", (text, expected) => expect(timesIn(text)).toEqual([expected]));

  test("a month is of the year that its sentence wrote out before", () => {
    expect(timesIn("They fell out in 2019 and made up in May.")).toEqual(["2019 = 2019", "May = 2019-05"]);
    expect(timesIn("They fell out in July and made up in August.")).toEqual([
      "July = 2025-07",
      "August = 2025-08",
    ]);
  });

  test("names and amounts are no months or years", () => {
    const text = "Theresa May told April Jones that 2000 people may march past 1999 Main Street for $1500.";
    expect(timesIn(text)).toEqual([]);
  });
});

describe("distances", () => {
  test.each([
    ["The ship sank two days ago.", "two days ago = 2025-11-20"],
    ["The ship sank three weeks ago.", "three weeks ago = 2025-11-01~"],
    ["The ship sank four months ago.", "four months ago = 2025-07"],
    ["The ship sank six years ago.", "six years ago = 2019"],
    ["The ship sank about 40 years ago.", "about 40 years ago = 1985~"],
    ["The ship sank a few years ago.", "a few years ago = -"],
    ["They hope to meet within two weeks or so.", "within two weeks or so = 2025-11-22/2025-12-06~"],
    ["The shop will close in three days.", "in three days = 2025-11-25"],
    ["The shop will close in three weeks’ time.", "in three weeks’ time = 2025-12-13~"],
    ["Sales fell over the past three years.", "over the past three years = 2022/2025"],
    ["The bank will cut jobs in the next two years.", "in the next two years = 2025/2027"],
    ["He died on Christmas Day.", "Christmas Day = 2024-12-25"],
    ["They will sing on New Year’s Eve.", "New Year’s Eve = 2025-12-31"],
  ])("%s", (text, expected) => expect(timesIn(text)).toEqual([expected]));

  test("durations and ages are none", () => {
    const text = "The 17-year-old served for two years. It was the worst in 20 years. He trained two hours.";
    expect(timesIn(text)).toEqual([]);
  });

  test("some are counted from what was told before", () => {
    expect(
      timesIn("The dam broke on 3 May 2020. The following day it rained. A week later it held."),
    ).toEqual(["3 May 2020 = 2020-05-03", "The following day = 2020-05-04", "A week later = 2020-05-11~"]);
    expect(timesIn("The bout was held in May 2021. He retired three months after the bout.")).toEqual([
      "May 2021 = 2021-05",
      "three months after the bout = 2021-08",
    ]);
  });

  test("“the 3 May deal” only says which deal", () => {
    expect(timesIn("On 8 June they met about the 3 May deal. The following day they left.").at(-1)).toBe(
      "The following day = 2025-06-09",
    );
  });
});

describe("what is not known", () => {
  test("without a day of publication only full dates are told", () => {
    expect(timesIn("On Monday he spoke of August, of last year and of 5 May 2020.", null)).toEqual([
      "Monday = -",
      "August = -",
      "last year = -",
      "5 May 2020 = 2020-05-05",
    ]);
  });

  test("publication in a month gives months but no days", () => {
    expect(timesIn("He spoke on Monday and in March.", "2025-11")).toEqual(["Monday = -", "March = 2025-03"]);
    expect(timesIn("He spoke last month and last year.", "2025")).toEqual([
      "last month = -",
      "last year = 2024",
    ]);
  });

  test("a rough day of publication is as good as a day", () => {
    expect(timesIn("It came out on Saturday.", "2025-11-22~")).toEqual(["Saturday = 2025-11-22"]);
  });
});
