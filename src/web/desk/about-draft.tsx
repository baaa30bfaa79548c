import { randomUUID } from "node:crypto";
import type { DraftResult } from "./draft-query.ts";
import { FormToken, type Seat } from "./layout.tsx";
import type { Review } from "./review-state.ts";

/** What is shown about a draft is made from. */
export interface PanelProps {
  readonly seat: Seat;
  readonly review: Review;
  readonly draft: DraftResult;
}

/** What every form about a draft carries. */
export function AboutDraft({ seat, review, draft }: PanelProps) {
  return (
    <>
      <FormToken seat={seat} />
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="kind" value={draft.draftKind} />
      <input type="hidden" name="revision" value={draft.recordRevision} />
      <input type="hidden" name="once" value={randomUUID()} />
      {review.min !== null && <input type="hidden" name="min" value={String(review.min)} />}
    </>
  );
}
