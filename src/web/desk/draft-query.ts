import type { ResultOf } from "gql.tada";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";

const DeskDraft = document(`
  fragment DeskDraft on Draft {
    id recordRevision draftKind title state part start end text prefix suffix cut rule confidence method
    decidedAt decidedBy
    when { edtf display }
    status place claimedBy
    participants { name role }
    quoteKind speakerKind speakerName speakerAsWritten cue
    about { id title }
    name aliases roles { title organization }
    fact { __typename ... on Event { slug title } ... on Person { slug name } ... on Quote { text } }
  }
`);

/** A draft as the desk shows it. */
export type DraftResult = ResultOf<typeof DeskDraft>;

const DeskArticle = document(
  `
  query DeskArticle($slug: String!, $after: String) {
    article(slug: $slug) {
      id slug headline language url access state revision wholeBody
      when { edtf display }
      source { name }
      topics { slug title }
      drafts(states: [OPEN, ACCEPTED, REJECTED], first: 100, after: $after) {
        edges { node { ...DeskDraft } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [DeskDraft],
);

type ArticleResult = NonNullable<ResultOf<typeof DeskArticle>["article"]>;

/** An article at the desk, with all of its drafts in the order of its text. */
export type DeskArticleResult = Omit<ArticleResult, "drafts"> & { readonly drafts: readonly DraftResult[] };

/** An article with its drafts, however many these are; null where there is none of the name. */
export async function readArticle(ask: Ask, slug: string): Promise<DeskArticleResult | null> {
  const drafts: DraftResult[] = [];
  for (let after: string | null = null; ; ) {
    const { article }: ResultOf<typeof DeskArticle> = await ask(DeskArticle, { slug, after });
    if (article === null) return null;
    drafts.push(...article.drafts.edges.map((edge) => edge.node));
    if (!article.drafts.pageInfo.hasNextPage) return { ...article, drafts };
    after = article.drafts.pageInfo.endCursor;
  }
}
