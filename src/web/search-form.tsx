import type { Day } from "../domain/day.ts";

/** The form that searches, with the words it was last given and the day that is looked back from. */
export function SearchForm({
  words = "",
  asOf = null,
}: {
  readonly words?: string;
  readonly asOf?: Day | null;
}) {
  return (
    <form method="get" action="/search" class="search" aria-label="Search">
      <label for="q">Words, or a “phrase” in quotation marks</label>
      <div>
        <input type="search" id="q" name="q" value={words} />
        {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
        <button type="submit">Search</button>
      </div>
    </form>
  );
}
