import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { outletOf } from "./claims.ts";
import type { Said } from "./fragments.ts";
import { linkTo, onTheWeb } from "./links.ts";
import { AgentLink } from "./name.tsx";
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
export function QuoteBody({ quote, asOf }: Props) {
  const outlet = outletOf(quote.article);
  const report = (
    <>
      <a href={linkTo.article(quote.article.slug, asOf)}>{outlet}</a>
      {quote.article.state === "RETRACTED" && ", retracted since"}
    </>
  );
  const original = onTheWeb(quote.evidence[0]?.link ?? null);
  const notes = (
    <>
      {quote.relays && `, second hand: passing on what ${quote.relays.name} said`}
      {quote.translated && `, translated: the wording is ${possessive(outlet)}`}
      {original !== null && (
        <>
          {" · "}
          <a class="out" href={original} rel="noopener">
            the original
          </a>
        </>
      )}
    </>
  );
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
          <Speaker quote={quote} asOf={asOf} /> ({report}){notes}
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
      </p>
      <p class="meta">
        {quote.quoteKind === "PARTIAL" ? "Fragment of a quotation" : "Reported speech"}
        {notes}
      </p>
    </div>
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
      (<a href={linkTo.article(quote.article.slug, asOf)}>{outletOf(quote.article)}</a>).
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
      {capital(unnamed)}
      {speakerFor && `, for ${speakerFor.name},`}
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
