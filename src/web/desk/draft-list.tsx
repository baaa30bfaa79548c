import type { Review } from "./review-state.ts";
import { KIND_WORDS, STATE_WORDS } from "./words.ts";

/** All drafts of an article, with what was decided about each. */
export function DraftList({ review }: { readonly review: Review }) {
  return (
    <details class="all-drafts">
      <summary>All {review.all.length} drafts</summary>
      <ol>
        {review.all.map((draft) => (
          <li class={draft.state.toLowerCase()}>
            <a
              href={review.linkTo(draft)}
              data-swap
              aria-current={draft.id === review.current?.id ? "true" : undefined}
            >
              {draft.title}
            </a>
            <span class="meta">
              {KIND_WORDS[draft.draftKind]}, {STATE_WORDS[draft.state].toLowerCase()}
              {draft.decidedBy !== null && ` by ${draft.decidedBy}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
