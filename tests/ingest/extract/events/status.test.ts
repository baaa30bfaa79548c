import { describe, expect, test } from "vitest";
import { sentenceParser } from "../../../../src/ingest/extract/clauses/orientation.ts";
import { findScenes } from "../../../../src/ingest/extract/events/scenes.ts";
import { statusOf } from "../../../../src/ingest/extract/events/status.ts";
import { findTriggers } from "../../../../src/ingest/extract/events/triggers.ts";
import { annotate } from "../../../../src/ingest/extract/text/annotate.ts";

/** The status that each word of an event has, null where it did not come to pass. */
function statuses(text: string): Record<string, string | null> {
  const triggers = findScenes(annotate(text), [], sentenceParser()).flatMap(findTriggers);
  return Object.fromEntries(
    triggers.map((trigger) => [trigger.scene.parsed.tokens[trigger.at]?.lower ?? "", statusOf(trigger)]),
  );
}

describe("what became of an event", () => {
  test.each([
    // By tense.
    ["The council approved the plan.", "approved", "OCCURRED"],
    ["The council has approved the plan.", "approved", "OCCURRED"],
    ["The minister was arrested.", "arrested", "OCCURRED"],
    ["The council will approve the plan.", "approve", "SCHEDULED"],
    ["The king is to visit Oslo.", "visit", "SCHEDULED"],
    ["The rocket is set to launch from Kourou.", "launch", "SCHEDULED"],
    ["She is expected to resign.", "resign", "SCHEDULED"],
    ["She plans to resign.", "resign", "SCHEDULED"],
    ["He vowed to sue the paper.", "sue", "SCHEDULED"],
    ["The bank said it would close 12 branches.", "close", "SCHEDULED"],
    ["The bank could close 12 branches.", "close", "POSSIBLE"],
    ["The bank may have closed 12 branches.", "closed", "POSSIBLE"],
    ["The bridge would be closed if the river rose.", "closed", "POSSIBLE"],
    ["Lawmakers threatened to impeach the president.", "impeach", "POSSIBLE"],
    ["The firm is considering closing its plant.", "closing", "POSSIBLE"],
    ["Engineers are inspecting the dam.", "inspecting", "IN_PROGRESS"],
    // Carried out, or not.
    ["He was forced to resign.", "resign", "OCCURRED"],
    ["They managed to rescue the crew.", "rescue", "OCCURRED"],
    ["He failed to resign.", "resign", null],
    ["The airline could have been fined.", "fined", null],
    ["Greece refused to extradite the banker.", "extradite", null],
    ["The senator did not sign the bill.", "sign", null],
    ["The senator never signed the bill.", "signed", null],
    ["The game has yet to be released.", "released", null],
    ["They left without signing the deal.", "deal", null],
    // Nouns.
    ["The mayor offered his condolences.", "condolences", "OCCURRED"],
    ["The mayor called an election.", "election", "SCHEDULED"],
    ["The mayor called for an election.", "election", "POSSIBLE"],
    ["The summit took place in Oslo.", "summit", "OCCURRED"],
    ["They held talks in Oslo.", "talks", "OCCURRED"],
    ["They will hold talks in Oslo.", "talks", "SCHEDULED"],
    ["They plan to hold talks in Oslo.", "talks", "SCHEDULED"],
    ["An upcoming election has worried investors.", "election", "SCHEDULED"],
    ["A vote is scheduled for Friday.", "vote", "SCHEDULED"],
    ["Markets fell ahead of the election.", "election", "SCHEDULED"],
    ["A possible merger has worried unions.", "merger", "POSSIBLE"],
    ["They discussed the possibility of a ceasefire.", "ceasefire", "POSSIBLE"],
    ["The union called for a boycott.", "boycott", "POSSIBLE"],
    ["The minister proposed a ban.", "ban", "POSSIBLE"],
    ["The ongoing trial has cost millions.", "trial", "IN_PROGRESS"],
    ["The trial is under way.", "trial", "IN_PROGRESS"],
    ["The protests continue.", "protests", "IN_PROGRESS"],
    ["The meeting was postponed.", "meeting", "POSTPONED"],
    ["A meeting planned for May was delayed.", "meeting", "POSTPONED"],
    ["The talks, which were due in May, have been put off.", "talks", "POSTPONED"],
    ["They postponed the election.", "election", "POSTPONED"],
    ["The concert was called off.", "concert", "CANCELLED"],
    ["The band cancelled its concert.", "concert", "CANCELLED"],
    ["They reached no agreement.", "agreement", null],
    ["They did not reach an agreement.", "agreement", null],
    ["They failed to reach an agreement.", "agreement", null],
  ])("%s", (text, word, status) => expect(statuses(text)).toHaveProperty([word], status));
});
