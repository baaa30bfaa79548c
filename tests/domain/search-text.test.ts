import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, tokenize, tokensOf } from "../../src/domain/search-text.ts";
import { runs } from "../support/runs.ts";

const unicode = fc.string({ unit: "binary", maxLength: 60 });

describe("what is spelt differently folds to the same", () => {
  test.each([
    ["German", ["Straße", "STRASSE", "STRAẞE", "straſſe"]],
    ["Turkish, with and without its own letters", ["İstanbul", "ISTANBUL", "istanbul", "ıstanbul"]],
    ["Greek, with final sigma and accents", ["ΟΔΟΣ", "οδός", "Ὀδός", "ΟΔΌΣ"]],
    ["Polish", ["Łódź", "lodz", "ŁÓDŹ"]],
    ["Danish and Norwegian", ["Søren", "Soren", "SØREN"]],
    ["French", ["Cœur brûlé", "coeur brule", "CŒUR BRÛLÉ"]],
    ["Icelandic", ["Þórður", "thordur"]],
    ["Serbian, in Latin letters", ["Đorđe", "dorde"]],
    ["Russian", ["Ёлка", "елка", "ЁЛКА"]],
    ["Ukrainian, with three apostrophes", ["п’ять", "п'ять", "пʼять"]],
    ["Arabic, with and without points and tatweel", ["مُحَمَّد", "محـمد", "محمد"]],
    ["Arabic, with the hamza of alef", ["أحمد", "احمد"]],
    ["Hebrew", ["שָׁלוֹם", "שלום"]],
    ["Vietnamese", ["Nguyễn", "nguyen", "NGUYÊN"]],
    ["narrow kana", ["ﾊﾟｰﾃｨｰ", "パーティー"]],
    ["wide letters and ligatures", ["ＦＩＮＡＬ", "ﬁnal", "final"]],
    ["composed and decomposed accents", ["caf\u00e9", "cafe\u0301", "cafe"]],
    ["apostrophes", ["don’t", "don't", "don‘t"]],
    ["dashes", ["Putin–Trump", "Putin-Trump", "Putin Trump"]],
    ["acronyms", ["U.S.", "US", "U.S"]],
    ["soft hyphens and joiners", ["co\u00adoperate", "cooperate", "co\u200doperate"]],
  ])("%s", (_name, spellings) => {
    const [first = "", ...others] = spellings;
    expect(tokensOf(first)).not.toEqual([]);
    for (const other of others) expect(tokensOf(other)).toEqual(tokensOf(first));
  });

  test("but another letter stays another", () => {
    expect(tokensOf("が")).not.toEqual(tokensOf("か"));
    expect(tokensOf("कि")).not.toEqual(tokensOf("का"));
    expect(tokensOf("มี")).not.toEqual(tokensOf("มา"));
    expect(tokensOf("mueller")).not.toEqual(tokensOf("Müller"));
  });
});

describe("words", () => {
  test.each([
    [
      "Ryabkov’s talks in the U.S., e.g. on arms",
      ["ryabkov", "s", "talks", "in", "the", "us", "eg", "on", "arms"],
    ],
    ["example.com, 1,000 and 3.14", ["example", "com", "1", "000", "and", "3", "14"]],
    ["東京都 iPhone手机", ["東", "京", "都", "iphone", "手", "机"]],
    ["สวัสดี", ["ส", "วั", "ส", "ดี"]],
    ["대통령은 서울", ["대통령은", "서울"]],
    ["👩🏽‍🚒 — … “”", []],
    ["a\0b\ud800c", ["a", "b", "c"]],
  ])("of %j", (text, words) => {
    expect(tokensOf(text)).toEqual(words);
  });

  test("say where they stand", () => {
    const text = "In Łódź, ‘U.S.’ 東京";
    expect([...tokenize(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
      "In",
      "Łódź",
      "U.S",
      "東",
      "京",
    ]);
  });

  test("are cut after 64 characters", () => {
    expect(tokensOf("😀a".repeat(10))).toHaveLength(10);
    expect(tokensOf("x".repeat(1_000_000))).toEqual(["x".repeat(64)]);
    expect(tokensOf("𐐨".repeat(100))).toEqual(["𐐨".repeat(64)]);
  });
});

describe("for any text", () => {
  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(unicode, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test("the normal form does not matter", () => {
    fc.assert(
      fc.property(unicode, (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test("words stand in order and are made of letters, digits and marks", () => {
    fc.assert(
      fc.property(unicode, (text) => {
        let at = 0;
        for (const { text: word, start, end } of tokenize(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(at);
          at = start;
        }
      }),
      { numRuns: runs(1_000) },
    );
  });
});

test("folds every character of Unicode for good", () => {
  const unstable: string[] = [];
  for (let code = 0; code < 0x110000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const folded = foldText(String.fromCodePoint(code));
    if (foldText(folded) !== folded) unstable.push(code.toString(16));
  }
  expect(unstable).toEqual([]);
});
