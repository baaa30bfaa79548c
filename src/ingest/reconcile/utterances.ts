import type { QuoteDraft } from "../../domain/draft.ts";
import { groupBy } from "../../domain/group-by.ts";
import { foldText } from "../../domain/search-text.ts";
import { byKeys, type Clusters, cluster, type Pair } from "./cluster.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Words as one article reports them, drafted or on record. */
export interface QuoteTold {
  readonly key: string;
  /** Key of its article: one article says a thing once. */
  readonly article: string;
  readonly kind: QuoteDraft["kind"];
  readonly text: string;
  /** Key of the person or organization, the same for all that are one; null where nobody is named. */
  readonly speaker: string | null;
  /** The utterance that the record says it reports: no two of these are brought together. */
  readonly utterance: string | null;
}

/**
 * Brings together the reports of one utterance: equal words, but for case, accents, punctuation and what is left out at either
 * end, in several articles, and no two speakers. Words in quotation marks only: what is told in other words is another text.
 */
export function reconcileUtterances(
  quotes: readonly QuoteTold[],
  thresholds = THRESHOLDS.utterance,
): Clusters {
  const byKey = byKeys(quotes);
  const quoted = [...byKey.values()].filter(({ kind }) => kind !== "INDIRECT");
  const byWords = groupBy(quoted, ({ text }) => wordsOf(text).join(" "));
  const pairs = [
    ...[...groupBy(byKey.values(), ({ utterance }) => utterance)].flatMap(
      ([utterance, [first, ...others]]) =>
        utterance === null || first === undefined
          ? []
          : others.map(({ key }) => ({ one: first.key, other: key, score: 1, reason: "on record as one" })),
    ),
    ...[...byWords].flatMap(([words, reports]) => sameWords(words, reports, thresholds.words)),
  ];
  const present = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  return cluster(byKey.keys(), pairs, thresholds, {
    apart: (one, other) => present(one).some((a) => present(other).some((b) => mustStayApart(a, b))),
  });
}

function mustStayApart(one: QuoteTold, other: QuoteTold): boolean {
  if (one.utterance !== null && other.utterance !== null) return one.utterance !== other.utterance;
  return (
    one.article === other.article ||
    (one.speaker !== null && other.speaker !== null && one.speaker !== other.speaker)
  );
}

/** Reports of equal words: each is compared with one of each speaker, which stands for the rest. */
function sameWords(words: string, reports: readonly QuoteTold[], longEnough: number): Pair[] {
  const long = words.split(" ").length >= longEnough;
  const bySpeaker = [...groupBy(reports, ({ speaker }) => speaker)];
  const within = bySpeaker.flatMap(([speaker, group]) => {
    const [score, reason] =
      speaker === null
        ? [long ? 0.9 : 0.3, "the same words"]
        : [long ? 1 : 0.7, "the same words of the same speaker"];
    return starred(group).map((pair) => ({ ...pair, score, reason }));
  });
  const unnamed = bySpeaker.flatMap(([speaker, group]) => (speaker === null ? group : []));
  const named = bySpeaker.flatMap(([speaker, [first]]) => (speaker === null || !first ? [] : [first]));
  const score = !long ? 0.3 : named.length === 1 ? 0.9 : 0.6;
  const across = named.flatMap(({ key }) =>
    unnamed.map((other) => ({ one: key, other: other.key, score, reason: "the same words" })),
  );
  return [...within, ...across];
}

/** The first of some with each of the others that is of another article. */
function starred(reports: readonly QuoteTold[]): Pick<Pair, "one" | "other">[] {
  const [first, ...others] = reports;
  if (first === undefined) return [];
  return others
    .filter((other) => other.article !== first.article)
    .map((other) => ({ one: first.key, other: other.key }));
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}
