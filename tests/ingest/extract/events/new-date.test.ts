import { expect, test } from "vitest";
import { extract } from "../../../../src/ingest/extract/extract.ts";

const drafted = (text: string) =>
  extract(text, { published: "2025-11-22" }).events.map(({ status, date, formerDate }) => [
    status,
    date,
    formerDate,
  ]);

test.each([
  ["The summit was moved to 14 December.", "2025-12-14", null],
  ["The hearing has been pushed back to 3 December.", "2025-12-03", null],
  ["The match was postponed until Tuesday.", "2025-11-25", null],
  ["The launch was delayed to 30 November because of bad weather.", "2025-11-30", null],
  ["The concert has been rescheduled for 5 December.", "2025-12-05", null],
  ["The summit was rescheduled.", null, null],
  ["The federation set a new date of 9 December for the final.", "2025-12-09", null],
  ["The referendum will now be held on 7 December.", "2025-12-07", null],
  ["The election, originally planned for May, was brought forward to March 2026.", "2026-03", "2026-05"],
  ["Ministers moved the vote from 24 November to 1 December.", "2025-12-01", "2025-11-24"],
  [
    "The trial will open on 1 December. Judges then pushed the trial back to 8 December.",
    "2025-12-08",
    "2025-12-01",
  ],
])("has another date: %s", (text, date, formerDate) =>
  expect(drafted(text)).toEqual([["RESCHEDULED", date, formerDate]]),
);

test.each([
  ["The summit was postponed indefinitely.", "POSTPONED"],
  ["The referendum will be held on 7 December.", "SCHEDULED"],
  ["Voters backed the referendum.", "OCCURRED"],
])("has none: %s", (text, status) => expect(drafted(text).map(([told]) => told)).toEqual([status]));
