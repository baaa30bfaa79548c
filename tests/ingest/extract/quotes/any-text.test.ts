import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength } from "../../../../src/domain/passage.ts";
import { runs } from "../../../support/runs.ts";
import { quotesOf } from "./quotes-of.ts";

const PIECES =
  `"|“|”|'|‘|’|«|»| said| told| , adding that| who said| according to| and| but| that| a|.|,|:|;|\n| He| Anna Berg|
 Tom Bell| the ministry| officials| "We are late,"| was quoted as saying| the plan failed| —|(|)|😀|é| reading| in 2019| of`.split(
    "|",
  );

describe("quotes of any text", () => {
  it("lie within it, in order, with all that a draft needs", () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (given) => {
        const length = codePointLength(given);
        let reached = 0;
        for (const { passage, confidence, rule, speaker, speakerKind, kind, words } of quotesOf(given)) {
          expect(passage.start).toBeGreaterThanOrEqual(reached);
          expect(passage.start).toBeLessThan(passage.end);
          expect(passage.end).toBeLessThanOrEqual(length);
          expect(words.trim()).not.toBe("");
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(rule).toMatch(/^[a-z-]+$/);
          expect(speaker !== null).toBe(speakerKind === "NAMED");
          if (kind === "INDIRECT") expect(speakerKind).not.toBe("UNKNOWN");
          reached = passage.start;
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it.each([
    ["nothing", ""],
    ["marks alone", "\"\"''“”".repeat(50)],
    ["a long line of verbs", "and said, ".repeat(400)],
    ["a long line of sources", "according to Smith ".repeat(700)],
    ["marks that never close", '"We are here.\n'.repeat(400)],
    ["no punctuation", "he said that she said ".repeat(700)],
  ])("takes %s", (_, text) => expect(() => quotesOf(text)).not.toThrow());
});
