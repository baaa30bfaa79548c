import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { claimantOf, outletOf, outletsOf, someOf } from "./claims.ts";
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
        {names.length === 1 ? "Source" : "Sources"}:{" "}
        {names.length === 0 ? "none that counts" : <bdi>{someOf(names)}</bdi>}
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
      {claimant !== null && (
        <strong>
          <bdi>{capital(claimant)}</bdi>:{" "}
        </strong>
      )}
      {one.exact !== null && (
        <>
          <q class="passage" dir="auto">
            {one.exact}
          </q>{" "}
        </>
      )}
      <cite>
        <a href={linkTo.article(one.article.slug, asOf)}>
          <bdi>{one.article.headline}</bdi>
        </a>
      </cite>
      {link === null && (
        <>
          , <bdi>{outletOf(one.article)}</bdi>
        </>
      )}
      {one.article.when && `, ${dateInWords(one.article.when.edtf)}`}
      {fateOf(one)}
      {link !== null && (
        <>
          {" · "}
          <Original href={link} outlet={outletOf(one.article)} />
        </>
      )}
    </>
  );
}

/** The way to what an outlet published. */
export function Original({ href, outlet }: { readonly href: string; readonly outlet: string }) {
  return (
    <a class="out" href={href} rel="noopener">
      original at <bdi>{outlet}</bdi>
    </a>
  );
}

/** Evidence, and what is so instead where it speaks against something. */
export type DisputingEvidence = Evidence & ResultOf<typeof Instead>;

/** Both sides of a dispute: who says so, and who says otherwise, and what instead. */
export function Sides({
  supporting,
  disputing,
  asOf,
  status,
}: {
  /** Of both, what is of the other stance is left out. */
  readonly supporting: readonly Evidence[];
  readonly disputing: readonly DisputingEvidence[];
  readonly asOf: Day | null;
  /** The status that is disputed; null where it is whether there is such an event at all. */
  readonly status: keyof typeof STATUS_WORDS | null;
}) {
  const counted = disputing.filter((one) => one.stance === "DISPUTES" && isCounted(one));
  const withdrawn = once([...supporting, ...disputing].filter((one) => !isCounted(one)));
  const sides = new Map<string, readonly Evidence[]>([
    [
      status === null ? "so" : STATUS_WORDS[status].toLowerCase(),
      once(supporting.filter((one) => one.stance === "SUPPORTS" && isCounted(one))),
    ],
  ]);
  for (const one of once(counted)) {
    const name = insteadOf(one) ?? "it is not so";
    sides.set(name, [...(sides.get(name) ?? []), one]);
  }
  return (
    <div class="sides">
      {[...sides].map(([name, of]) => {
        const heading = `${of.length === 1 ? "Says" : "Say"} ${name}`;
        return (
          <section aria-label={heading}>
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
