/** The form that searches, with the words it was last given. */
export function SearchForm({ words = "" }: { readonly words?: string }) {
  return (
    <form method="get" action="/search" class="search" aria-label="Search">
      <label for="q">Words, or a “phrase” in quotation marks</label>
      <div>
        <input type="search" id="q" name="q" value={words} />
        <button type="submit">Search</button>
      </div>
    </form>
  );
}
