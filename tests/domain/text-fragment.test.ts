import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPassage, type PassageQuery, passageAt } from "../../src/domain/passage.ts";
import { textFragmentUrl } from "../../src/domain/text-fragment.ts";
import { runs } from "../support/runs.ts";

const page = "https://example.org/news";

function linkTo(text: string, query: PassageQuery): string {
  return textFragmentUrl(page, findPassage(text, query));
}

/** The directive of a link in its parts, decoded; `-` marks the context as in the draft. */
function partsOf(url: string): string[] {
  const [, directive = ""] = url.split("#:~:text=");
  return directive.split(",").map(decodeURIComponent);
}

function wordBoundaries(text: string): Set<number> {
  const segments = new Intl.Segmenter("en", { granularity: "word" }).segment(text);
  return new Set([...Array.from(segments, ({ index }) => index), text.length]);
}

describe("textFragmentUrl", () => {
  it("links short words with the rest of their line for context", () => {
    expect(linkTo("He said yes.", { exact: "said" })).toBe(`${page}#:~:text=He-,said,-yes.`);
    expect(linkTo("Yes", { exact: "Yes" })).toBe(`${page}#:~:text=Yes`);
    expect(linkTo("Yes, he said", { exact: "Yes" })).toBe(`${page}#:~:text=Yes,-%2C%20he%20said`);
  });

  it("encodes what has a meaning in a directive", () => {
    const url = linkTo("A well-known R&D, 100% “free” #1 + café 😀", {
      exact: "well-known R&D, 100% “free”",
    });
    expect(url).toBe(
      `${page}#:~:text=A-,well%2Dknown%20R%26D%2C%20100%25%20%E2%80%9Cfree%E2%80%9D,` +
        "-%231%20%2B%20caf%C3%A9%20%F0%9F%98%80",
    );
  });

  it("keeps an element's fragment and replaces an earlier directive", () => {
    const passage = { exact: "yes", prefix: "", suffix: "" };
    expect(textFragmentUrl(`${page}?a=1#part`, passage)).toBe(`${page}?a=1#part:~:text=yes`);
    expect(textFragmentUrl(`${page}#`, passage)).toBe(`${page}#:~:text=yes`);
    expect(textFragmentUrl(`${page}#part:~:text=no&text=never`, passage)).toBe(`${page}#part:~:text=yes`);
    expect(textFragmentUrl(`${page}/:~:/x`, passage)).toBe(`${page}/:~:/x#:~:text=yes`);
  });

  it("leaves out a directive for white space", () => {
    expect(textFragmentUrl(`${page}#part`, { exact: " \n", prefix: "a", suffix: "b" })).toBe(`${page}#part`);
  });

  it("does not cut the outer words of the context", () => {
    const text = "Negotiators from thirteen countries gathered in Geneva for another round of consultations.";
    expect(partsOf(linkTo(text, { exact: "Geneva" }))).toEqual([
      "thirteen countries gathered in-",
      "Geneva",
      "-for another round of",
    ]);
    expect(partsOf(linkTo(text, { exact: "countries" }))[0]).toBe("Negotiators from thirteen-");
    const word = "Donaudampfschifffahrtsgesellschaftskapitän";
    expect(partsOf(linkTo(`${word} in ${word}`, { exact: "in" }))).toEqual(["in"]);
  });

  it("lets context complete a word of which the passage has a part", () => {
    expect(partsOf(linkTo("An impressive mountain ranger", { exact: "tain range" }))).toEqual([
      "An impressive moun-",
      "tain range",
      "-r",
    ]);
  });

  it("takes context from the same line only, and none without a letter or digit", () => {
    expect(partsOf(linkTo("Before\nsome words here\nAfter", { exact: "words" }))).toEqual([
      "some-",
      "words",
      "-here",
    ]);
    expect(partsOf(linkTo("Before\nwords\nAfter", { exact: "\nwords\n" }))).toEqual(["words"]);
    expect(partsOf(linkTo("Before “words.”", { exact: "words", prefix: "“" }))).toEqual([
      "Before “-",
      "words",
    ]);
    expect(partsOf(linkTo("“words.”", { exact: "words" }))).toEqual(["words"]);
  });

  it("shows spaces as a page does", () => {
    expect(partsOf(linkTo("one  two\t three", { exact: " two\t three" }))).toEqual(["one-", "two three"]);
  });

  it("gives several lines by their first and last words", () => {
    const text = "“One two three four five six seven.\n\nA middle.\nEight nine ten eleven twelve thirteen.”";
    expect(partsOf(linkTo(text, { exact: text }))).toEqual([
      "“One two three four five",
      "nine ten eleven twelve thirteen.”",
    ]);
    expect(partsOf(linkTo("First.\n—\nLast!", { exact: "First.\n—" }))).toEqual(["First.", "—"]);
    expect(partsOf(linkTo("Strangers meet\nat mountains", { exact: "gers meet\nat mount" }))).toEqual([
      "meet",
      "at",
    ]);
  });

  it("gives a long line by its first and last words, which do not overlap", () => {
    const words = Array.from({ length: 30 }, (_, i) => `word${i}`).join(" ");
    expect(partsOf(linkTo(`${words}.`, { exact: words }))).toEqual([
      "word0 word1 word2 word3 word4",
      "word25 word26 word27 word28 word29",
    ]);
    const three = ["a", "b", "c"].map((letter) => letter.repeat(50)).join(" ");
    expect(partsOf(linkTo(three, { exact: three }))).toEqual(["a".repeat(50), "c".repeat(50)]);
    expect(partsOf(linkTo("a".repeat(150), { exact: "a".repeat(150) }))).toEqual(["a".repeat(150)]);
    expect(partsOf(linkTo("😀".repeat(150), { exact: "😀".repeat(150) }))).toEqual(["😀".repeat(150)]);
    expect(partsOf(linkTo("😀".repeat(100), { exact: "😀".repeat(100) }))).toEqual(["😀".repeat(100)]);
  });

  it("knows the words of languages without spaces", () => {
    const sentence = "外交部发言人表示双方将在日内瓦举行新一轮谈判";
    const text = `${sentence}。`.repeat(6);
    const [start = "", end = ""] = partsOf(
      textFragmentUrl(page, passageAt(text, 0, Array.from(text).length)),
    );
    const boundaries = wordBoundaries(text);
    expect(text.startsWith(start)).toBe(true);
    expect(text.endsWith(end)).toBe(true);
    expect(boundaries.has(start.length)).toBe(true);
    expect(boundaries.has(text.length - end.length)).toBe(true);
    expect(start.length + end.length).toBeLessThan(40);
    const [before = "", exact] = partsOf(linkTo(`${sentence}${sentence}。`, { exact: "谈判。" }));
    expect(exact).toBe("谈判。");
    expect(before.length).toBeGreaterThan(10);
    expect(sentence + sentence).toContain(before.slice(0, -1));
    expect(before.startsWith("部")).toBe(false);
  });

  it("has only parts that stand in the text at the passage, ending where words end", () => {
    const word = fc.constantFrom(
      "a",
      "well-known",
      "can't",
      "U.S.",
      "“Yes,”",
      "Genève",
      "negotiations",
      "3,000",
    );
    const words = fc.array(word, { minLength: 3, maxLength: 60 });
    const shapes = new Set<number>();
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.boolean(), (list, first, second, newLine) => {
        const [from, to] = [first % list.length, second % list.length].sort((a, b) => a - b);
        if (from === undefined || to === undefined) throw new Error("Expected two places.");
        const text = list.join(" ").replace(" a ", newLine ? "\na " : " a ");
        const start = list.slice(0, from).reduce((length, part) => length + part.length + 1, 0);
        const exact = text.slice(start, start + list.slice(from, to + 1).join(" ").length);
        const end = start + exact.length;
        const parts = partsOf(textFragmentUrl(page, passageAt(text, start, end)));
        const boundaries = wordBoundaries(text);
        shapes.add(parts.length);

        const [before = "", after = ""] = [
          parts.find((part) => part.endsWith("-")),
          parts.find((part) => part.startsWith("-")),
        ];
        const prefix = before.slice(0, -1);
        const suffix = after.slice(1);
        const rest = parts.filter((part) => part !== before && part !== after);
        expect(text.slice(0, start).trimEnd().endsWith(prefix)).toBe(true);
        expect(boundaries.has(text.slice(0, start).trimEnd().length - prefix.length)).toBe(true);
        expect(text.slice(end).trimStart().startsWith(suffix)).toBe(true);
        expect(boundaries.has(text.length - text.slice(end).trimStart().length + suffix.length)).toBe(true);

        const [textStart = "", textEnd] = rest;
        if (textEnd === undefined) {
          expect(textStart).toBe(exact);
          return;
        }
        expect(exact.startsWith(textStart)).toBe(true);
        expect(exact.endsWith(textEnd)).toBe(true);
        expect(textStart + textEnd).not.toContain("\n");
        expect(textStart.length + textEnd.length).toBeLessThan(exact.length);
        expect(boundaries.has(start + textStart.length)).toBe(true);
        expect(boundaries.has(end - textEnd.length)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
    expect(Math.max(...shapes)).toBe(3);
  });
});
