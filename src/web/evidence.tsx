import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { claimantOf, outletOf, outletsOf, someOf, whoSays } from "./claims.ts";
import type { Instead, Sourced } from "./fragments.ts";
import { dateInWords } from "./headings.ts";
import { linkTo, onTheWeb } from "./links.ts";
import { insteadOf } from "./standing.ts";
import { fateOf, isCounted, Withdrawn } from "./withdrawn.tsx";
import { capital, STATUS_WORDS } from "./words.ts";

type Evidence = ResultOf<typeof Sourced>;

interface Of {
  readonly evidence: readonly Evidence[];
  readonly asOf: Day | null;
}

/** What something rests on: its sources, each with the passage, folded away. */
export function Sources({ evidence, asOf }: Of) {
  const supporting = once(evidence.filter((one) => one.stance === "SUPPORTS" && isCounted(one)));
  const withdrawn = once(evidence.filter((one) => !isCounted(one)));
  if (supporting.length + withdrawn.length === 0) return null;
  const names = outletsOf(supporting);
  return (
    <details class="sources">
      <summary>
        {names.length === 1 ? "Source" : "Sources"}: {names.length === 0 ? "none that counts" : someOf(names)}
        {withdrawn.length > 0 && `; ${withdrawn.length} retracted`}
      </summary>
      <ul>
        {supporting.map((one) => (
          <li>
            <Cited one={one} asOf={asOf} />
          </li>
        ))}
      </ul>
      <Withdrawn items={withdrawn.map((one) => <Cited one={one} asOf={asOf} />)} />
    </details>
  );
}

/** One piece of evidence: who claims it, the passage, and where it stands. */
function Cited({ one, asOf }: { readonly one: Evidence; readonly asOf: Day | null }) {
  const link = onTheWeb(one.link);
  const claimant = claimantOf(one);
  return (
    <>
      {claimant !== null && <strong>{capital(claimant)}: </strong>}
      {one.exact !== null && (
        <>
          <q class="passage" dir="auto">
            {one.exact}
          </q>{" "}
        </>
      )}
      <cite>
        <a href={linkTo.article(one.article.slug, asOf)}>{one.article.headline}</a>
      </cite>
      , {outletOf(one.article)}
      {one.article.when && `, ${dateInWords(one.article.when.edtf)}`}
      {fateOf(one)}
      {link !== null && (
        <>
          {" · "}
          <a class="out" href={link} rel="noopener">
            the original
          </a>
        </>
      )}
    </>
  );
}

/** Who disputes something, and what they say is so instead, folded away; both sides stand on the page of the event. */
export function Disputing({
  evidence,
  asOf,
}: {
  readonly evidence: readonly (Evidence & Pick<ResultOf<typeof Instead>, "insteadStatus">)[];
  readonly asOf: Day | null;
}) {
  const disputing = once(evidence.filter((one) => one.stance === "DISPUTES" && isCounted(one)));
  if (disputing.length === 0) return null;
  return (
    <details class="sources">
      <summary>Disputed by: {whoSays(disputing)}</summary>
      <ul>
        {disputing.map((one) => (
          <li>
            {one.insteadStatus && `Instead: ${STATUS_WORDS[one.insteadStatus].toLowerCase()}. `}
            <Cited one={one} asOf={asOf} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Both sides of a dispute: who says so, and who says otherwise, and what instead. */
export function Sides({
  evidence,
  asOf,
  status,
}: {
  readonly evidence: readonly (Evidence & ResultOf<typeof Instead>)[];
  readonly asOf: Day | null;
  readonly status: keyof typeof STATUS_WORDS;
}) {
  const counted = evidence.filter(isCounted);
  const withdrawn = once(evidence.filter((one) => !isCounted(one)));
  const supporting = once(counted.filter((one) => one.stance === "SUPPORTS"));
  const sides = new Map([[`Say it is so: ${STATUS_WORDS[status].toLowerCase()}`, supporting]]);
  for (const one of once(counted.filter(({ stance }) => stance === "DISPUTES"))) {
    const instead = insteadOf(one);
    const name = instead === null ? "Say it is not so" : `Say otherwise: ${instead}`;
    sides.set(name, [...(sides.get(name) ?? []), one]);
  }
  return (
    <div class="sides">
      {[...sides].map(([name, of]) => {
        const heading = of.length === 1 ? name.replace(/^Say/, "Says") : name;
        return (
          <section>
            <p class="side">{heading}</p>
            <ul>
              {of.map((one) => (
                <li>
                  <Cited one={one} asOf={asOf} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <Withdrawn items={withdrawn.map((one) => <Cited one={one} asOf={asOf} />)} />
    </div>
  );
}

/** Facts share passages: each is shown once. */
function once<Some extends Evidence>(evidence: readonly Some[]): Some[] {
  const shown = new Map(evidence.map((one) => [`${one.article.slug} ${one.exact} ${one.stance}`, one]));
  return [...shown.values()];
}
