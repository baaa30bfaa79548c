import fc from "fast-check";
import { expect, test } from "vitest";
import {
  AGENT_TYPES,
  EVENT_STATUSES,
  PARTICIPANT_ROLES,
  QUOTE_KINDS,
  SPEAKER_KINDS,
} from "../../../../src/domain/model.ts";
import type { Proposal } from "../../../../src/domain/proposal.ts";
import { tokensOf } from "../../../../src/domain/search-text.ts";
import { applyStory } from "../../../../src/ingest/apply/apply-story.ts";
import { draftText } from "../../../../src/ingest/drafts/draft-article.ts";
import { partsOf } from "../../../../src/ingest/extract/model/parts.ts";
import { type Answer, drafts, says, startFakeModel } from "../../../support/fake-model.ts";
import { runs } from "../../../support/runs.ts";
import { AUTHOR, storeOfThisFile } from "../../../support/store.ts";
import { article, story } from "../../../support/story.ts";
import { extractorAt, RIGHT, TEXT } from "./asked.ts";

const { store } = await storeOfThisFile();

/** Words of the text, cut anywhere, set otherwise, or made up. */
const wording = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.nat(TEXT.length), fc.nat(40)).map(([at, n]) => TEXT.slice(at, at + n)),
  },
  { weight: 5, arbitrary: fc.constantFrom(...(TEXT.match(/[\p{L}-]+(?: [\p{L}-]+){0,3}/gu) ?? [])) },
  fc.constantFrom(...(TEXT.match(/[\p{L}-]+/gu) ?? [])).map((word) => word.toUpperCase()),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("", " ", "Cleo Foe", "Bob Foe", "Bob 💩 Stone", "\0", "\ud800", "“”", "__proto__", "he"),
);
/** Much has to be right of a draft that is not refused: most of what may be left out is. */
const maybe = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });
const passage = fc.record({ words: wording, before: maybe(wording), after: maybe(wording) });
const agent = fc.record({
  type: fc.constantFrom(...AGENT_TYPES),
  name: fc.oneof(fc.constantFrom("Bob Stone", "Élan-Øst", "Ruritania", "stone"), wording),
});
const date = maybe(fc.constantFrom("2025-10-16", "2025-10", "soon", "2025-99", "../..", ""));
const id = fc.constantFrom("e1", "e2", "e9", "part1-e1", "__proto__");
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const status = fc.constantFrom(...EVENT_STATUSES, "SOON");

const answer = fc.record(
  {
    people: few(
      fc.record({
        name: wording,
        aliases: few(wording),
        roles: few(fc.record({ title: wording, organization: maybe(wording), passage })),
      }),
    ),
    organizations: few(fc.record({ name: wording, aliases: few(wording) })),
    events: few(
      fc.record({
        id,
        title: wording,
        passage,
        sentence: maybe(passage),
        status,
        date,
        formerDate: date,
        place: maybe(wording),
        participants: few(fc.record({ agent, role: fc.constantFrom(...PARTICIPANT_ROLES) })),
        claimedBy: few(agent),
        claimantAsWritten: maybe(wording),
        relations: few(fc.record({ kind: fc.constantFrom("PART_OF", "LIKES"), event: id })),
      }),
    ),
    quotes: few(
      fc.record({
        kind: fc.constantFrom(...QUOTE_KINDS),
        passage,
        speaker: maybe(agent),
        speakerKind: fc.constantFrom(...SPEAKER_KINDS),
        speakerAsWritten: maybe(wording),
        speakerFor: maybe(wording),
        cue: maybe(wording),
        relays: maybe(agent),
        said: date,
        about: few(id),
      }),
    ),
  },
  { requiredKeys: ["people"] },
);

/** A right answer of which something is another. */
const bent = fc.tuple(fc.nat(), fc.jsonValue()).map(([at, value]) => {
  const values = /(?<=[:,[])(?:"(?:[^"\\]|\\.)*"|null)(?=[,}\]])/g;
  const right = JSON.stringify(RIGHT);
  const spots = [...right.matchAll(values)];
  const spot = spots[at % spots.length];
  const start = spot?.index ?? 0;
  return right.slice(0, start) + JSON.stringify(value) + right.slice(start + (spot?.[0].length ?? 0));
});

const content: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 6, arbitrary: answer.map(drafts) },
  { weight: 3, arbitrary: bent.map((text) => says(text)) },
  fc.json().map((text) => says(text)),
  fc.string().map((text) => says(text)),
  fc.string().map(
    (text): Answer =>
      (response) =>
        void response.end(text),
  ),
);

/** What of a proposal stands for words of the text. */
function claims(payload: Proposal): string[] {
  const named = (one: { name: string; aliases: string[] } | null) => (one ? [one.name, ...one.aliases] : []);
  switch (payload.kind) {
    case "PERSON":
      return [
        ...named(payload),
        ...payload.roles.flatMap(({ title, organization }) => [title, ...named(organization)]),
      ];
    case "QUOTE":
      return [
        ...[payload.speaker, payload.speakerFor, payload.relays].flatMap(named),
        ...[payload.speakerAsWritten ?? [], payload.cue ?? []].flat(),
      ];
    case "EVENT":
      return [
        ...[...payload.participants.map((one) => one.agent), ...payload.claimedBy].flatMap(named),
        ...[payload.claimantAsWritten ?? [], payload.place ?? []].flat(),
      ];
  }
}

test("whatever a server answers, nothing is stored that is not in the text", async () => {
  await applyStory(store, story({ articles: [article("a0", { body: TEXT })] }), AUTHOR);
  const [known] = await store.articles.bySlug(["a0"]);
  const letters = [...TEXT];
  const words = new Set(tokensOf(TEXT));
  const line = TEXT.replace(/\s+/g, " ");
  let current: Answer = says("");
  const server = await startFakeModel((response, request) => current(response, request));
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom(12_000, 150), async (given, partLength) => {
      current = given;
      const { extractor } = extractorAt(server, { attempts: 1, partLength });
      const done = await draftText(store, "a0", extractor).catch((error: { code?: string }) => error.code);
      if (typeof done !== "object") {
        expect(done).toBeOneOf(["NOT_EXTRACTED", "EXTRACTOR_UNAVAILABLE"]);
        return;
      }
      for (const { start, end, exact, payload, title, method } of await store.drafts.ofArticles([
        known?.id ?? 0,
      ])) {
        stored++;
        expect(method).toBe("MODEL");
        expect(letters.slice(start, end).join("")).toBe(exact);
        for (const claim of claims(payload)) expect(line).toContain(claim);
        if (payload.kind === "EVENT") for (const word of tokensOf(title)) expect(words).toContain(word);
      }
    }),
    { numRuns: runs(100) },
  );
  // It is not that everything is refused.
  expect(stored).toBeGreaterThan(runs(20));
});

test("parts together are the text, and none is too long", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", " ", "\n", ".", "é", "👩🏽‍🚒", "日", "e\u0301"),
    maxLength: 200,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, length) => {
      const parts = partsOf(whole, length);
      expect(parts.join("")).toBe(whole);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(length);
        expect(part).not.toMatch(/\p{Surrogate}/u);
      }
    }),
    { numRuns: runs(300) },
  );
});

test.each([
  ["paragraphs", "One. Two.\n\nThree. Four.", 18, ["One. Two.\n\n", "Three. Four."]],
  ["sentences", "One is here. “Two is.” Three is too.", 30, ["One is here. “Two is.” ", "Three is too."]],
  ["words", "one two three four", 12, ["one two ", "three four"]],
])("parts end between %s", (_what, text, length, parts) => {
  expect(partsOf(text, length)).toEqual(parts);
});
