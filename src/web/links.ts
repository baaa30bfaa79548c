import type { Day } from "../domain/day.ts";

/** Addresses of pages. The day that a page is seen from stays on every link. */
export const linkTo = {
  topic: (slug: string, asOf: Day | null) => at("topics", slug, asOf),
  person: (slug: string, asOf: Day | null) => at("people", slug, asOf),
  event: (slug: string, asOf: Day | null) => at("events", slug, asOf),
  /** What was reported of a topic after a day. */
  changes: (slug: string, day: Day) => `/topics/${encodeURIComponent(slug)}/changes?asOf=${day}`,
  article: (slug: string, asOf: Day | null) => at("articles", slug, asOf),
  organization: (slug: string, asOf: Day | null) => at("organizations", slug, asOf),
};

function at(kind: string, slug: string, asOf: Day | null): string {
  return `/${kind}/${encodeURIComponent(slug)}${asOf === null ? "" : `?asOf=${asOf}`}`;
}

/** The id of something on a page, from its global id. */
export function anchorOf(id: string): string {
  return `e-${id}`;
}

/** The id of a passage on the page of its article, from where it stands there. */
export function passageAnchor({ part, start, end }: PassagePlace): string {
  return `p-${part === "HEADLINE" ? "headline-" : ""}${start}-${end}`;
}

interface PassagePlace {
  readonly part: "BODY" | "HEADLINE";
  readonly start: number;
  readonly end: number;
}

/** An address outside of this site, if it is one on the web: a stored `javascript:` never becomes a link. */
export function onTheWeb(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}
