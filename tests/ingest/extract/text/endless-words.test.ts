import { expect, test } from "vitest";
import { sliceCodePoints } from "../../../../src/domain/passage.ts";
import { extract } from "../../../../src/ingest/extract/extract.ts";

const SAID = "“The bridge holds the weight of the town,” said Ada Li, the mayor of Bergen.";

// By the square of its length, each would take minutes.
test.each(["-", "a", "1", "a.", "-@", "aB3/+", "ü"])(
  "what goes on without a space (%s) is passed over, and the rest is read",
  (sign) => {
    const text = `${SAID}\n\n${sign.repeat(400_000 / sign.length)}\n\n${SAID}`;
    const { quotes } = extract(text, { published: "2025-03-01" });
    expect(
      quotes.map(({ passage, speaker }) => [
        sliceCodePoints(text, passage.start, passage.end),
        speaker?.name,
      ]),
    ).toEqual([
      ["The bridge holds the weight of the town,", "Ada Li"],
      ["The bridge holds the weight of the town,", "Ada Li"],
    ]);
  },
);
