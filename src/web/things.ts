import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { document } from "./document.ts";
import { anchorOf, linkTo } from "./links.ts";

/** Anything on record, as lists of found or changed things name it. */
export const Thing = document(`
  fragment Thing on Node {
    __typename
    id
    ... on Topic { slug title }
    ... on Person { slug name }
    ... on Organization { slug name }
    ... on Place { name }
    ... on Source { name }
    ... on Event { slug title }
    ... on StatusChange { title event { slug } }
    ... on Quote { title article { slug } }
    ... on Article { slug title }
    ... on Draft { title }
  }
`);

export type ThingResult = ResultOf<typeof Thing>;

/** What readers call each kind of thing. */
const KINDS = {
  Topic: "Topic",
  Person: "Person",
  Organization: "Organization",
  Place: "Place",
  Source: "Source",
  Event: "Event",
  StatusChange: "Change",
  Quote: "Quote",
  Article: "Article",
  Draft: "Draft",
} as const;

export function kindOf({ __typename }: ThingResult): string {
  return KINDS[__typename];
}

export function nameOf(thing: ThingResult): string {
  return "title" in thing ? thing.title : thing.name;
}

/** Where it stands on the pages: a page of its own, or its place on one; null for what is on none. */
export function hrefOf(thing: ThingResult, asOf: Day | null): string | null {
  switch (thing.__typename) {
    case "Topic":
      return linkTo.topic(thing.slug, asOf);
    case "Person":
      return linkTo.person(thing.slug, asOf);
    case "Organization":
      return linkTo.organization(thing.slug, asOf);
    case "Event":
      return linkTo.event(thing.slug, asOf);
    case "StatusChange":
      return `${linkTo.event(thing.event.slug, asOf)}#${anchorOf(thing.id)}`;
    case "Quote":
      return `${linkTo.article(thing.article.slug, asOf)}#${anchorOf(thing.id)}`;
    case "Article":
      return linkTo.article(thing.slug, asOf);
    case "Place":
    case "Source":
    case "Draft":
      return null;
  }
}
