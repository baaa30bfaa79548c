import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { Day } from "../../domain/day.ts";
import type { QuoteDraft } from "../../domain/draft.ts";
import { groupBy } from "../../domain/group-by.ts";
import { foldText } from "../../domain/search-text.ts";
import { dayNumber, daysLater } from "../../domain/timeline-position.ts";
import { byKeys, type Clusters, cluster, type Pair } from "./cluster.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Words as one article reports them, drafted or on record. */
export interface QuoteTold {
  readonly key: string;
  /** Key of its article: one article says a thing once. */
  readonly article: string;
  /** The day it was out. */
  readonly out: Day;
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
 * Similar words of one speaker, as two translations give them, are only suggested.
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
    ...similarWords(quoted, thresholds),
  ];
  return cluster(byKey, pairs, thresholds, {
    apart: (one, other) => one.some((a) => other.some((b) => mustStayApart(a, b))),
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

/** Words of one speaker that articles of about the same day give alike, and not the same. */
function similarWords(
  quotes: readonly QuoteTold[],
  { words, similar, days }: (typeof THRESHOLDS)["utterance"],
): Pair[] {
  const told = quotes
    .map(({ text, out, ...quote }) => ({ ...quote, words: new Set(wordsOf(text)), day: dayNumber(out) }))
    .filter((quote) => quote.words.size >= words);
  const bySpeaker = groupBy(told, ({ speaker }) => speaker);
  return [...bySpeaker].flatMap(([speaker, said]) => {
    if (speaker === null) return [];
    const inOrder = said.toSorted((a, b) => a.day - b.day || compareCodePoints(a.key, b.key));
    return inOrder.flatMap((one, index) => {
      const pairs: Pair[] = [];
      for (let next = index + 1; next < inOrder.length; next++) {
        const other = inOrder[next];
        if (other === undefined || other.day > daysLater(one.day, days)) break;
        const shared = [...one.words].filter((word) => other.words.has(word)).length;
        const share = shared / (one.words.size + other.words.size - shared);
        if (one.article === other.article || share < similar || share === 1) continue;
        pairs.push({
          one: one.key,
          other: other.key,
          score: 0.5,
          reason: "similar words of the same speaker",
        });
      }
      return pairs;
    });
  });
}

/** The first of some with each of the others that is of another article. */
function starred(reports: readonly QuoteTold[]): Pick<Pair, "one" | "other">[] {
  const [first, ...others] = reports;
  if (first === undefined) return [];
  return others
    .filter((other) => other.article !== first.article)
    .map((other) => ({ one: first.key, other: other.key }));
}

/** The words of a quote as they are compared. */
export function wordsOf(text: string): string[] {
  return foldText(text)
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}
