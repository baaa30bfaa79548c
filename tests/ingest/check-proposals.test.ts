import { expect, test } from "vitest";
import type { Drafts } from "../../src/domain/draft.ts";
import { codePointLength } from "../../src/domain/passage.ts";
import { checkProposals } from "../../src/ingest/drafts/check-proposals.ts";
import { drafts, eventDraft, organization, person, personDraft, quoteDraft } from "../support/drafts.ts";

const BODY = "👩🏽‍🚒 Person ann said it is late. Bob Stone, 61, asked for talks.\nTalks were held in Town.";
const quote = quoteDraft(BODY, "it is late", { speaker: person("Person ann"), cue: "said", about: [0] });
const event = eventDraft(BODY, "Talks were held", { place: "Town", date: "2025-10-16" });
const PROPOSED = drafts({ people: [personDraft(BODY, "Bob Stone")], quotes: [quote], events: [event] });
const length = codePointLength(BODY);

test.each<[string, Partial<Drafts>, RegExp]>([
  [
    "a passage that ends after the text",
    { quotes: [{ ...quote, passage: { start: 3, end: length + 1 } }] },
    /No passage from 3 to/,
  ],
  [
    "a passage that ends before it starts",
    { quotes: [{ ...quote, passage: { start: 5, end: 5 } }] },
    /No passage from 5 to 5/,
  ],
  [
    "a person whom the text does not name",
    { quotes: [{ ...quote, speaker: person("Cleo Foe") }] },
    /“Cleo Foe” is not in the text/,
  ],
  ["a cue that is not there", { quotes: [{ ...quote, cue: "shouted" }] }, /“shouted” is not in the text/],
  [
    "a claimant that is not there",
    { events: [{ ...event, claimantAsWritten: "a spokesman" }] },
    /“a spokesman” is not/,
  ],
  [
    "a sentence outside of the text",
    { events: [{ ...event, sentence: { start: 0, end: 9999 } }] },
    /No passage from 0 to 9999/,
  ],
  ["a former date that is none", { events: [{ ...event, formerDate: "once" }] }, /once/],
  ["a date that is none", { events: [{ ...event, date: "soon" }] }, /soon/],
  ["a confidence above 1", { events: [{ ...event, confidence: 95 }] }, /confidence is 95/],
  ["an event that it does not give", { quotes: [{ ...quote, about: [4] }] }, /event 4 of 1/],
  ["no mention", { people: [{ ...personDraft(BODY, "Bob Stone"), mentions: [] }] }, /mentions/],
])("refuses %s, and takes the others", (_what, parts, reason) => {
  const { values, refused } = checkProposals("a0", BODY, { ...PROPOSED, ...parts });
  expect(refused.map((one) => one.reason)).toEqual([expect.stringMatching(reason)]);
  expect(values).toHaveLength(2);
  // Nothing refers to what was refused.
  const keys = values.map((one) => one.key);
  for (const { payload } of values) {
    if (payload.kind === "QUOTE") for (const key of payload.about) expect(keys).toContain(key);
  }
});

test("takes an organization that is not in words of the text: “Russian” names Russia", () => {
  const quotes = [{ ...quote, speaker: organization("Ministry of Stones"), about: [] }];
  expect(checkProposals("a0", BODY, drafts({ quotes }))).toMatchObject({ values: [{}], refused: [] });
});

test.each<[string, Partial<Drafts>, RegExp]>([
  [
    "an organization",
    { quotes: [{ ...quote, speaker: organization("Ministry of Stones") }] },
    /“Ministry of Stones”/,
  ],
  [
    "a name made of two",
    { quotes: [{ ...quote, speaker: person("Bob ann") }] },
    /“Bob ann” is not in the text/,
  ],
  ["a place", { events: [{ ...event, place: "Atlantis" }] }, /“Atlantis” is not in the text/],
  [
    "a title",
    { events: [{ ...event, title: "Talks collapse" }] },
    /title has words that are not in the text/,
  ],
  ["an alias", { people: [{ ...personDraft(BODY, "Bob Stone"), aliases: ["Bobby"] }] }, /“Bobby” is not/],
  ["who is spoken for", { quotes: [{ ...quote, speakerFor: "The Stones" }] }, /“The Stones” is not/],
  [
    "a role",
    {
      people: [
        {
          ...personDraft(BODY, "Bob Stone"),
          roles: [{ title: "King", organization: null, passage: quote.passage }],
        },
      ],
    },
    /“King” is not/,
  ],
])("refuses %s of a model's that is not in the text; rules may know", (_what, parts, reason) => {
  const proposed = { ...PROPOSED, ...parts };
  expect(checkProposals("a0", BODY, proposed, "MODEL").refused.map((one) => one.reason)).toEqual([
    expect.stringMatching(reason),
  ]);
  expect(checkProposals("a0", BODY, PROPOSED, "MODEL").refused).toEqual([]);
});

test("gives keys by article, kind, place and words; two of the same have two", () => {
  const keys = (article: string, some: Drafts) =>
    checkProposals(article, BODY, some).values.map((one) => one.key);
  const twice = drafts({ events: [event, { ...event, title: "Something else" }] });
  const [first, second] = keys("a0", twice);
  expect(new Set([first, second]).size).toBe(2);
  expect(keys("a0", twice)).toEqual([first, second]);
  expect(keys("a0", drafts({ events: [{ ...event, confidence: 0.1, date: null }] }))).toEqual([first]);
  expect(keys("a1", twice)).not.toContain(first);
  expect(keys("a0", drafts({ quotes: [{ ...quoteDraft(BODY, "Talks were held") }] }))).not.toContain(first);
});

// By the square of the text this would take minutes.
test("a name that is mentioned all the time is checked in no time", () => {
  const name = "Ann Bo, ";
  const body = name.repeat(60_000);
  const mentions = Array.from({ length: 60_000 }, (_, at) => ({ start: at * 8, end: at * 8 + 6 }));
  const often = { ...personDraft(body, "Ann Bo"), mentions };
  expect(checkProposals("a0", body, drafts({ people: [often] })).refused).toEqual([]);
  const beyond = { ...often, mentions: [...mentions, { start: body.length - 1, end: body.length + 1 }] };
  expect(checkProposals("a0", body, drafts({ people: [beyond] })).refused).toMatchObject([
    { reason: expect.stringContaining(`need 0 <= start < end <= ${body.length}`) },
  ]);
});
