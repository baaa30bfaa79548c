import type { Day } from "../domain/day.ts";
import { decodeNodeId, encodeNodeId } from "../domain/node-id.ts";

/** Addresses of pages. The day that a page is seen from stays on every link. */
export const linkTo = {
  home: (asOf: Day | null) => `/${seenFrom(asOf)}`,
  search: (asOf: Day | null) => `/search${seenFrom(asOf)}`,
  topic: (slug: string, asOf: Day | null) => at("topics", slug, asOf),
  person: (slug: string, asOf: Day | null) => at("people", slug, asOf),
  event: (slug: string, asOf: Day | null) => at("events", slug, asOf),
  /** What was reported of a topic after a day. */
  changes: (slug: string, day: Day) => `/topics/${encodeURIComponent(slug)}/changes?asOf=${day}`,
  article: (slug: string, asOf: Day | null) => at("articles", slug, asOf),
  organization: (slug: string, asOf: Day | null) => at("organizations", slug, asOf),
  agent: ({ __typename, slug }: AgentName, asOf: Day | null) =>
    at(__typename === "Person" ? "people" : "organizations", slug, asOf),
};

function at(kind: string, slug: string, asOf: Day | null): string {
  return `/${kind}/${encodeURIComponent(slug)}${seenFrom(asOf)}`;
}

function seenFrom(asOf: Day | null): string {
  return asOf === null ? "" : `?asOf=${asOf}`;
}

/** Somebody who has a page. */
export interface AgentName {
  readonly __typename: "Person" | "Organization";
  readonly slug: string;
}

/** The id of something on a page, from its global id. It is the same whatever day the page is seen from. */
export function anchorOf(id: string): string {
  return `e-${encodeNodeId({ ...decodeNodeId(id), asOf: null })}`;
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
