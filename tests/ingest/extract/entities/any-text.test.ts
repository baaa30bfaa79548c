import fc from "fast-check";
import { expect, it } from "vitest";
import {
  entityAt,
  mentionsInOrder,
  speakerCandidates,
} from "../../../../src/ingest/extract/entities/lookup.ts";
import { runs } from "../../../support/runs.ts";
import { found } from "./found.ts";

const PIECES =
  "President Minister Dr. Jane Doe Kim Jong-un al-Assad O’Brien said he she her The the of and , . \" ” “ ’s ' ( ) [ ] — - Moscow Ford Inc. 24 in\n \n\n 😀 constructor __proto__ toString Ł ß U.S. said: who Jr. II".split(
    " ",
  );
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((words) => words.join(" ")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((words) => words.join("")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

it("finds mentions within the text, in order, names as written, for any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const entities = found(text);
      for (const { mentions, name, confidence, roles } of entities) {
        expect(name.trim()).not.toBe("");
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(mentions.length).toBeGreaterThan(0);
        let last = -1;
        for (const { start, end } of mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
        for (const { passage } of roles) expect(passage.end).toBeGreaterThan(passage.start);
      }
      for (const { mention } of mentionsInOrder(entities)) expect(entityAt(entities, mention)).toBeDefined();
      expect(
        speakerCandidates(entities, { start: 0, end: text.length }).every(
          ({ entity }) => entity.kind !== "PLACE",
        ),
      ).toBe(true);
    }),
    { numRuns: runs(150) },
  );
});

it.each([
  ["names without end", "Jane Doe, ".repeat(5_000)],
  ["one word", "Smith ".repeat(8_000)],
  ["titles without names", "the president of ".repeat(4_000)],
  ["capitals without end", "Alpha Beta Gamma ".repeat(4_000)],
  ["marks without pairs", `${"“".repeat(500)}${"he said ".repeat(3_000)}`],
  ["nothing", ""],
])("comes to an end: %s", (_name, text) => {
  expect(() => found(text)).not.toThrow();
});
