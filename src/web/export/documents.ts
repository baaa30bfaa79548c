import { document } from "../document.ts";

/** What exports ask for: the fields of `src/export/entry.ts`. */

const CitedArticle = document(`
  fragment CitedArticle on Article {
    id slug headline url language access state source { name } when { edtf }
  }
`);

const Cited = document(
  `
  fragment Cited on Evidence {
    stance exact link claimantAsWritten insteadStatus
    insteadDate { edtf }
    claimedBy { __typename id slug name }
    article { ...CitedArticle }
  }
`,
  [CitedArticle],
);

const ExportedEvent = document(
  `
  fragment ExportedEvent on Event {
    __typename id slug title status disputed description outcome firstReported
    when { edtf } formerDates { edtf } place { name }
    participants { role agent { __typename id slug name } }
    evidence { ...Cited }
  }
`,
  [Cited],
);

const ExportedChange = document(
  `
  fragment ExportedChange on StatusChange {
    __typename id title to reported reason disputed
    when { edtf } newDate { edtf }
    event { id slug title }
    evidence { ...Cited }
  }
`,
  [Cited],
);

const ExportedQuote = document(
  `
  fragment ExportedQuote on Quote {
    __typename id title text quoteKind language translated speakerAsWritten
    when { edtf } speaker { __typename id slug name } about { id slug title }
    article { ...CitedArticle }
    evidence { ...Cited }
  }
`,
  [CitedArticle, Cited],
);

const ExportedArticle = document(
  `
  fragment ExportedArticle on Article { __typename title ...CitedArticle }
`,
  [CitedArticle],
);

/** A page of a topic's timeline. */
export const ExportTimeline = document(
  `
  query ExportTimeline($slug: String!, $asOf: Date, $after: String) {
    topic(slug: $slug) {
      id slug title summary
      timeline(asOf: $asOf, first: 100, after: $after) {
        edges { node { __typename ...ExportedEvent ...ExportedChange ...ExportedQuote ...ExportedArticle } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`,
  [ExportedEvent, ExportedChange, ExportedQuote, ExportedArticle],
);

/** What was reported of a topic from one day to another. */
export const ExportChanged = document(
  `
  query ExportChanged($slug: String!, $since: Date!, $until: Date) {
    topic(slug: $slug) {
      title summary
      whatChanged(since: $since, until: $until) {
        since until
        newEvents { ...ExportedEvent }
        statusChanges { ...ExportedChange }
        disputes { ...ExportedChange }
        newQuotes { ...ExportedQuote }
      }
    }
  }
`,
  [ExportedEvent, ExportedChange, ExportedQuote],
);

/** A page of what was put on record after a cursor. */
export const ExportRecorded = document(
  `
  query ExportRecorded($slug: String!, $since: String!) {
    topic(slug: $slug) { title summary }
    changes(since: $since, first: 100) {
      edges {
        node {
          action nodeId topics { slug }
          node { __typename ...ExportedEvent ...ExportedChange ...ExportedQuote ...ExportedArticle }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [ExportedEvent, ExportedChange, ExportedQuote, ExportedArticle],
);

/** A page of what a person said, about an event or anything. */
export const ExportSaid = document(
  `
  query ExportSaid($person: String!, $about: String, $event: String!, $asOf: Date, $after: String) {
    event(slug: $event, asOf: $asOf) { id slug title statusHistory { ...ExportedChange } }
    person(slug: $person) {
      name slug
      quotes(filter: { event: $about }, asOf: $asOf, first: 100, after: $after) {
        edges { node { ...ExportedQuote } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [ExportedChange, ExportedQuote],
);
