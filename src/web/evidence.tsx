import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import type { Sourced } from "./fragments.ts";
import { linkTo } from "./links.ts";
import { listed, STATUS_WORDS } from "./words.ts";

type Evidence = ResultOf<typeof Sourced>;

/** What something rests on: its sources, each with the passage, folded away. */
export function Sources({
  evidence,
  asOf,
}: {
  readonly evidence: readonly Evidence[];
  readonly asOf: Day | null;
}) {
  const supporting = once(evidence.filter((one) => one.stance === "SUPPORTS" && stands(one)));
  const withdrawn = once(evidence.filter((one) => !stands(one)));
  if (supporting.length + withdrawn.length === 0) return null;
  const names = [...new Set(supporting.map(sourceOf))];
  return (
    <details class="sources">
      <summary>
        {names.length === 1 ? `Source: ${names[0]}` : `${names.length} sources`}
        {withdrawn.length > 0 && `, ${withdrawn.length} retracted`}
      </summary>
      <ul>
        {supporting.map((one) => (
          <li>
            <Cited one={one} asOf={asOf} />
          </li>
        ))}
      </ul>
      <Withdrawn evidence={withdrawn} asOf={asOf} />
    </details>
  );
}

/** What was reported in articles that were retracted since: it counts neither for nor against anything. */
function Withdrawn({
  evidence,
  asOf,
}: {
  readonly evidence: readonly Evidence[];
  readonly asOf: Day | null;
}) {
  if (evidence.length === 0) return null;
  return (
    <section class="withdrawn">
      <h4>Retracted by the publisher, and not counted</h4>
      <ul>
        {evidence.map((one) => (
          <li>
            <Cited one={one} asOf={asOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether its article was not retracted. */
function stands({ article }: Evidence): boolean {
  return article.state !== "RETRACTED";
}

/** What became of the article, or of the words in it, where that is to be known. */
function fate({ anchor, article }: Evidence): string {
  const notes = [
    article.state === "CORRECTED" ? "corrected since by its publisher" : "",
    anchor === "ORPHANED" ? "no longer in its text" : "",
    anchor === "AMBIGUOUS" ? "more than once in its text now" : "",
  ].filter((note) => note !== "");
  return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}

/** One piece of evidence: the passage, and where it stands. */
function Cited({ one, asOf }: { readonly one: Evidence; readonly asOf: Day | null }) {
  return (
    <>
      {one.exact !== null && (
        <q class="passage" dir="auto">
          {one.exact}
        </q>
      )}{" "}
      <cite>
        <a href={linkTo.article(one.article.slug, asOf)}>{one.article.headline}</a>
      </cite>
      , {sourceOf(one)}
      {one.article.when && `, ${one.article.when.display}`}
      {fate(one)}
      {one.link !== null && (
        <>
          {" "}
          <a class="out" href={one.link} rel="noopener">
            in the original
          </a>
        </>
      )}
    </>
  );
}

/** Both sides of a dispute: who says so, and who says otherwise, and what instead. */
export function Sides({
  evidence,
  asOf,
}: {
  readonly evidence: readonly Evidence[];
  readonly asOf: Day | null;
}) {
  const standing = evidence.filter(stands);
  const sides = [
    { name: "Reported so", of: once(standing.filter((one) => one.stance === "SUPPORTS")) },
    { name: "Disputed", of: once(standing.filter((one) => one.stance === "DISPUTES")) },
  ];
  return (
    <div class="sides">
      {sides.map(({ name, of }) => (
        <section>
          <h4>{name}</h4>
          <ul>
            {of.map((one) => (
              <li>
                {claim(one)} <Cited one={one} asOf={asOf} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Withdrawn evidence={once(evidence.filter((one) => !stands(one)))} asOf={asOf} />
    </div>
  );
}

/** Who claims it and, for the other side, what they say instead. */
function claim({ claimedBy, claimantAsWritten, insteadStatus, insteadDate }: Evidence): string {
  const who = claimedBy.length > 0 ? listed(claimedBy.map((agent) => agent.name)) : claimantAsWritten;
  const instead = [insteadStatus && STATUS_WORDS[insteadStatus].toLowerCase(), insteadDate?.display];
  const what = instead.filter(Boolean).join(", ");
  if (!who && !what) return "";
  return `${who ?? "The report"}${what === "" ? "" : ` (${what})`}:`;
}

export function sourceOf({ article }: { readonly article: Pick<Evidence["article"], "source"> }): string {
  return article.source?.name ?? "an unnamed source";
}

/** Facts share passages: each is shown once. */
function once(evidence: readonly Evidence[]): Evidence[] {
  const shown = new Map(evidence.map((one) => [`${one.article.slug} ${one.exact} ${one.stance}`, one]));
  return [...shown.values()];
}
