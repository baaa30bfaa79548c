import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DatelineError } from "../../src/domain/errors.ts";
import {
  CONTEXT_LENGTH,
  codePointLength,
  findPassage,
  normalizeText,
  type PassageQuery,
  passageAt,
  sliceCodePoints,
  verifyPassage,
} from "../../src/domain/passage.ts";
import { runs } from "../support/runs.ts";

const firefighter = "👩🏽‍🚒";
const family = "👨‍👩‍👧";
/** A letter that has no composed form, so that NFC leaves its mark apart. */
const decomposed = "q\u0308";

function failure(run: () => unknown): DatelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof DatelineError) return error;
    throw error;
  }
  throw new Error("Expected a DatelineError.");
}

function missing(text: string, query: PassageQuery): string {
  const error = failure(() => findPassage(text, query));
  expect(error.code).toBe("PASSAGE_NOT_FOUND");
  return error.message;
}

function ambiguous(text: string, query: PassageQuery): string {
  const error = failure(() => findPassage(text, query));
  expect(error.code).toBe("PASSAGE_AMBIGUOUS");
  return error.message;
}

/** Code point offsets of the boundaries of grapheme clusters, by segmenting the text as a whole. */
function graphemeBoundaries(text: string): number[] {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const offsets = Array.from(segments, ({ index }) => Array.from(text.slice(0, index)).length);
  return [...offsets, Array.from(text).length];
}

/** Characters that combine with each other, few enough for the same ones to recur. */
const combining = fc
  .array(
    fc.constantFrom(
      ...Array.from("aaeqж\u0301\u0308\u200d\ufe0f👩🚒🏽🇩🇪\n각가\u1112\u119e\u11abक\u094dष\u0e33\u0600 "),
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((characters) => normalizeText(characters.join("")));

const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 120 }),
    fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 120 }),
    combining,
  )
  .map((text) => normalizeText(text.replaceAll("\0", "")))
  .filter((text) => text !== "");

/** A text and two different code point offsets in it, in order. */
function withRange(texts: fc.Arbitrary<string>, offsetsOf: (text: string) => number[]) {
  return texts.chain((text) => {
    const offsets = offsetsOf(text);
    return fc
      .tuple(fc.nat({ max: offsets.length - 2 }), fc.nat({ max: offsets.length - 2 }))
      .map(([first, second]) => ({
        text,
        start: offsets[Math.min(first, second)] ?? 0,
        end: offsets[Math.max(first, second) + 1] ?? 0,
      }));
  });
}

const allOffsets = (text: string) => Array.from({ length: Array.from(text).length + 1 }, (_, i) => i);

describe("normalizeText", () => {
  it("composes accents and makes every line end a \\n", () => {
    expect(normalizeText("Cafe\u0301\r\nA\u030angstro\u0308m\rx\n\r\ny")).toBe("Café\nÅngström\nx\n\ny");
  });

  it.each([
    ["a\0b", "Character 1 is NUL"],
    ["😀\ud83d", "Character 1 is half of a surrogate pair"],
    ["\ude00😀", "Character 0 is half of a surrogate pair"],
  ])("refuses %j", (text, message) => {
    const error = failure(() => normalizeText(text));
    expect(error.code).toBe("INVALID_TEXT");
    expect(error.message).toContain(message);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const text = normalizeText(raw.replaceAll("\0", ""));
        expect(normalizeText(text)).toBe(text);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).not.toContain("\r");
      }),
    );
  });
});

describe("sliceCodePoints and codePointLength", () => {
  it("count a character outside of the Basic Multilingual Plane once", () => {
    expect(codePointLength("a😀b")).toBe(3);
    expect(codePointLength(firefighter)).toBe(4);
    expect(sliceCodePoints("a😀b", 1, 2)).toBe("😀");
    expect(sliceCodePoints("a😀b", 2, 99)).toBe("b");
    expect(sliceCodePoints("a😀b", -1, 1)).toBe("a");
    expect(sliceCodePoints("a😀b", 2, 1)).toBe("");
  });

  it("agree with the string iterator", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.nat({ max: 15 }),
        fc.nat({ max: 15 }),
        (text, start, end) => {
          expect(codePointLength(text)).toBe(Array.from(text).length);
          expect(sliceCodePoints(text, start, end)).toBe(Array.from(text).slice(start, end).join(""));
        },
      ),
    );
  });
});

describe("passageAt", () => {
  it("gives the words with 32 code points on each side", () => {
    const text = `${"😀".repeat(40)}the words${"é".repeat(40)}`;
    expect(passageAt(text, 40, 49)).toEqual({
      start: 40,
      end: 49,
      exact: "the words",
      prefix: "😀".repeat(32),
      suffix: "é".repeat(32),
    });
  });

  it("has a shorter prefix and suffix at the edges of the text", () => {
    expect(passageAt("Start, end", 0, 10)).toMatchObject({ prefix: "", exact: "Start, end", suffix: "" });
    expect(passageAt("Start, end", 7, 10)).toMatchObject({ prefix: "Start, ", exact: "end", suffix: "" });
  });

  it.each([
    [-1, 2],
    [2, 2],
    [3, 2],
    [0, 4],
    [3, 4],
    [0.5, 2],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
  ])("refuses %d to %d in a text of 3 code points", (start, end) => {
    const error = failure(() => passageAt("a😀b", start, end));
    expect(error.code).toBe("PASSAGE_NOT_FOUND");
    expect(error.message).toContain("end <= 3");
  });

  it("agrees with the string iterator for every range of every text", () => {
    fc.assert(
      fc.property(withRange(anyText, allOffsets), ({ text, start, end }) => {
        const characters = Array.from(text);
        const passage = passageAt(text, start, end);
        expect(passage).toEqual({
          start,
          end,
          exact: characters.slice(start, end).join(""),
          prefix: characters.slice(Math.max(0, start - CONTEXT_LENGTH), start).join(""),
          suffix: characters.slice(end, end + CONTEXT_LENGTH).join(""),
        });
        expect(verifyPassage(text, passage)).toBe(true);
      }),
    );
  });
});

describe("findPassage", () => {
  it("counts code points, not UTF-16 units", () => {
    const text = `😀😀 ${firefighter} “Talks will go on,” he said.`;
    expect(findPassage(text, { exact: "Talks will go on," })).toEqual({
      start: 9,
      end: 26,
      exact: "Talks will go on,",
      prefix: `😀😀 ${firefighter} “`,
      suffix: "” he said.",
    });
  });

  it("finds words at the start, at the end, and the whole text", () => {
    expect(findPassage("one two", { exact: "one" })).toMatchObject({ start: 0, end: 3, prefix: "" });
    expect(findPassage("one two", { exact: "two" })).toMatchObject({ start: 4, end: 7, suffix: "" });
    expect(findPassage("one two", { exact: "one two" })).toMatchObject({ start: 0, end: 7 });
  });

  it("normalises the query as the text was", () => {
    const text = normalizeText("He met Gara\u0161anin\r\nin a cafe\u0301.");
    const query = { exact: "s\u030canin\r\nin a", prefix: "Gara", suffix: " cafe\u0301." };
    expect(findPassage(text, query)).toMatchObject({ start: 11, exact: "šanin\nin a" });
    expect(failure(() => findPassage(text, { exact: "in\0" })).code).toBe("INVALID_TEXT");
    expect(failure(() => findPassage(text, { exact: "in", prefix: "\ud83d" })).code).toBe("INVALID_TEXT");
  });

  it("refuses empty words", () => {
    expect(missing("text", { exact: "" })).toContain("empty");
    expect(missing("", { exact: "", prefix: "", suffix: "" })).toContain("empty");
  });

  it.each([
    ["a letter without its mark", `a${decomposed}b`, "q"],
    ["a mark without its letter", `a${decomposed}b`, "\u0308"],
    ["words up to a letter without its mark", `Ira${decomposed}`, "Iraq"],
    ["one person of a family", family, "👩"],
    ["a person without the profession", firefighter, "👩🏽"],
    ["an emoji without its skin tone", "👋🏽", "👋"],
    ["half of a flag", "🇩🇪", "🇪"],
    ["the halves of two flags", "🇩🇪🇫🇷", "🇪🇫"],
    ["a Hangul syllable without its final consonant", "\u1112\u119e\u11ab", "\u1112\u119e"],
  ])("does not match %s", (_, text, exact) => {
    expect(normalizeText(text)).toBe(text);
    expect(text).toContain(exact);
    expect(missing(text, { exact })).toContain("begins or ends inside");
  });

  it("matches whole characters beside others of the same kind", () => {
    expect(findPassage("🇩🇪🇫🇷", { exact: "🇫🇷" })).toMatchObject({ start: 2, end: 4 });
    expect(findPassage(`${family}👩`, { exact: "👩" })).toMatchObject({ start: 5, end: 6 });
    expect(findPassage(`${decomposed}q`, { exact: "q" })).toMatchObject({ start: 2, end: 3 });
    expect(findPassage(`q${decomposed}`, { exact: decomposed })).toMatchObject({ start: 1, end: 3 });
    expect(findPassage("я".repeat(50_000) + decomposed, { exact: decomposed })).toMatchObject({
      start: 50_000,
    });
  });

  it("allows a prefix that begins inside a character, as one of 32 code points may", () => {
    const text = `${family}${"x".repeat(30)}yes, and yes`;
    const passage = findPassage(text, { exact: "yes", suffix: ", and" });
    expect(passage.prefix.startsWith("\u200d👧")).toBe(true);
    expect(findPassage(text, passage)).toEqual(passage);
  });

  describe("with several occurrences", () => {
    const text = "“No,” he said on Monday. “No,” he said on Friday, and then: “No,” he said.";

    it("says how many and shows their context", () => {
      const message = ambiguous(text, { exact: "he said" });
      expect(message).toContain("“he said” occurs 3 times");
      expect(message).toContain('at 6, prefix: "“No,” ", suffix: " on Monday. “No,” he said on Fri"');
      expect(message).toContain('at 31, prefix: "“No,” he said on Monday. “No,” "');
      expect(ambiguous("a ".repeat(9), { exact: "a" })).toMatch(/occurs 9 times.*- and 6 more$/s);
    });

    it("takes the one with the prefix or suffix", () => {
      expect(findPassage(text, { exact: "he said", suffix: " on Mon" })).toMatchObject({ start: 6 });
      expect(findPassage(text, { exact: "he said", prefix: "day. “No,” " })).toMatchObject({ start: 31 });
      expect(findPassage(text, { exact: "he said", prefix: " ", suffix: "." })).toMatchObject({ start: 66 });
      expect(ambiguous(text, { exact: "he said", suffix: " on " })).toContain("occurs 2 times");
    });

    it("looks at all of a prefix or suffix longer than the stored 32 code points", () => {
      const same = "x".repeat(60);
      const long = `A${same}word${same}C B${same}word${same}D`;
      expect(findPassage(long, { exact: "word", prefix: `B${same}` })).toMatchObject({ start: 188 });
      const first = findPassage(long, { exact: "word", suffix: `${same}C` });
      expect(first).toMatchObject({ start: 61, prefix: "x".repeat(32), suffix: "x".repeat(32) });
      expect(ambiguous(long, first)).toContain("occurs 2 times");
    });

    it("counts occurrences that overlap", () => {
      expect(ambiguous("banana", { exact: "ana" })).toContain("occurs 2 times");
      expect(ambiguous("😀😀😀", { exact: "😀😀" })).toContain("occurs 2 times");
    });
  });

  describe("says why words are missing", () => {
    it.each([
      ["quotation marks", "“We’re ready,” he said", '"We\'re ready," he said'],
      ["single for double marks", "‘Ready,’ he said", "“Ready,” he said"],
      ["dashes", "10–12 May — or later", "10-12 May - or later"],
      ["an ellipsis", "We will… see", "We will... see"],
      ["a no-break space", "10\u00a0May", "10 May"],
      ["a line end", "talks\nin Geneva", "talks in Geneva"],
      ["runs of spaces", "talks  in Geneva", "talks in  Geneva"],
      ["a soft hyphen", "negotia\u00adtions", "negotiations"],
      ["letter case", "Talks In Geneva", "talks in Geneva"],
      ["accents", "Erdoğan", "Erdogan"],
      ["a ligature", "the ﬁrst", "the first"],
      ["spaces around", "in Geneva", " in Geneva "],
    ])("and shows the text as it stands: %s", (_, stands, given) => {
      const text = `😀 Before. (${stands}) After.`;
      const message = missing(text, { exact: given });
      expect(message).toContain(`“${given}” is not in the text`);
      expect(message.split("To copy:\n")[1]).toBe(stands);
      expect(findPassage(text, { exact: stands }).exact).toBe(stands);
    });

    it("and where they are, when the prefix or suffix is another", () => {
      const message = missing("The old fox ran.", { exact: "fox", prefix: "old", suffix: "." });
      expect(message).toContain("“fox” after “old” before “.” is not in the text");
      expect(message).toContain('at 8, prefix: "The old ", suffix: " ran."');
    });

    it("and what was looked for, cut where it is long", () => {
      expect(missing("The fox", { exact: "wolf" })).toContain("“wolf” is not in the text. Copy the words");
      const message = missing("The fox", { exact: "😀".repeat(500) });
      expect(message).toContain(`“${"😀".repeat(120)}…”`);
      expect(missing("", { exact: "\u0301" })).toContain("Copy the words");
    });
  });

  it("finds exactly the place that the whole context before and after describes", () => {
    fc.assert(
      fc.property(withRange(anyText, graphemeBoundaries), ({ text, start, end }) => {
        const query = {
          prefix: sliceCodePoints(text, 0, start),
          exact: sliceCodePoints(text, start, end),
          suffix: sliceCodePoints(text, end, Number.POSITIVE_INFINITY),
        };
        expect(findPassage(text, query)).toEqual(passageAt(text, start, end));
      }),
      { numRuns: runs(500) },
    );
  });

  it("finds what trying every pair of character boundaries finds", () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(withRange(combining, allOffsets), fc.boolean(), ({ text, start, end }, withSuffix) => {
        const exact = sliceCodePoints(text, start, end);
        const suffix = withSuffix ? sliceCodePoints(text, end, end + 1) : "";
        const boundaries = graphemeBoundaries(text);
        const length = Array.from(exact).length;
        const places = boundaries.filter(
          (place) =>
            boundaries.includes(place + length) &&
            sliceCodePoints(text, place, place + length) === exact &&
            sliceCodePoints(text, place + length, place + length + 1).startsWith(suffix),
        );
        const [only] = places;
        if (places.length > 1) expect(ambiguous(text, { exact, suffix })).toContain(`${places.length} times`);
        else if (only === undefined) expect(missing(text, { exact, suffix })).toContain("not in the text");
        else expect(findPassage(text, { exact, suffix })).toEqual(passageAt(text, only, only + length));
        outcomes.add(only === undefined ? "missing" : places.length > 1 ? "ambiguous" : "found");
      }),
      { numRuns: runs(2000) },
    );
    expect(outcomes.size).toBe(3);
  });

  it("asks for no more than linear work where a character recurs in one long line", () => {
    expect(ambiguous("я".repeat(50_000), { exact: "я" })).toContain("occurs 50000 times");
    expect(missing(decomposed.repeat(50_000), { exact: "q" })).toContain("inside");
  }, 10_000);
});

describe("verifyPassage", () => {
  const text = "😀 one two three";
  const passage = passageAt(text, 6, 9);

  it("accepts a passage of the text, also with less context", () => {
    expect(passage.exact).toBe("two");
    expect(verifyPassage(text, passage)).toBe(true);
    expect(verifyPassage(text, { ...passage, prefix: "one ", suffix: "" })).toBe(true);
  });

  it.each([
    ["other words", { exact: "owt" }],
    ["no words", { exact: "", end: 6 }],
    ["another place", { start: 5, end: 8 }],
    ["UTF-16 offsets", { start: 7, end: 10 }],
    ["an end that does not fit", { end: 10 }],
    ["another prefix", { prefix: "one" }],
    ["a prefix longer than the text before", { prefix: "x😀 one " }],
    ["another suffix", { suffix: "three" }],
    ["a suffix longer than the text after", { suffix: " three!" }],
    ["a start before the text", { start: -1 }],
    ["a start that is no number", { start: Number.NaN, end: Number.NaN }],
    ["a place after the text", { start: 60, end: 63 }],
  ])("refuses %s", (_, change) => {
    expect(verifyPassage(text, { ...passage, ...change })).toBe(false);
  });
});
