import type { Day } from "../domain/day.ts";
import { Facts } from "./article-facts.tsx";
import type { ArticleResult, LostPassage } from "./article-passages.ts";
import { dateInWords } from "./headings.ts";
import { linkTo } from "./links.ts";

/** The texts that an article has had, each with a link to the page as of the day that shows it. */
export function Revisions({
  slug,
  article: { revisions, revision: shown },
}: {
  readonly slug: string;
  readonly article: Pick<ArticleResult, "revisions" | "revision">;
}) {
  if (revisions.length < 2) return null;
  return (
    <p class="meta">
      Its text changed:{" "}
      {revisions.map(({ number, retrievedAt }, index) => {
        const day = retrievedAt.slice(0, 10);
        // Of several texts of a day, views of that day show the last.
        const canBeShown = revisions[index + 1]?.retrievedAt.slice(0, 10) !== day;
        const name = `revision ${number}`;
        return (
          <>
            {index > 0 && ", "}
            {number !== shown && canBeShown ? <a href={linkTo.article(slug, day)}>{name}</a> : name} read on{" "}
            {dateInWords(day)}
            {number === shown && " (shown here)"}
          </>
        );
      })}
      .
    </p>
  );
}

const FATES = {
  ORPHANED: { id: "gone", heading: "No longer in its text" },
  AMBIGUOUS: { id: "repeated", heading: "More than once in its text" },
} as const;

/** Passages that cannot be marked in the text, since it changed, with what rests on them. */
export function LostPassages({
  passages,
  fate,
  language,
  asOf,
}: {
  readonly passages: readonly LostPassage[];
  readonly fate: LostPassage["fate"];
  readonly language: string | null;
  readonly asOf: Day | null;
}) {
  const of = passages.filter((passage) => passage.fate === fate);
  if (of.length === 0) return null;
  const { id, heading } = FATES[fate];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="passages">
        {of.map(({ exact, revision, facts }) => (
          <li>
            <blockquote class="cited" dir="auto" lang={language ?? undefined}>
              <p>{exact}</p>
            </blockquote>
            <p class="meta">Taken from revision {revision}, and kept.</p>
            <Facts facts={facts} exact={exact} asOf={asOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}
