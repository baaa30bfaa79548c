import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPassage, type Passage, passageAt } from "../../src/domain/passage.ts";
import { LaterText, reanchor } from "../../src/domain/reanchor.ts";

const TEXT =
  "The council met on Monday. It put off the vote on the bridge until spring. The mayor said it was “a sad day” for the town. Nobody objected.";
const VOTE = findPassage(TEXT, { exact: "put off the vote on the bridge" });
const SAD = findPassage(TEXT, { exact: "a sad day" });
const LONG_TEXT = "At noon the mayor told the crowd that they’ll never build it while she lives, and left.";
const LONG = findPassage(LONG_TEXT, { exact: "they’ll never build" });

describe("a passage in a later text", () => {
  test.each<[string, Passage, string, string, string | null]>([
    ["is where it was in the same text", VOTE, TEXT, "EXACT", VOTE.exact],
    ["is where it was when more follows", VOTE, `${TEXT} More came later.`, "EXACT", VOTE.exact],
    ["has moved when something comes before it", VOTE, `Update: ${TEXT}`, "MOVED", VOTE.exact],
    ["has moved with its sentence", SAD, TEXT.split(" ").slice(5).join(" "), "MOVED", SAD.exact],
    ["is gone with its words", VOTE, TEXT.replace("put off", "held"), "ORPHANED", null],
    ["is gone when the text is", VOTE, "", "ORPHANED", null],
    [
      "is the same with other quotation marks and dashes",
      SAD,
      TEXT.replaceAll(/[“”]/g, '"'),
      "EXACT",
      SAD.exact,
    ],
    ["is given as it now stands", SAD, TEXT.replace("a sad day", "A sad day"), "EXACT", "A sad day"],
    [
      "is not a lookalike among other words",
      SAD,
      "It rained. What a sad day it had been, they thought.",
      "ORPHANED",
      null,
    ],
    [
      "is ambiguous when it is repeated among the same words",
      SAD,
      `Once more: the mayor said it was “a sad day” for the town. ${TEXT}`,
      "AMBIGUOUS",
      null,
    ],
    [
      "is known by its surroundings when the words alone are repeated",
      SAD,
      `Readers call it a sad day. ${TEXT}`,
      "MOVED",
      SAD.exact,
    ],
    [
      "is found among its surroundings though elsewhere the same words stand as they did",
      LONG,
      `A song says they’ll never build again. ${LONG_TEXT.replace("’", "'")}`,
      "MOVED",
      "they'll never build",
    ],
    [
      "is where it was though others look like it",
      VOTE,
      `${TEXT} PUT OFF THE VOTE ON THE BRIDGE!`,
      "EXACT",
      VOTE.exact,
    ],
  ])("%s", (_what, passage, later, state, exact) => {
    const found = reanchor(passage, new LaterText(later));
    expect(found.state).toBe(state);
    expect(found.passage?.exact ?? null).toBe(exact);
  });
});

/** Sentences that no other shares a word with, so that the place of each is known after any edit. */
const sentence = (index: number) =>
  `Word${index}a word${index}b 😀 “word${index}c” word${index}d — and word${index}e word${index}f.`;

/** What an editor does to sentences, each named by its number; -1 stands for a new one. */
const edit = fc.oneof(
  fc.record({ act: fc.constant("insert" as const), at: fc.nat() }),
  fc.record({ act: fc.constant("delete" as const), at: fc.nat() }),
  fc.record({ act: fc.constant("move" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ act: fc.constant("duplicate" as const), at: fc.nat(), to: fc.nat() }),
);

test("after any edits, a passage is found where its sentence is, or not at all", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.nat(),
      fc.array(edit, { maxLength: 6 }),
      (count, which, edits) => {
        const before = Array.from({ length: count }, (_, index) => index);
        const target = which % count;
        let fresh = 1_000;
        const after = [...before];
        for (const one of edits) {
          const at = one.at % Math.max(1, after.length);
          if (one.act === "insert") after.splice(at, 0, fresh++);
          if (one.act === "delete") after.splice(at, 1);
          if (one.act === "move") after.splice(one.to % Math.max(1, after.length), 0, ...after.splice(at, 1));
          const copied = after[at];
          if (one.act === "duplicate" && copied !== undefined) after.splice(one.to % after.length, 0, copied);
        }
        const text = before.map(sentence).join(" ");
        const later = after.map(sentence).join(" ");
        const words = sentence(target);
        const passage = findPassage(text, { exact: words.slice(0, -1) });

        const { state, passage: found } = reanchor(passage, new LaterText(later));
        const copies = after.filter((index) => index === target).length;
        if (found !== null) {
          expect(found).toEqual(passageAt(later, found.start, found.end));
          expect(found.exact).toBe(passage.exact);
          expect(state).toBe(found.start === passage.start ? "EXACT" : "MOVED");
        }
        if (copies === 0) expect(state).toBe("ORPHANED");
        if (copies === 1) expect(found).not.toBeNull();
        if (copies > 1) expect(state === "AMBIGUOUS" || found !== null).toBe(true);
      },
    ),
  );
});

test("however marks, dashes and spaces are set anew, the words are found, once, as they now stand", () => {
  const reset = fc.constantFrom<(text: string) => string>(
    (text) => text.replaceAll(/[“”]/g, '"'),
    (text) => text.replaceAll("—", "-"),
    (text) => text.replaceAll(" ", "\u00a0"),
    (text) => text.normalize("NFC").toUpperCase(),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.nat(),
      fc.array(reset, { maxLength: 4 }),
      (count, which, resets) => {
        const text = Array.from({ length: count }, (_, index) => sentence(index)).join(" ");
        const passage = findPassage(text, { exact: sentence(which % count).slice(0, -1) });
        const later = resets.reduce((changed, one) => one(changed), text);
        const { state, passage: found } = reanchor(passage, new LaterText(later));
        expect(state).toBe("EXACT");
        expect(found).toEqual(passageAt(later, passage.start, passage.end));
      },
    ),
  );
});
