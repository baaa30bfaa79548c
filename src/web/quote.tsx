import type { ResultOf } from "gql.tada";
import type { Child } from "hono/jsx";
import type { Day } from "../domain/day.ts";
import { AgentLink } from "./agent-link.tsx";
import { outletOf } from "./claims.ts";
import { Original } from "./evidence.tsx";
import type { Said } from "./fragments.ts";
import { linkTo, onTheWeb } from "./links.ts";
import { capital } from "./words.ts";

export type QuoteResult = ResultOf<typeof Said>;

interface Props {
  readonly quote: QuoteResult;
  readonly asOf: Day | null;
}

/**
 * What was said. Only words that were said as they stand are set as a quotation; fragments stand in a sentence of ours, in
 * quotation marks; what an article reports is told as its report, without any. Each names the outlet whose wording it is.
 */
export function QuoteBody({ quote, asOf, noted = NONE }: Props & { readonly noted?: Noted | undefined }) {
  const report = <Report quote={quote} asOf={asOf} />;
  const notes = notesOf(quote, asOf, noted);
  const words = (
    <span dir="auto" lang={quote.language ?? undefined}>
      “{wordsOf(quote)}”
    </span>
  );
  if (quote.quoteKind === "DIRECT") {
    return (
      <blockquote>
        <p>{words}</p>
        <footer>
          <Speaker quote={quote} asOf={asOf} /> ({report})
          {notes.map((note) => (
            <> · {note}</>
          ))}
        </footer>
      </blockquote>
    );
  }
  return (
    <div class="reported">
      <p>
        {quote.quoteKind === "PARTIAL" ? (
          <>
            <Speaker quote={quote} asOf={asOf} /> is quoted in part: {words} ({report}).
          </>
        ) : (
          <Statement quote={quote} asOf={asOf} />
        )}
        {notes.length > 0 && (
          <span class="meta">
            {" "}
            {notes.map((note, index) => (
              <>
                {index > 0 && " · "}
                {note}
              </>
            ))}
          </span>
        )}
      </p>
    </div>
  );
}

/** Outlets of whose wording it is said elsewhere on the page that it is a translation. */
type Noted = ReadonlySet<string>;

const NONE: Noted = new Set();

/** What a reader must know of the words, and the way to where they were published. */
function notesOf(quote: QuoteResult, asOf: Day | null, noted: Noted): Child[] {
  const outlet = outletOf(quote.article);
  const original = onTheWeb(quote.evidence[0]?.link ?? null);
  return [
    quote.relays && (
      <>
        second hand: passing on what <AgentLink agent={quote.relays} asOf={asOf} /> said
      </>
    ),
    quote.translated && !noted.has(outlet) && (
      <>
        translated: the wording is <bdi>{possessive(outlet)}</bdi>
      </>
    ),
    original !== null && <Original href={original} outlet={outlet} />,
  ].filter((note) => note !== null && note !== false);
}

/** The outlet whose wording it is, as a link to its article here. */
function Report({ quote, asOf }: Props) {
  return (
    <>
      <a href={linkTo.article(quote.article.slug, asOf)}>
        <bdi>{outletOf(quote.article)}</bdi>
      </a>
      {quote.article.state === "RETRACTED" && ", retracted since"}
    </>
  );
}

/** A reported statement as a sentence, with the word by which the article tells that it was said: "Trump said Putin raised … (UAE Feed)." */
export function Statement({ quote, asOf }: Props) {
  const name = <Speaker quote={quote} asOf={asOf} />;
  const cue = quote.cue?.trim() ?? "";
  // "noting" and the like belong to a sentence that is not here.
  const verb = cue === "" || /ing$/i.test(cue) ? "said" : cue;
  return (
    <>
      {/^according to$/i.test(cue) ? (
        <>According to {name}, </>
      ) : (
        <>
          {name} {verb}{" "}
        </>
      )}
      <span dir="auto" lang={quote.language ?? undefined}>
        {quote.text.replace(/\.$/, "")}
      </span>{" "}
      (<Report quote={quote} asOf={asOf} />
      ).
    </>
  );
}

/** Who speaks: by name where there is one, else in the article's words, and for whom. */
export function Speaker({ quote, asOf }: Props) {
  const { speaker, speakerAsWritten, speakerFor, speakerKind } = quote;
  if (speaker) return <AgentLink agent={speaker} asOf={asOf} />;
  const unnamed =
    speakerAsWritten ?? (speakerKind === "UNKNOWN" ? "Somebody who is not named" : "An unnamed source");
  return (
    <>
      <bdi>{capital(unnamed)}</bdi>
      {speakerFor && (
        <>
          , for <AgentLink agent={speakerFor} asOf={asOf} />,
        </>
      )}
    </>
  );
}

/** A comma before the closing mark belongs to the article's sentence, not to what was said; so does a full stop after a fragment. */
function wordsOf({ quoteKind, text }: QuoteResult): string {
  return text.replace(quoteKind === "PARTIAL" ? /[.,]$/ : /,$/, "");
}

function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}
