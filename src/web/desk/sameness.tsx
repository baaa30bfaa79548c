import { AboutDraft, type PanelProps } from "./about-draft.tsx";
import { deskLink } from "./links.ts";
import type { Matches, ShownMatch } from "./matches.ts";

/** What a draft is, or may be, the same as, with a way to say so. */
export function Sameness({ matches, ...panel }: PanelProps & { readonly matches: Matches }) {
  const { match, suggestions, unknown } = matches;
  const first = suggestions.find(({ id }) => id !== null);
  return (
    <>
      {unknown !== null && <p class="meta suggested">{unknown}</p>}
      {match !== null && (
        <p class="meta suggested">
          {match.id === null ? "The same as" : "Adds to"} <Match match={match} />
        </p>
      )}
      {suggestions.map((one) => (
        <Suggested {...panel} suggestion={one} isFirst={one === first} />
      ))}
    </>
  );
}

function Suggested({
  suggestion,
  isFirst,
  ...panel
}: PanelProps & {
  readonly suggestion: ShownMatch;
  /** Whether the key means this one. */
  readonly isFirst: boolean;
}) {
  return (
    <form method="post" action={deskLink.decide(panel.review.slug)} class="suggested" data-swap>
      <AboutDraft {...panel} />
      <p class="meta">
        May be the same as <Match match={suggestion} />
      </p>
      {suggestion.id !== null && (
        <>
          <input type="hidden" name="into" value={suggestion.id} />
          <button
            type="submit"
            name="action"
            value="merge"
            class="quiet"
            aria-label={`The same as ${suggestion.name}`}
            data-key={isFirst ? "m" : undefined}
            aria-keyshortcuts={isFirst ? "m" : undefined}
          >
            The same {isFirst && <kbd>m</kbd>}
          </button>
        </>
      )}
    </form>
  );
}

function Match({ match: { href, name, detail, why } }: { readonly match: ShownMatch }) {
  return (
    <>
      {href === null ? (
        <q dir="auto">{name}</q>
      ) : (
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
      )}
      {detail !== null && `, ${detail}`} <small>({why})</small>
    </>
  );
}
