import fc from "fast-check";
import { expect, it } from "vitest";
import { isFuzzyDate } from "../../../../src/domain/fuzzy-date.ts";
import { extract } from "../../../../src/ingest/extract/extract.ts";
import { runs } from "../../../support/runs.ts";

const PIECES =
  `The the a another follow-up meeting summit talks was were will could not no to of in between and , . \n “ ” " ' ( ) — -
  planned postponed called off cancelled said Police killed attacked held signed announced fire earthquake struck Monday
  yesterday next week 2019 Anna Berg Paris which who that after before if such this 😀 Łódź`.split(" ");
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

it("drafts at most ten events of any text, in order, apart, with dates that can be read", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(null, "2025-11-22", "2025-11", "0001-01-01"), (text, published) => {
      const { events, quotes } = extract(text, { published });
      const length = [...text].length;
      expect(events.length).toBeLessThanOrEqual(10);
      let last = 0;
      events.forEach(({ passage, sentence, date, formerDate, confidence, relations, title }, index) => {
        expect(passage.start).toBeGreaterThanOrEqual(last);
        expect(passage.end).toBeGreaterThan(passage.start);
        expect(sentence.start).toBeLessThanOrEqual(passage.start);
        expect(sentence.end).toBeGreaterThanOrEqual(passage.end);
        expect(sentence.end).toBeLessThanOrEqual(length);
        for (const told of [date, formerDate]) if (told !== null) expect(isFuzzyDate(told)).toBe(true);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
        expect(title.trim()).not.toBe("");
        for (const relation of relations) {
          expect(relation.event).not.toBe(index);
          expect(events[relation.event]).toBeDefined();
        }
        last = passage.end;
      });
      for (const { about } of quotes) for (const index of about) expect(events[index]).toBeDefined();
    }),
    { numRuns: runs(200) },
  );
});

it.each([
  ["one sentence without end", "the attack on Monday killed two and ".repeat(4000)],
  ["many sentences", "Police said the attack on Monday killed two people in Paris. ".repeat(2500)],
  ["marks alone", "“".repeat(20_000)],
  ["spaces", `in ${" ".repeat(50_000)} two weeks`],
])("comes to an end on %s", (_, text) => {
  expect(extract(text, { published: "2025-11-22" }).events.length).toBeLessThanOrEqual(10);
});
