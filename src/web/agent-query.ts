import type { ResultOf } from "gql.tada";
import { document } from "./document.ts";
import { Dated, Entry, Said, Sourced } from "./fragments.ts";

/** The id of a person, or else of an organization. */
export const FoundAgent = document(`
  query FoundAgent($slug: String!, $person: Boolean!) {
    person(slug: $slug) @include(if: $person) { id }
    organization(slug: $slug) @skip(if: $person) { id }
  }
`);

/** Who somebody is; their roles only of a person. */
const WhoTheyAre = document(
  `
  fragment WhoTheyAre on Agent {
    name aliases onRecord
    ... on Person {
      sameAs
      roles { id title organization { slug name } when { ...Dated } evidence { ...Sourced } }
    }
    ... on Organization { sameAs }
  }
`,
  [Dated, Sourced],
);

/** A page of a timeline, with the topics of each entry. */
const Line = document(
  `
  fragment Line on TimelineConnection {
    edges {
      node {
        ...Entry
        ... on Event { topics { slug title } }
        ... on StatusChange { event { topics { slug title } } }
      }
    }
    pageInfo { hasNextPage endCursor }
    totalCount totalCountIsExact
  }
`,
  [Entry],
);

/** A page of quotes, with the events that each is about. */
const Spoken = document(
  `
  fragment Spoken on QuoteConnection {
    edges {
      node {
        ...Said
        about { id slug title topics { slug title } }
        saidAt { id slug title topics { slug title } }
      }
    }
    pageInfo { hasNextPage endCursor }
    totalCount totalCountIsExact
  }
`,
  [Said],
);

/** By an id that carries the day: then everything below answers as of it, roles too. */
export const AgentPage = document(
  `
  query AgentPage($id: ID!, $order: TimelineOrder, $after: String, $quotesAfter: String) {
    node(id: $id) {
      __typename
      ... on Agent { ...WhoTheyAre }
      ... on Person {
        timeline(filter: { kinds: [EVENT, STATUS_CHANGE] }, orderBy: $order, first: 50, after: $after) { ...Line }
        quotes(first: 50, after: $quotesAfter) { ...Spoken }
      }
      ... on Organization {
        timeline(filter: { kinds: [EVENT, STATUS_CHANGE] }, orderBy: $order, first: 50, after: $after) { ...Line }
        quotes(first: 50, after: $quotesAfter) { ...Spoken }
      }
    }
  }
`,
  [WhoTheyAre, Line, Spoken],
);

/** It, of somebody who is on record. */
export type AgentResult = Extract<
  NonNullable<ResultOf<typeof AgentPage>["node"]>,
  { __typename: "Person" | "Organization" }
>;
