import { expect, test } from "vitest";
import { extract } from "../../../../src/ingest/extract/extract.ts";

/** Who takes part in the last event of a text. */
const cast = (text: string) =>
  extract(text, { published: "2025-11-22" })
    .events.at(-1)
    ?.participants.map(({ agent }) => agent.name);

test.each([
  ["Ana Lima called Jonas Berg. The two leaders met on Friday.", ["Ana Lima", "Jonas Berg"]],
  ["Ana Lima called Jonas Berg on Monday. They signed a deal on Friday.", ["Ana Lima", "Jonas Berg"]],
  ["Ana Lima and Jonas Berg are friends. The pair launched a firm on Monday.", ["Ana Lima", "Jonas Berg"]],
  ["Nokia and Ericsson are rivals. The two companies announced a merger on Monday.", ["Nokia", "Ericsson"]],
  ["Turkey and Libya have been allies. Both sides signed a treaty on Sunday.", ["Turkey", "Libya"]],
])("means them: %s", (text, names) => expect(cast(text)).toEqual(names));

test.each([
  "Ana Lima praised Jonas Berg and Ida Holm. They met on Monday.",
  "Ana Lima praised the plan. The two leaders met on Monday.",
  "Ana Lima called Jonas Berg. The two airlines announced a merger on Friday.",
  "The two leaders met on Friday.",
])("does not tell whom: %s", (text) => expect(cast(text)).toEqual([]));
