import type { Day } from "./day.ts";
import { utcDay } from "./day.ts";
import type { FuzzyDate } from "./fuzzy-date.ts";
import type { ArticleState, Stance } from "./model.ts";

/** What the rules of histories and timelines need to know of a piece of evidence. */
export interface Report {
  /** The day its article was out. */
  readonly reported: Day;
  readonly stance: Stance;
  /** Who first reported it: equal for copies of one report. See {@link originOf}. */
  readonly origin: string;
  readonly articleState: ArticleState;
}

/** Whether a report carries the fact: a retracted article supports nothing. */
export function supports(report: Report): boolean {
  return report.stance === "SUPPORTS" && report.articleState !== "RETRACTED";
}

/** Whether a report speaks against the fact. */
export function disputes(report: Report): boolean {
  return report.stance === "DISPUTES" && report.articleState !== "RETRACTED";
}

/** Whether a report was out by the end of a day; `null` stands for the present, which knows all. */
export function isOut(report: Report, asOf: Day | null): boolean {
  return asOf === null || report.reported <= asOf;
}

/** The earliest day on which a fact was reported with support, by the day asked about; null if it was not. */
export function firstReported(evidence: Iterable<Report>, asOf: Day | null): Day | null {
  let first: Day | null = null;
  for (const report of evidence) {
    if (supports(report) && isOut(report, asOf) && (first === null || report.reported < first)) {
      first = report.reported;
    }
  }
  return first;
}

/** Whether anybody had spoken against a fact by the day asked about. */
export function isDisputed(evidence: readonly Report[], asOf: Day | null): boolean {
  return evidence.some((report) => disputes(report) && isOut(report, asOf));
}

/** How many distinct origins support a fact by the day asked about: a copy is no further source. */
export function countOrigins(evidence: Iterable<Report>, asOf: Day | null): number {
  const origins = new Set<string>();
  for (const report of evidence) {
    if (supports(report) && isOut(report, asOf)) origins.add(report.origin);
  }
  return origins.size;
}

/**
 * The day an article was out: the latest day of its publication date, or the day in UTC on which it was retrieved
 * where that is unknown or open.
 */
export function dayOut(published: FuzzyDate | null, retrievedAt: Date): Day {
  return published?.latest ?? utcDay(retrievedAt);
}

/** Who an article's reports go back to: the agency of a syndicated article, else the source's owner, else the source. */
export function originOf(article: {
  readonly key: string;
  readonly syndicatedFrom: { readonly key: string; readonly owner: string | null } | null;
  readonly source: { readonly key: string; readonly owner: string | null } | null;
}): string {
  if (article.syndicatedFrom) return `source:${article.syndicatedFrom.key}`;
  if (article.source?.owner) return `owner:${article.source.owner}`;
  if (article.source) return `source:${article.source.key}`;
  return `article:${article.key}`;
}
