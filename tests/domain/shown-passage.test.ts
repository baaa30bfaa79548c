import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointLength, LONGEST_SHOWN, passageAt, verifyPassage } from "../../src/domain/passage.ts";
import { shownPassage } from "../../src/domain/shown-passage.ts";

const whole = (text: string) => passageAt(text, 0, codePointLength(text));

describe("what may be shown of a passage", () => {
  test("is all of it where the article is free, or the passage short enough", () => {
    const long = whole("word ".repeat(100));
    expect(shownPassage(long, "FULL")).toBe(long);
    const short = whole("👩🏽‍🚒".repeat(75));
    expect(codePointLength(short.exact)).toBe(LONGEST_SHOWN);
    expect(shownPassage(short, "PASSAGES")).toBe(short);
  });

  test.each([
    [
      "the last sentence",
      `${"It goes on. ".repeat(20)}${"And on ".repeat(30)}`,
      /^(It goes on\. ){19}It goes on\.$/,
    ],
    [
      "a sentence in quotation marks",
      `He said: “Never.” ${"Then on and ".repeat(40)}`,
      /^He said: “Never\.”$/,
    ],
    [
      "the last word, after abbreviations",
      `Mr. A came at 9 a.m. B ${"word ".repeat(80)}`,
      /^Mr\. .* (word )+word$/,
    ],
    ["anywhere, where nothing parts it", "字".repeat(400), /^字{300}$/],
    ["no half of what is one character", `${"a".repeat(297)}👩🏽‍🚒${"a".repeat(99)}`, /^a{297}$/],
  ])("ends at %s", (_what, text, shown) => {
    expect(shownPassage(whole(text), "PASSAGES").exact).toMatch(shown);
  });

  test("is a passage of the same text, never longer than allowed, never empty", () => {
    const words = fc.constantFrom("a", "Word", "e\u0301nd.", "“Now!”", "👩🏽‍🚒", "\n", "Mr.", "字字字");
    const texts = fc.array(words, { minLength: 1, maxLength: 200 }).map((some) => some.join(" "));
    fc.assert(
      fc.property(texts, fc.nat(20), (text, start) => {
        const all = `${"x".repeat(start)}${text.trim() || "a"} after`;
        const passage = passageAt(all, start, codePointLength(all) - 6);
        const shown = shownPassage(passage, "PASSAGES");
        expect(verifyPassage(all, shown)).toBe(true);
        expect(codePointLength(shown.exact)).toBeLessThanOrEqual(LONGEST_SHOWN);
        expect(passage.exact.startsWith(shown.exact)).toBe(true);
        expect(shown.exact.length).toBeGreaterThan(0);
      }),
    );
  });
});
