import { AboutDraft, type PanelProps } from "./about-draft.tsx";
import { DraftFacts } from "./draft-facts.tsx";
import type { DraftResult } from "./draft-query.ts";
import { EditFields } from "./edit-form.tsx";
import { deskLink } from "./links.ts";
import type { Matches } from "./matches.ts";
import { reasonOf } from "./rules.ts";
import { Sameness } from "./sameness.tsx";
import type { Typed } from "./typed.ts";
import { KIND_WORDS, STATE_WORDS } from "./words.ts";

/** The draft that is looked at: what it says, why it was proposed, and what can be done about it. */
export function DraftPanel({
  seat,
  review,
  draft,
  matches,
  typed,
}: PanelProps & {
  readonly matches: Matches;
  /** What the editor typed when the draft was sent as edited, and refused. */
  readonly typed: Typed | null;
}) {
  const { state, draftKind, decidedBy } = draft;
  const number = review.all.indexOf(draft) + 1;
  return (
    <section class={`draft ${state.toLowerCase()}`} aria-labelledby="draft-title" id="draft">
      <p class="kicker">
        {KIND_WORDS[draftKind]} · {number} of {review.all.length}
        {state !== "OPEN" &&
          ` · ${STATE_WORDS[state].toLowerCase()}${decidedBy === null ? "" : ` by ${decidedBy}`}`}
      </p>
      <Says draft={draft} />
      <DraftFacts draft={draft} review={review} />
      <p class="meta why">{whyOf(draft)}</p>
      <OnRecord draft={draft} />
      <Sameness seat={seat} review={review} draft={draft} matches={matches} />
      <Verdict seat={seat} review={review} draft={draft} isNew={matches.match === null} />
      {state !== "ACCEPTED" && <Edit seat={seat} review={review} draft={draft} typed={typed} />}
    </section>
  );
}

/** Its words in their sentence, or its name. */
function Says({ draft }: { readonly draft: DraftResult }) {
  const { draftKind, title, text, prefix, suffix, cut } = draft;
  const context = (
    <>
      <span class="around">{fromWord(prefix)}</span>
      <mark>{text}</mark>
      <span class="around">
        {cut && "…"}
        {toWord(suffix)}
      </span>
    </>
  );
  if (draftKind === "QUOTE") {
    return (
      <>
        <h2 id="draft-title" class="visually-hidden">
          {title}
        </h2>
        <blockquote dir="auto">
          <p>{context}</p>
        </blockquote>
      </>
    );
  }
  return (
    <>
      <h2 id="draft-title" class="title" dir="auto">
        {title}
      </h2>
      <p class="passage" dir="auto">
        {context}
      </p>
    </>
  );
}

/** What stands before a passage, from the beginning of a word or a paragraph. */
function fromWord(prefix: string): string {
  const line = prefix.split("\n").at(-1) ?? "";
  return line === prefix ? `…${prefix.replace(/^\S*\s/, "")}` : line;
}

/** What stands after it, to the end of a word or of the paragraph. */
function toWord(suffix: string): string {
  const [line = ""] = suffix.split("\n");
  return line === suffix ? `${suffix.replace(/\s\S*$/, "")} …` : line;
}

function whyOf({ rule, confidence, method }: DraftResult): string {
  const reason = reasonOf(rule);
  if (method === "HUMAN")
    return reason === null || rule !== "editor" ? "Changed by an editor." : `Because ${reason}.`;
  const right = `right ${Math.round(confidence * 100)} times in 100`;
  return reason === null ? `Proposed by “${rule}”, ${right}.` : `Because ${reason}: ${right} (${rule}).`;
}

function OnRecord({ draft: { fact } }: { readonly draft: DraftResult }) {
  if (fact === null) return null;
  return (
    <p class="meta">
      On record
      {fact.__typename === "Event" && (
        <>
          : <a href={`/events/${encodeURIComponent(fact.slug)}`}>{fact.title}</a>
        </>
      )}
      {fact.__typename === "Person" && (
        <>
          : <a href={`/people/${encodeURIComponent(fact.slug)}`}>{fact.name}</a>
        </>
      )}
      .
    </p>
  );
}

function Verdict({
  seat,
  review,
  draft,
  isNew,
}: PanelProps & {
  /** Whether it is taken for something new. */
  readonly isNew: boolean;
}) {
  const { previous, next } = review;
  const isOpen = draft.state === "OPEN";
  return (
    <div class="verdict">
      <form method="post" action={deskLink.decide(review.slug)} data-swap>
        <AboutDraft seat={seat} review={review} draft={draft} />
        {draft.state !== "ACCEPTED" && (
          <button type="submit" name="action" value="accept" data-key="a" aria-keyshortcuts="a">
            {isOpen ? "Accept" : "Accept after all"} <kbd>a</kbd>
          </button>
        )}
        {isOpen && (
          <button type="submit" name="action" value="reject" class="quiet" data-key="r" aria-keyshortcuts="r">
            Reject <kbd>r</kbd>
          </button>
        )}
        {isOpen && !isNew && (
          <button type="submit" name="action" value="new" class="quiet">
            As new
          </button>
        )}
        {!isOpen && (
          <button type="submit" name="action" value="undo" class="quiet" data-key="u" aria-keyshortcuts="u">
            Undo <kbd>u</kbd>
          </button>
        )}
      </form>
      <p class="steps">
        {previous === null ? (
          <span aria-hidden="true">Before</span>
        ) : (
          <a href={review.linkTo(previous)} rel="prev" data-key="k" aria-keyshortcuts="k" data-swap>
            Before <kbd>k</kbd>
          </a>
        )}
        {next === null ? (
          <span aria-hidden="true">Next</span>
        ) : (
          <a href={review.linkTo(next)} rel="next" data-key="j" aria-keyshortcuts="j" data-swap>
            Next <kbd>j</kbd>
          </a>
        )}
        <a href="#here" class="in-text">
          In the text
        </a>
      </p>
    </div>
  );
}

function Edit({ seat, review, draft, typed }: PanelProps & { readonly typed: Typed | null }) {
  return (
    <details class="edit" open={typed !== null}>
      <summary data-key="e" aria-keyshortcuts="e">
        Edit <kbd>e</kbd>
      </summary>
      <form method="post" action={deskLink.decide(review.slug)} class="sheet" data-swap>
        <AboutDraft seat={seat} review={review} draft={draft} />
        <EditFields draft={draft} typed={typed} />
        <button type="submit" name="action" value="edit">
          Accept as edited
        </button>
      </form>
    </details>
  );
}
