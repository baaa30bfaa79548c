import { describe, expect, test } from "vitest";
import { parseSearch, wholePhrase } from "../../src/domain/search-query.ts";

/** A search as text: phrases with + between their words, * where the last may go on. */
function read(text: string): string[] | null {
  const query = parseSearch(text);
  return query === null
    ? null
    : query.terms.map(({ tokens, prefix }) => `${tokens.join("+")}${prefix ? "*" : ""}`);
}

describe("a search is read as words and phrases", () => {
  test.each([
    ["alaska", ["alaska*"]],
    ["  nuclear   stab ", ["nuclear", "stab*"]],
    ['"everything is going well"', ["everything+is+going+well"]],
    ["“everything is” going", ["everything+is", "going*"]],
    ['trump "next summit"', ["trump", "next+summit"]],
    ["«Путин» „Трамп“", ["путин", "трамп"]],
    ["Putin–Trump O’Neill", ["putin+trump", "o+neill*"]],
    ["東京 大阪", ["東+京", "大+阪*"]],
    ["u.s. U.S", ["us", "us*"]],
    ["putin putin Putin trump", ["putin", "trump*"]],
    ['an open "quotation mark', ["an", "open", "quotation", "mark*"]],
    ['"alaska"', ["alaska"]],
  ])("%j", (text, terms) => {
    expect(read(text)).toEqual(terms);
  });

  test.each([
    ["NEAR(putin trump)", ["near+putin", "trump*"]],
    ["body:putin", ["body+putin*"]],
    ["-putin NOT trump", ["putin", "not", "trump*"]],
    ["putin* OR {name}:x", ["putin", "or", "name+x*"]],
    ["'; drop table topic; --", ["drop", "table", "topic*"]],
  ])("and has no operators: %j", (text, terms) => {
    expect(read(text)).toEqual(terms);
  });

  test.each(["", "   ", '"', '""', "*", "()", "—…", "😀", "\0", "\ud800", "''''"])(
    "%j has no word",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe("a search is bounded", () => {
  test("to 1,000 characters, counted as people do", () => {
    expect(read("x".repeat(1_000))).toEqual([`${"x".repeat(64)}*`]);
    expect(read("😀".repeat(1_000))).toBeNull();
    expect(() => read("x".repeat(1_001))).toThrow(
      expect.objectContaining({
        code: "INVALID_SEARCH",
        message: "The search has 1001 characters; it may have 1000. Search for fewer words.",
      }),
    );
  });

  test("to 16 different words and phrases", () => {
    const words = Array.from({ length: 17 }, (_, index) => `word${index}`);
    expect(read(words.slice(1).join(" "))).toHaveLength(16);
    expect(read(`"${words.join(" ")}"`)).toHaveLength(1);
    expect(read("word ".repeat(200))).toEqual(["word", "word*"]);
    expect(() => read(words.join(" "))).toThrow(expect.objectContaining({ code: "INVALID_SEARCH" }));
  });
});

test("the words of several terms make a phrase", () => {
  const phrase = (text: string) => {
    const query = parseSearch(text);
    return query && wholePhrase(query);
  };
  expect(phrase('putin-trump "next summit" soo')).toEqual({
    tokens: ["putin", "trump", "next", "summit", "soo"],
    prefix: true,
  });
  expect(phrase("putin-trump")).toBeNull();
});
