import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/domain/search-text.ts";
import { WordPlaces } from "../../src/domain/word-places.ts";
import { runs } from "../support/runs.ts";

const found = (text: string, words: string) =>
  new WordPlaces(text).find(words).map(({ start, end, exact }) => [text.slice(start, end), exact]);

describe("words are found", () => {
  test.each<[string, string, string, unknown[]]>([
    ["as they stand", "It was late. Late!", "was late", [["was late", true]]],
    [
      "everywhere, exact or not",
      "Late, late",
      "late",
      [
        ["Late", false],
        ["late", true],
      ],
    ],
    ["with other quotation marks", "He said “it’s so”.", `said "it's so"`, [["said “it’s so”", false]]],
    ["across a line end", "one\n  two", "one two", [["one\n  two", false]]],
    ["without accents, with them whole", "Élan-Øst cafe\u0301s", "Elan‐Øst", [["Élan-Øst", false]]],
    ["in scripts without spaces", "北京会谈", "会谈", [["会谈", true]]],
    ["with emoji", "a 👩🏽‍🚒 Ann", "👩🏽‍🚒 Ann", [["👩🏽‍🚒 Ann", true]]],
    ["with space around them", "late", " late\n", [["late", true]]],
    ["not inside of a word", "startling art", "art", [["art", true]]],
    ["not without a sign that stands among them", "Bob Stone", "Bob 💩 Stone", []],
    ["not where none are given", "“late”", "“", []],
    ["not where no text can hold them", "late", "late\0", []],
    ["nor with half a character", "late", "late\ud800", []],
  ])("%s", (_how, text, words, places) => {
    expect(found(text, words)).toEqual(places);
  });

  test("wherever they are taken from a text, and then no word is cut", () => {
    const pieces = fc.constantFrom(
      "ann",
      "Bob’s",
      "Élan",
      "e\u0301",
      "日本",
      "👩🏽‍🚒",
      " ",
      "  ",
      "\n",
      "“",
      "-",
      ".",
      "ﬁn",
      "U.S.",
    );
    const text = fc
      .array(pieces, { minLength: 1, maxLength: 20 })
      .map((all) => all.join("").normalize("NFC"));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, at, upTo) => {
        const tokens = [...tokenize(whole)];
        fc.pre(tokens.length > 0);
        const first = at % tokens.length;
        const last = first + (upTo % (tokens.length - first));
        const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
        const places = new WordPlaces(whole).find(whole.slice(start, end));
        // A letter of a word, or a mark alone, need not be one that stands for itself.
        for (const place of places) {
          expect(whole.slice(place.start, place.end).trim()).toBe(whole.slice(place.start, place.end));
        }
        const isCut =
          /[\p{L}\p{N}\p{M}]$/u.test(whole.slice(0, start)) ||
          /^[\p{L}\p{N}\p{M}\p{Cf}]/u.test(whole.slice(end));
        if (!isCut) expect(places).toContainEqual({ start, end, exact: true });
      }),
      { numRuns: runs(500) },
    );
  });
});

test("words are given as the text has them", () => {
  const places = new WordPlaces("BOB  STONE\nmet Bob\nStone. The New  Harbour");
  expect(places.asWritten("Bob Stone")).toBe("BOB STONE");
  expect(places.asWritten("new harbour")).toBe("New Harbour");
  expect(places.asWritten("Cleo")).toBeNull();
});

test.each([
  ["harbour stone", true],
  ["Stone – Harbour", true],
  ["stone bridge", false],
  ["stone 💩", false],
  ["–", false],
])("a label is made of the text's words: %s %s", (label, isIt) => {
  expect(new WordPlaces("Bob Stone, New Harbour").hasAllOf(label)).toBe(isIt);
});
