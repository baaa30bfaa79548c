import type { QuoteDraft } from "../../domain/draft.ts";
import { groupBy } from "../../domain/group-by.ts";
import { foldText } from "../../domain/search-text.ts";
import { byKeys, type Clusters, cluster, type Pair } from "./cluster.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Words as one article reports them. */
export interface QuoteTold {
  readonly key: string;
  /** Key of its article: one article says a thing once. */
  readonly article: string;
  readonly kind: QuoteDraft["kind"];
  readonly text: string;
  /** Key of the person or organization, the same for all that are one; null where nobody is named. */
  readonly speaker: string | null;
}

/**
 * Brings together the reports of one utterance: equal words, but for case, accents, punctuation and what is left out at either
 * end, in several articles, and no two speakers. Words in quotation marks only: what is told in other words is another text.
 */
export function reconcileUtterances(quotes: readonly QuoteTold[]): Clusters {
  const byKey = byKeys(quotes);
  const quoted = [...byKey.values()].filter(({ kind }) => kind !== "INDIRECT");
  const byWords = groupBy(quoted, ({ text }) => wordsOf(text).join(" "));
  const pairs = [...byWords].flatMap(([words, reports]): Pair[] => {
    const long = words.split(" ").length >= THRESHOLDS.utteranceWords;
    return reports.flatMap((one, index) =>
      reports.slice(index + 1).flatMap((other) => {
        if (one.article === other.article) return [];
        const sameSpeaker = one.speaker !== null && one.speaker === other.speaker;
        const score = long ? (sameSpeaker ? 1 : 0.9) : sameSpeaker ? 0.7 : 0.3;
        const reason = sameSpeaker ? "the same words of the same speaker" : "the same words";
        return [{ one: one.key, other: other.key, score, reason }];
      }),
    );
  });
  const apart = (one: string, other: string) => {
    const [a, b] = [byKey.get(one), byKey.get(other)];
    if (a === undefined || b === undefined) return false;
    return a.article === b.article || (a.speaker !== null && b.speaker !== null && a.speaker !== b.speaker);
  };
  return cluster(byKey.keys(), pairs, { sure: 0.85, doubtful: 0.5 }, apart);
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}
