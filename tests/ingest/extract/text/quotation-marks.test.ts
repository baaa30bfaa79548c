import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findParagraphs } from "../../../../src/ingest/extract/text/paragraphs.ts";
import { findQuotations } from "../../../../src/ingest/extract/text/quotation-marks.ts";
import { runs } from "../../../support/runs.ts";

function quotations(text: string) {
  return findQuotations(text, findParagraphs(text));
}

function words(text: string): string[] {
  return quotations(text).map(({ start, end }) => text.slice(start, end));
}

describe("quotation marks", () => {
  it.each([
    ["straight", '"We won," he said.', ["We won,"]],
    ["curly", "“We won,” he said.", ["We won,"]],
    ["low", "„Wir haben gewonnen“, he said.", ["Wir haben gewonnen"]],
    ["guillemets", "« Nous avons gagné », he said.", ["Nous avons gagné"]],
    ["guillemets that point inwards", "»Vi vann«, he said.", ["Vi vann"]],
    ["single", "'We won,' he said.", ["We won,"]],
    ["single curly", "‘We won,’ he said.", ["We won,"]],
    ["two single ones for a double", "``We won,'' he said.", ["We won,"]],
    ["backtick", "`We won,' he said.", ["We won,"]],
    ["curly that closes with a straight one", '“We won," he said.', ["We won,"]],
    ["in brackets", '[He said "yes".]', ["yes"]],
    ["two on a line", '"Yes," she said. "No," he said.', ["Yes,", "No,"]],
    ["right after a dash", 'The answer—"never"—came soon.', ["never"]],
  ])("%s", (_, text, found) => expect(words(text)).toEqual(found));

  it.each([
    ["apostrophes", "The players' union isn't rich, and o'clock is o'clock.", []],
    ["clipped words", "Give 'em rock 'n' roll, 'til the '90s return.", []],
    ["feet and inches", `He is 5'10" tall and she is 6'1" tall.`, []],
    ["inches in a quotation", `"I am 5'10" tall," he said.`, [`I am 5'10" tall,`]],
    ["inches without feet in one", '"The 12" version was better," he said.', ['The 12" version was better,']],
    [
      "contractions in single marks",
      "'I don't know,' he said. 'We're late.'",
      ["I don't know,", "We're late."],
    ],
    [
      "a possessive in single marks",
      "'The players' union has failed,' he said.",
      ["The players' union has failed,"],
    ],
    ["a possessive after single marks", "The 'copycats' copied the players' kit.", ["copycats"]],
    [
      "single in double",
      `"They told me 'go home' and left," she said.`,
      ["They told me 'go home' and left,"],
    ],
    [
      "double in single",
      `'They told me "go home" and left,' she said.`,
      ['They told me "go home" and left,'],
    ],
    [
      "double in double",
      '"They told me "go home" and left," she said.',
      ['They told me "go home" and left,'],
    ],
    ["nothing in them", 'He said "" and " ".', []],
  ])("%s", (_, text, found) => expect(words(text)).toEqual(found));

  it.each([
    [
      "before who said it",
      '"We are late, said Mayor Lee. "We must go," she added.',
      ["We are late,", "We must go,"],
    ],
    [
      "after the last sentence",
      'She said: "We are late. It rains. "We must go."',
      ["We are late. It rains.", "We must go."],
    ],
    ["to the end of the paragraph", 'She said: "We are late\nIt rained.', ["We are late"]],
  ])("ends one whose closing mark was forgotten %s", (_, text, found) => expect(words(text)).toEqual(found));

  it("lets one that its paragraph leaves open go on in the next that begins with a mark", () => {
    const text = '"We are late.\n"We must go," he said.\n"Now."';
    expect(words(text)).toEqual(["We are late.", "We must go,", "Now."]);
    expect(quotations(text).map(({ continues }) => continues)).toEqual([false, true, false]);
  });

  it("keeps quotations within their paragraphs, in order and apart, whatever the text", () => {
    const pieces = fc.constantFrom(
      ...[
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "``",
        "''",
        "\n",
        " ",
        ". ",
        ", he said",
        "5'10\"",
        "a",
        "Anna",
        "😀",
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        const paragraphs = findParagraphs(text);
        let reached = 0;
        for (const { start, end, outer, paragraph } of quotations(text)) {
          expect(outer.start).toBeGreaterThanOrEqual(reached);
          expect(outer.start).toBeLessThan(start);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(outer.end);
          expect(paragraphs[paragraph]?.start).toBeLessThanOrEqual(outer.start);
          expect(paragraphs[paragraph]?.end).toBeGreaterThanOrEqual(outer.end);
          reached = outer.end;
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
