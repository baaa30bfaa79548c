import { expect, test } from "vitest";
import { annotate } from "../../../../src/ingest/extract/text/annotate.ts";
import { publishedIn } from "../../../../src/ingest/extract/times/dateline.ts";

test.each([
  ["Dam breaks in Norland\nSaturday, November 22, 2025\nA dam broke.", "2025-11-22"],
  ["Dam breaks in Norland\n22 November 2025\nA dam broke.", "2025-11-22"],
  ["Dam breaks in Norland\n2025-11-22\nA dam broke.", "2025-11-22"],
  ["Dam breaks in Norland\nPublished: 22 Nov. 2025 10:15 GMT\nA dam broke.", "2025-11-22"],
  ["Dam breaks in Norland\nBy Jane Doe | Nov 22, 2025\nA dam broke.", "2025-11-22"],
  ["Dam breaks in Norland\nLONDON, November 22, 2025 (Agency) – A dam broke.", "2025-11-22"],
  ["Dam breaks in Norland\nLONDON, Nov 22 (Agency) – A dam broke.", null],
  ["Dam breaks in Norland\n31 February 2025\nA dam broke.", null],
  ["Dam breaks in Norland\nThe dam was published in a list of May 3, 2020, by the state.", null],
  ["", null],
])("%j", (text, day) => expect(publishedIn(annotate(text))).toBe(day));
