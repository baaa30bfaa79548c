import { document } from "./document.ts";

/** Selections that several pages share. */

export const Dated = document(`
  fragment Dated on FuzzyDate { edtf display earliest latest precision approximate uncertain }
`);

/** Who says so. */
export const Claimed = document(`
  fragment Claimed on Evidence {
    stance claimantAsWritten
    claimedBy { name }
    article { state source { name } syndicatedFrom { name } }
  }
`);

/** What those who dispute something say instead. Dates of evidence, of which there is much, are asked for as recorded. */
export const Instead = document(`
  fragment Instead on Evidence { insteadStatus insteadDate { edtf } }
`);

export const Sourced = document(
  `
  fragment Sourced on Evidence {
    ...Claimed
    exact link anchor
    article { slug headline when { edtf } }
  }
`,
  [Claimed],
);

export const Told = document(
  `
  fragment Told on StatusChange {
    id from to reported disputed reason
    when { ...Dated } newDate { ...Dated } formerDate { ...Dated }
    event { slug title }
    evidence { ...Sourced ...Instead }
  }
`,
  [Dated, Instead, Sourced],
);

export const Said = document(
  `
  fragment Said on Quote {
    id quoteKind text cue translated language speakerKind speakerAsWritten
    when { ...Dated }
    speaker { __typename name slug }
    speakerFor { __typename name slug }
    relays { __typename name slug }
    about { slug title }
    article { slug headline state source { name } }
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
    disputing { ...Sourced ...Instead subject { __typename ... on StatusChange { id } } }
  }
`,
  [Dated, Instead, Sourced],
);

export const Entry = document(
  `
  fragment Entry on TimelineEntry {
    __typename
    ... on Event { ...Happened }
    ... on StatusChange { ...Told }
    ... on Quote { ...Said }
    ... on Article { id slug headline state source { name } when { ...Dated } }
    ... on Draft { id when { ...Dated } }
  }
`,
  [Dated, Happened, Told, Said],
);
