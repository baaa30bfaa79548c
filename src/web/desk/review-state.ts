import type { DeskArticleResult, DraftResult } from "./draft-query.ts";
import { deskLink, type ReviewPlace } from "./links.ts";

/** Where the review of an article stands. */
export interface Review {
  readonly slug: string;
  /** All drafts of the article, in the order of its text. */
  readonly all: readonly DraftResult[];
  /** The one that is looked at; null where there is none. */
  readonly current: DraftResult | null;
  readonly next: DraftResult | null;
  readonly previous: DraftResult | null;
  /** The one that was decided last. */
  readonly done: DraftResult | null;
  readonly decided: number;
  /** Only drafts that are at least so sure are walked through. */
  readonly min: number | null;
  linkTo(draft: DraftResult): string;
}

/** Finds out where the review of an article stands, from what the address says. */
export function reviewOf({ slug, drafts }: DeskArticleResult, { draft, min, done }: ReviewPlace): Review {
  const asked = drafts.find((one) => one.id === draft);
  const isWalked = (one: DraftResult) => one === asked || one.confidence >= (min ?? 0);
  const walked = drafts.filter(isWalked);
  const waiting = (one: DraftResult) => one.state === "OPEN";
  // After a decision, the next that waits: others may have been decided along with it. From the start again at the end.
  const last = drafts.findIndex((one) => one.id === done);
  const following = walked.toSorted((a, b) => isBefore(a, last, drafts) - isBefore(b, last, drafts));
  const current = asked ?? following.find(waiting) ?? drafts[last] ?? walked[0] ?? null;
  const at = current === null ? -1 : walked.indexOf(current);
  return {
    slug,
    all: drafts,
    current,
    next: walked[at + 1] ?? null,
    previous: walked[at - 1] ?? null,
    done: drafts.find((one) => one.id === done && !waiting(one)) ?? null,
    decided: drafts.filter((one) => !waiting(one)).length,
    min: min ?? null,
    linkTo: (one) => deskLink.article(slug, { draft: one.id, min: min ?? null }),
  };
}

/** 1 for what stands in the text up to a place in the list of all drafts, 0 for what comes after it. */
function isBefore(draft: DraftResult, place: number, all: readonly DraftResult[]): 0 | 1 {
  return all.indexOf(draft) <= place ? 1 : 0;
}
