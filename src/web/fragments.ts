import { document } from "./document.ts";

/** Selections that several pages share. */

export const Dated = document(`
  fragment Dated on FuzzyDate { edtf display earliest precision approximate uncertain }
`);

export const Sourced = document(
  `
  fragment Sourced on Evidence {
    stance exact link claimantAsWritten insteadStatus
    insteadDate { ...Dated }
    claimedBy { __typename name slug }
    article { slug headline source { name } when { ...Dated } }
  }
`,
  [Dated],
);

export const Told = document(
  `
  fragment Told on StatusChange {
    id from to reported disputed reason
    when { ...Dated } newDate { ...Dated } formerDate { ...Dated }
    event { slug title }
    evidence { ...Sourced }
  }
`,
  [Dated, Sourced],
);

export const Said = document(
  `
  fragment Said on Quote {
    id quoteKind text cue translated language speakerAsWritten
    when { ...Dated }
    speaker { __typename name slug }
    speakerFor { name }
    relays { name }
    about { slug title }
    article { slug headline source { name } }
    evidence { ...Sourced }
  }
`,
  [Dated, Sourced],
);

export const Happened = document(
  `
  fragment Happened on Event {
    id slug title status disputed overdue outcome description
    when { ...Dated } formerDates { ...Dated }
    place { name }
    participants { role agent { __typename name slug } }
    evidence { ...Sourced }
  }
`,
  [Dated, Sourced],
);

export const Entry = document(
  `
  fragment Entry on TimelineEntry {
    __typename
    ... on Event { ...Happened }
    ... on StatusChange { ...Told }
    ... on Quote { ...Said }
    ... on Article { id slug headline source { name } when { ...Dated } }
    ... on Draft { id when { ...Dated } }
  }
`,
  [Dated, Happened, Told, Said],
);
