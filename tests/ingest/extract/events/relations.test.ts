import { expect, test } from "vitest";
import { extract } from "../../../../src/ingest/extract/extract.ts";

/** What the text says of how its events hang together, by their titles. */
function relations(text: string): readonly string[] {
  const { events } = extract(text, { published: "2025-11-22" });
  return events.flatMap(({ title, relations }) =>
    relations.map(({ kind, event }) => `${title} ${kind} ${events[event]?.title}`),
  );
}

test.each([
  [
    "Ana Lima met Jonas Berg on the sidelines of a summit in Rome on Monday.",
    "Ana Lima meets Jonas Berg in Rome PART_OF Summit in Rome",
  ],
  [
    "During a visit to Ankara on Monday, Lena Vogt signed a trade deal.",
    "Lena Vogt signs trade deal PART_OF Visit to Ankara",
  ],
  ["Police arrested 20 people during the protest on Friday.", "Police arrest 20 people PART_OF Protest"],
  ["The riots were sparked by the killing of a student on Sunday.", "Riots CAUSED_BY Killing of a student"],
  [
    "The killing of a student on Sunday sparked riots in Lyon.",
    "Riots in Lyon CAUSED_BY Killing of a student in Lyon",
  ],
  ["The minister resigned on Friday over the crash.", "Minister resigns CAUSED_BY Crash"],
  [
    "A flood in Valencia led to the resignation of the mayor on Friday.",
    "Resignation of the mayor in Valencia CAUSED_BY Flood in Valencia",
  ],
  [
    "Ministers held talks in Oslo in May. A second round of talks will begin on Tuesday.",
    "Second round of talks FOLLOW_UP_TO Talks in Oslo",
  ],
  [
    "Ana Lima met Jonas Berg in Oslo on Monday. They will meet again in March.",
    "Lima–Berg meeting FOLLOW_UP_TO Ana Lima meets Jonas Berg in Oslo",
  ],
])("tells: %s", (text, told) => expect(relations(text)).toEqual([told]));

test.each([
  "An earthquake hit Chile on Monday. A fire broke out in Peru on Tuesday.",
  "The minister resigned on Friday, and a train derailed near Lyon.",
  "Ana Lima met Jonas Berg in Oslo on Monday. Ida Holm will resign in March.",
])("tells of none: %s", (text) => expect(relations(text)).toEqual([]));
