import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "../../../../src/domain/passage.ts";
import { extract } from "../../../../src/ingest/extract/extract.ts";

const article = new URL(
  "../../../../seeds/putin-trump-summit/articles/russian-official-provides-insights-on-anticipated-putin-trump-summit.md",
  import.meta.url,
);
const text = readFileSync(article, "utf8").replace(/^---\n.*?\n---\n+/s, "");

const RYABKOV = "Sergey Ryabkov";
const TRUMP = "Donald Trump";

describe("the quotes of the demo story's article", () => {
  const quotes = extract(text, { published: "2025-11-22~" }).quotes;

  it("has each, with who says it", () => {
    const found = quotes.map(({ kind, speaker, speakerAsWritten, cue, passage }) => {
      const words = sliceCodePoints(text, passage.start, passage.end);
      return [kind, speaker?.name, speakerAsWritten, cue, words.replace(/^(.{24}).*(.{12})$/s, "$1…$2")];
    });
    expect(found).toEqual(
      [
        [
          "INDIRECT",
          RYABKOV,
          "Russia's Deputy Foreign Minister Sergey Ryabkov",
          "says",
          "another meeting between …appen soon",
        ],
        ["INDIRECT", RYABKOV, "Ryabkov", "said", "communication channels b…r stability"],
        ["INDIRECT", RYABKOV, "Ryabkov", "insists", "the diplomatic process c… the scenes"],
        ["DIRECT", RYABKOV, "he", "said", "We work continuously. We…going well,"],
        ["PARTIAL", RYABKOV, "The Russian official", "described", "excellent,"],
        ["INDIRECT", RYABKOV, "he", "said", "Moscow won't pressure Be…discussions"],
        ["PARTIAL", RYABKOV, "he", "noting", "no questions for China r…c stability."],
        ["INDIRECT", RYABKOV, "He", "added", "Russia hasn't received f… of meeting"],
        ["INDIRECT", TRUMP, "Trump", "has expressed interest in", "bringing China into nucl… and the US"],
        ["INDIRECT", TRUMP, "Trump", "said", "Putin raised the possibi…clude China"],
      ].map((row) => row.map((cell, index) => (index === 4 ? expect.stringMatching(shortened(cell)) : cell))),
    );
  });

  it("tells that Trump passes on Putin's words, and when", () => {
    expect(quotes.at(-1)).toMatchObject({
      relays: { type: "PERSON", name: "Vladimir Putin" },
      said: "2025-10",
    });
  });
});

/** A pattern for words given by their beginning and end. */
function shortened(words: string): RegExp {
  const [head = "", tail = ""] = words.split("…");
  const literal = (part: string) => part.replace(/[.,]/g, "\\$&");
  return new RegExp(`^${literal(head)}.*${literal(tail)}$`);
}
