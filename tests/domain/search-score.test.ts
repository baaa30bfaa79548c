import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexedTexts } from "../../src/domain/search-document.ts";
import { parseSearch } from "../../src/domain/search-query.ts";
import { BEST_SCORE, compareResults, type Scorable, scorer } from "../../src/domain/search-score.ts";

function score(
  search: string,
  names: readonly string[],
  text = "",
  phraseInTexts = false,
  ownNames = true,
): number {
  const query = parseSearch(search);
  if (query === null) throw new Error("A search without a word.");
  const [name = "", ...aliases] = names;
  return scorer(query)({ ...indexedTexts({ name, aliases, texts: [text] }), phraseInTexts, ownNames });
}

describe("the better result", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ["is named so, rather than having the word in its name", "alaska", ["Alaska"], ["Meeting in Alaska"]],
    ["has the whole name, rather than an alias", "kremlin", ["Kremlin"], ["Russia", "Kremlin"]],
    [
      "has an alias of that name, rather than a longer name",
      "kremlin",
      ["Russia", "Kremlin"],
      ["Kremlin talks"],
    ],
    ["begins with the search", "putin", ["Putin visits Alaska"], ["Alaska: Putin arrives"]],
    ["ends with the search, and is shorter", "putin", ["Vladimir Putin"], ["Putin visits Alaska"]],
    ["ends with what the search begins", "put", ["Vladimir Putin"], ["Meeting of Putin and others"]],
    ["has the word in the name, not among the aliases", "soon", ["Talks soon"], ["Talks", "Meeting soon"]],
    ["has the word in an alias, not in its texts", "soon", ["Talks", "Meeting soon"], ["Talks"]],
    ["has the whole word, not the beginning of one", "stab", ["A stab"], ["A stability"]],
    ["has more of the words in its name", "nuclear talks", ["Nuclear talks of May"], ["The talks of May"]],
    ["has the words in a row", "nuclear talks", ["More nuclear talks"], ["More talks, nuclear"]],
    ["has the shorter name", "talks", ["The talks"], ["The talks of May"]],
  ])("%s", (_name, search, better, worse) => {
    expect(score(search, better)).toBeGreaterThan(score(search, worse));
  });

  test("has the words in a row in its texts", () => {
    expect(score("a b", ["x"], "a b", true)).toBeGreaterThan(score("a b", ["x"], "b a", false));
  });

  test("has the name itself, rather than being said by who has it", () => {
    const speaker = ["Sergey Ryabkov", "Ryabkov"];
    expect(score("ryabkov", ["Sergey Ryabkov"])).toBeGreaterThan(
      score("ryabkov", speaker, "x", false, false),
    );
    expect(score("ryabkov", speaker, "x", false, false)).toBeGreaterThan(score("ryabkov", ["x"], "Ryabkov"));
  });

  test("has the shorter texts", () => {
    expect(score("word", ["x"], "word and")).toBeGreaterThan(
      score("word", ["x"], "word and so on ".repeat(20)),
    );
  });

  test("comes first by type, then by key as code points", () => {
    const results = [
      { score: 5, type: 1, key: "\u{1F600}" },
      { score: 5, type: 1, key: "\uFFFD" },
      { score: 5, type: 0, key: "z" },
      { score: 6, type: 6, key: "z" },
    ];
    expect(results.sort(compareResults).map(({ key }) => key)).toEqual(["z", "z", "\uFFFD", "\u{1F600}"]);
    expect(results[0]?.score).toBe(6);
  });
});

test("a score is a whole number in its range and depends on nothing else", () => {
  const word = fc.constantFrom("putin", "trump", "alaska", "東京", "é", "a");
  const texts = fc.record({
    names: fc
      .array(
        fc.array(word).map((words) => words.join(" ")),
        { minLength: 1, maxLength: 4 },
      )
      .map((n) => n.join("\n")),
    ownNames: fc.boolean(),
    length: fc.nat(1_000_000),
    phraseInTexts: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), texts, (words, scorable: Scorable) => {
      const query = parseSearch(words.join(" "));
      if (query === null) return;
      const points = scorer(query)(scorable);
      expect(Number.isInteger(points) && points >= 0 && points < BEST_SCORE).toBe(true);
      expect(scorer(query)({ ...scorable })).toBe(points);
    }),
  );
});
