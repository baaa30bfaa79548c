import { expect, test } from "vitest";
import { type QuoteTold, reconcileUtterances } from "../../../src/ingest/reconcile/utterances.ts";

const WORDS = "We will come back to this next week";

function quote(key: string, more: Partial<QuoteTold> = {}): QuoteTold {
  return {
    key,
    article: key,
    out: "2025-03-04",
    kind: "DIRECT",
    text: WORDS,
    speaker: "ada",
    utterance: null,
    ...more,
  };
}

const members = (...quotes: QuoteTold[]) =>
  reconcileUtterances(quotes).clusters.map((cluster) => cluster.members.join("+"));

test.each<[string, Partial<QuoteTold>]>([
  ["letter case and punctuation", { text: `${WORDS.toUpperCase()}!` }],
  ["accents and apostrophes", { text: "We will còme back to this next week’" }],
  ["a speaker that the other does not name", { speaker: null }],
])("reports of one utterance may differ in %s", (_in, other) => {
  expect(members(quote("a"), quote("b", other))).toEqual(["a+b"]);
});

test.each<[string, Partial<QuoteTold>]>([
  ["words", { text: "We will come back to this next month" }],
  ["speaker", { speaker: "bob" }],
  ["kind: told in other words", { kind: "INDIRECT" }],
  ["nothing, but stand in one article", { article: "a" }],
])("quotes are two utterances that differ in %s", (_in, other) => {
  expect(members(quote("a"), quote("b", other))).toEqual(["a", "b"]);
});

test("a few words are one utterance only as a suggestion, and only of one speaker", () => {
  const short = { text: "excellent," };
  const { clusters, doubtful } = reconcileUtterances([quote("a", short), quote("b", short)]);
  expect(clusters).toHaveLength(2);
  expect(doubtful).toMatchObject([{ one: "a", other: "b" }]);
  expect(reconcileUtterances([quote("a", short), quote("b", { ...short, speaker: null })]).doubtful).toEqual(
    [],
  );
});
