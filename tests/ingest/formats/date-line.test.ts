import { expect, test } from "vitest";
import { dateLine } from "../../../src/ingest/formats/date-line.ts";

test.each([
  ["Friday, August 25, 2023 \nThe bridge opened.", "2023-08-25"],
  ["25 August 2023\n\nThe bridge opened.", "2023-08-25"],
  ["Updated August 25, 2023, 10:15 a.m. (GMT)\nThe bridge opened.", "2023-08-25"],
  ["2023-08-25T10:15Z\nThe bridge opened.", "2023-08-25"],
  ["2023-08-25\nThe bridge opened.", "2023-08-25"],
])("%j says when it was published", (body, day) => {
  expect(dateLine(body)).toBe(day);
});

test.each([
  "August 25, 2023 was the day on which the bridge opened.",
  "Friday, August 25, 2023, the bridge opened.",
  "The bridge opened on August 25, 2023",
  "2023\nThe bridge opened.",
  "August 2023\nThe bridge opened.",
  "February 30, 2023\nThe bridge opened.",
  "3/4/2025\nThe bridge opened.",
  "",
])("%j does not", (body) => {
  expect(dateLine(body)).toBeUndefined();
});
