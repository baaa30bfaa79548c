/** What narrows the drafts of an article. */
export interface ReviewPlace {
  /** Global id of the draft that is looked at; null for the first that waits. */
  readonly draft?: string | null;
  /** Only drafts that are at least so sure. */
  readonly min?: number | null;
  /** Global id of the draft that was decided last. */
  readonly done?: string | null;
}

/** Addresses of the desk. */
export const deskLink = {
  article(slug: string, { draft, min, done }: ReviewPlace = {}): string {
    const search = new URLSearchParams();
    if (draft) search.set("draft", draft);
    if (min) search.set("min", String(min));
    if (done) search.set("done", done);
    const asked = search.toString();
    return `/desk/articles/${encodeURIComponent(slug)}${asked === "" ? "" : `?${asked}`}`;
  },
  /** Where an event or a person is corrected. */
  event: (slug: string): string => `/desk/events/${encodeURIComponent(slug)}`,
  person: (slug: string): string => `/desk/people/${encodeURIComponent(slug)}`,
  /** Where a form about the drafts of an article is sent. */
  decide: (slug: string): string => `/desk/articles/${encodeURIComponent(slug)}/decide`,
  add: (slug: string): string => `/desk/articles/${encodeURIComponent(slug)}/add`,
};
