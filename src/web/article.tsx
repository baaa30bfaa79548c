import type { Day } from "../domain/day.ts";
import { Facts, PassageList } from "./article-facts.tsx";
import { type ArticleResult, groupPassages } from "./article-passages.ts";
import { ArticlePage } from "./article-query.ts";
import { LostPassages, Revisions } from "./article-revisions.tsx";
import { ArticleText } from "./article-text.tsx";
import { AsKnown, titleAsKnown } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { outletOf } from "./claims.ts";
import { Original } from "./evidence.tsx";
import { Page } from "./layout.tsx";
import { linkTo, onTheWeb } from "./links.ts";

/** An article with the passages that something on record rests on marked; null where it was not out by that day. */
export async function articlePage(ask: Ask, slug: string, asOf: Day | null) {
  const variables = { slug, asOf };
  const { article } = await ask(ArticlePage, variables);
  if (article === null) return null;
  const { body, headline, language } = article;
  const { passages, lost, asAWhole } = groupPassages(article);
  const rests = article.state === "RETRACTED" ? "rested" : "rests";
  return (
    <Page title={titleAsKnown(headline, asOf)} queries={[{ document: ArticlePage, variables }]} asOf={asOf}>
      <p class="kicker">Article</p>
      <h1 dir="auto" lang={language ?? undefined}>
        {headline}
      </h1>
      <Origin article={article} asOf={asOf} />
      <Revisions slug={slug} article={article} />
      <AsKnown asOf={asOf} what="What rests on it" today={linkTo.article(slug, null)} />
      <State article={article} hasPassages={passages.length > 0} />
      {body !== null && <ArticleText body={body} language={language} passages={passages} />}
      {passages.length > 0 && (
        <section aria-labelledby="passages">
          <h2 id="passages">{body === null ? "Its passages" : `What ${rests} on its passages`}</h2>
          <PassageList passages={passages} marked={body !== null} language={language} asOf={asOf} />
        </section>
      )}
      <LostPassages passages={lost} fate="ORPHANED" language={language} asOf={asOf} />
      <LostPassages passages={lost} fate="AMBIGUOUS" language={language} asOf={asOf} />
      {asAWhole.length > 0 && (
        <section aria-labelledby="as-a-whole">
          <h2 id="as-a-whole">What cites it as a whole</h2>
          <Facts facts={asAWhole} asOf={asOf} />
        </section>
      )}
      {passages.length + lost.length + asAWhole.length === 0 && (
        <p class="empty">Nothing on record rests on it.</p>
      )}
      {article.rights !== null && (
        <p class="meta" dir="auto">
          {article.rights}
        </p>
      )}
    </Page>
  );
}

/** Who published it, when, by whom, and where it is. */
function Origin({ article, asOf }: { readonly article: ArticleResult; readonly asOf: Day | null }) {
  const url = onTheWeb(article.url);
  return (
    <p class="meta">
      <bdi>{article.source?.name ?? "An unnamed source"}</bdi>
      {article.syndicatedFrom && (
        <>
          , from <bdi>{article.syndicatedFrom.name}</bdi>
        </>
      )}
      {article.when && (
        <>
          {", "}
          <time datetime={article.when.edtf}>{article.when.display}</time>
        </>
      )}
      {article.authors.map((author) => (
        <>
          {" · "}
          <a href={linkTo.person(author.slug, asOf)}>
            <bdi>{author.name}</bdi>
          </a>
        </>
      ))}
      {url !== null && (
        <>
          {" · "}
          <Original href={url} outlet={outletOf(article)} />
        </>
      )}
      {article.headlineIsOurs && " · the headline is our wording"}
    </p>
  );
}

/** What a reader must know before reading: whether the outlet stands by it, and how much of it is here. */
function State({
  article: { state, access, body },
  hasPassages,
}: {
  readonly article: ArticleResult;
  /** Whether any of its passages is shown. */
  readonly hasPassages: boolean;
}) {
  return (
    <>
      {state === "RETRACTED" && (
        <p class="banner">
          <strong>Retracted.</strong> Its outlet withdrew this article. It supports nothing any more: what
          rested on it alone is off the timelines.
        </p>
      )}
      {state === "CORRECTED" && (
        <p class="banner">
          <strong>Corrected.</strong> Its outlet changed this article after it came out. What rests on it
          stands; the original has the outlet’s own note.
        </p>
      )}
      {body === null && (
        <p class="banner">
          {hasPassages
            ? "Its text belongs to its publisher: only the passages that something rests on are shown here, in their order. The rest is in the original."
            : access === "PASSAGES"
              ? "Its text belongs to its publisher, and no passage of it is shown here."
              : "Its text is not on record: it is cited, and kept as an address and a headline."}
        </p>
      )}
    </>
  );
}
