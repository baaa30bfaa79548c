import { codePointLength, LONGEST_SHOWN } from "../domain/passage.ts";
import type { Cited, ExportedAgent } from "./entry.ts";

/** Evidence that stands for a fact: a retracted article supports nothing. */
export function supporting(evidence: readonly Cited[]): Cited[] {
  return evidence.filter(({ stance, article }) => stance === "SUPPORTS" && article.state !== "RETRACTED");
}

/** Evidence that speaks against a fact. */
export function disputing(evidence: readonly Cited[]): Cited[] {
  return evidence.filter(({ stance, article }) => stance === "DISPUTES" && article.state !== "RETRACTED");
}

/** The words of a passage, where they may be shown: it may be longer than that since a text is no longer free. */
export function wordsOf({ exact, article }: Cited): string | null {
  if (exact === null) return null;
  return article.access === "FULL" || codePointLength(exact) <= LONGEST_SHOWN ? exact : null;
}

/** Who says so: those it names, or how the article calls them, or the outlet. */
export function claimantsOf({ claimedBy, claimantAsWritten, article }: Cited): string[] {
  if (claimedBy.length > 0) return claimedBy.map(({ name }) => name);
  return [claimantAsWritten ?? article.source?.name ?? article.headline];
}

/** Who speaks, as far as that is known. */
export function speakerOf({
  speaker,
  speakerAsWritten,
}: {
  readonly speaker: ExportedAgent | null;
  readonly speakerAsWritten: string | null;
}): string | null {
  return speaker?.name ?? speakerAsWritten;
}

/** Each once, in the order in which they first come. */
export function distinct<T>(items: Iterable<T>): T[] {
  return [...new Set(items)];
}

/** The address of a page; null where it is not known where pages are. */
export function pageAddress(origin: string | null, kind: string, slug: string): string | null {
  return origin === null ? null : `${origin}/${kind}/${encodeURIComponent(slug)}`;
}
