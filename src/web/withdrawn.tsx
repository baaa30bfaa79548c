import type { Child } from "hono/jsx";

/** What is asked of a report to tell whether it was retracted. */
export interface Reported {
  readonly article: { readonly state: "CURRENT" | "CORRECTED" | "RETRACTED" };
}

/** Whether its article was not retracted: what was counts neither for nor against anything. */
export function isCounted({ article }: Reported): boolean {
  return article.state !== "RETRACTED";
}

/** What became of the article since, or of the words in it, in parentheses; nothing where there is nothing to know. */
export function fateOf({ anchor, article }: Reported & { readonly anchor: string }): string {
  const notes = [
    article.state === "CORRECTED" ? "corrected since by its outlet" : "",
    anchor === "ORPHANED" ? "no longer in its text" : "",
    anchor === "AMBIGUOUS" ? "more than once in its text now" : "",
  ].filter((note) => note !== "");
  return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}

/** What was reported in articles that were retracted since, as items of a list. */
export function Withdrawn({ items }: { readonly items: readonly Child[] }) {
  if (items.length === 0) return null;
  return (
    <section class="withdrawn" aria-label="Retracted, and not counted">
      <p class="side">Retracted by the outlet, and not counted</p>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  );
}
