import { document } from "./document.ts";
import { Dated } from "./fragments.ts";

/** An article with everything that rests on it, and what tells where that stands on the pages. */
export const ArticlePage = document(
  `
  query ArticlePage($slug: String!, $asOf: Date) {
    article(slug: $slug, asOf: $asOf) {
      headline headlineIsOurs url language rights state access body revision
      revisions { number retrievedAt }
      when { ...Dated } source { name } syndicatedFrom { name } authors { slug name }
      evidence {
        exact part start end currentStart currentEnd anchor revision link stance
        subject {
          __typename
          ... on Event { slug title }
          ... on StatusChange { id title event { slug } }
          ... on Quote { id title text speaker { __typename slug name } about { slug title } }
          ... on Participation { id agent { __typename slug name } }
          ... on Role { id title organization { name } }
          ... on EventRelation { id kind event { slug title } }
        }
      }
      events { slug title participants { id } related { id } }
      people { slug name roles { id } }
    }
  }
`,
  [Dated],
);
