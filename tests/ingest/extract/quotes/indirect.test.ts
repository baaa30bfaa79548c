import { describe, expect, it } from "vitest";
import { CAST, indirectOf } from "./quotes-of.ts";

const drafted = (text: string) => indirectOf(`${CAST}\n${text}\n`);

describe("statements without quotation marks", () => {
  it.each([
    ["Tom Bell said the vote was rigged.", "Tom Bell", "said", "the vote was rigged"],
    ["Tom Bell said on Monday that the vote was rigged.", "Tom Bell", "said", "the vote was rigged"],
    ["Tom Bell told CNN on Sunday that taxes would rise.", "Tom Bell", "told", "taxes would rise"],
    ["The bank will close, said Anna Berg.", "Anna Berg", "said", "The bank will close"],
    ["The bank will close, Berg said on Friday.", "Anna Berg", "said", "The bank will close"],
    ["According to Anna Berg, the bank will close.", "Anna Berg", "According to", "the bank will close"],
    ["The bank will close, according to Anna Berg.", "Anna Berg", "according to", "The bank will close"],
    ["Bell insists the plan will work.", "Tom Bell", "insists", "the plan will work"],
    ["Bell believes the plan will work.", "Tom Bell", "believes", "the plan will work"],
    [
      "Bell has expressed interest in buying the club.",
      "Tom Bell",
      "has expressed interest in",
      "buying the club",
    ],
    ["Berg vowed to fight the ruling.", "Anna Berg", "vowed", "to fight the ruling"],
    ["Berg has called for an inquiry.", "Anna Berg", "has called for", "an inquiry"],
    ["Bell, who lost his seat, warned that prices would rise.", "Tom Bell", "warned", "prices would rise"],
  ])("%s", (text, speaker, cue, words) => {
    expect(drafted(text)).toMatchObject([{ speaker: { name: speaker }, cue, words, kind: "INDIRECT" }]);
  });

  it("parts what is added from what is said", () => {
    const found = drafted("Bell said the plan had failed, adding that Berg was to blame.");
    expect(found.map(({ words, cue }) => [cue, words])).toEqual([
      ["said", "the plan had failed"],
      ["adding", "Berg was to blame"],
    ]);
  });

  it("tells whose words the speaker passes on", () => {
    expect(drafted("Bell said Anna Berg told him the vote was rigged.")).toMatchObject([
      {
        speaker: { name: "Tom Bell" },
        relays: { name: "Anna Berg" },
        words: "Anna Berg told him the vote was rigged",
      },
    ]);
    expect(drafted("Bell said Anna Berg raised the possibility of a truce.")).toMatchObject([
      { speaker: { name: "Tom Bell" }, relays: { name: "Anna Berg" } },
    ]);
    expect(drafted("Bell said Anna Berg had left.")).toMatchObject([{ relays: null }]);
  });

  it.each([
    "Bell did not say whether he would run.",
    "Bell declined to comment.",
    "Bell announced a new plan.",
    "Bell denied the charges and left.",
    'Bell said the plan was "dead".',
    "In a letter seen by the paper, Bell wrote to Berg.",
  ])("nothing: %s", (text) => expect(drafted(text)).toEqual([]));
});

describe("when it was said", () => {
  it.each([
    ["Bell said on Friday that taxes would rise.", "2024-05-17"],
    ["On Friday, Bell said taxes would rise.", "2024-05-17"],
    ["Last month, Bell said taxes would rise.", "2024-04"],
    ["Taxes will rise, Bell said on Friday.", "2024-05-17"],
    ["Bell said taxes would rise on Friday.", null],
    ["Bell, who lost his seat in 2019, said taxes would rise.", null],
    ["Bell said taxes would rise.", null],
  ])("%s", (text, said) => expect(drafted(text)).toMatchObject([{ said }]));
});
