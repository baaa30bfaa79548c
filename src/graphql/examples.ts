/** A query to start from: each is shown in GraphiQL, in the README, and run by the tests. */
export interface ExampleQuery {
  readonly name: string;
  readonly query: string;
  /** JSON. */
  readonly variables: string;
}

/** Queries on the seed story. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    name: "The timeline of a topic: events, their changes and what was said. Change the filter or the order.",
    query: `query TopicTimeline($topic: String!) {
  topic(slug: $topic) {
    title
    summary
    timeline(first: 50, filter: { kinds: [EVENT, STATUS_CHANGE, QUOTE] }) {
      totalCount
      edges {
        node {
          kind
          title
          when { edtf display }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: JSON.stringify({ topic: "putin-trump-summit" }, null, 2),
  },
  {
    name: "A person's events, each with what became of it.",
    query: `query PersonEvents($person: String!) {
  person(slug: $person) {
    name
    events(orderBy: NEWEST_FIRST) {
      edges {
        node {
          title
          status
          disputed
          when { edtf display }
          formerDates { display }
          place { name }
          participants { role agent { name } }
        }
      }
    }
  }
}
`,
    variables: JSON.stringify({ person: "vladimir-putin" }, null, 2),
  },
  {
    name: "What somebody said, with the passage behind each quote. Open a link: the browser marks the words.",
    query: `query Quotes($person: String!) {
  person(slug: $person) {
    name
    roles { title organization { name } }
    quotes {
      edges {
        node {
          quoteKind
          text
          speakerAsWritten
          cue
          when { display }
          saidAt { title }
          about { title }
          evidence { exact start end link article { headline source { name } } }
        }
      }
    }
  }
}
`,
    variables: JSON.stringify({ person: "sergey-ryabkov" }, null, 2),
  },
  {
    name: "One event: its history, who reported each step, and who disputes it.",
    query: `query EventHistory($event: String!) {
  event(slug: $event) {
    title
    status
    disputed
    when { display }
    formerDates { display }
    independentSources
    statusHistory {
      from
      to
      when { display }
      reported
      disputed
      evidence {
        stance
        claimedBy { name }
        claimantAsWritten
        insteadStatus
        exact
        article { headline url source { name } }
      }
    }
    related { kind event { title status } }
  }
}
`,
    variables: JSON.stringify({ event: "budapest-summit-2025" }, null, 2),
  },
];
