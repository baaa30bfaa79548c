import { print } from "graphql";
import type { Day } from "../domain/day.ts";
import { codePointLength } from "../domain/passage.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Dated } from "./fragments.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { markedParts } from "./marks.ts";

const ArticlePage = document(
  `
  query ArticlePage($slug: String!, $asOf: Date) {
    article(slug: $slug, asOf: $asOf) {
      headline headlineIsOurs url language rights state access body
      when { ...Dated } source { name } syndicatedFrom { name } authors { slug name }
      evidence {
        exact part start end link
        subject {
          __typename
          ... on Event { slug title }
          ... on StatusChange { title event { slug } }
          ... on Quote { title }
          ... on Participation { agent { name } }
          ... on Role { title }
        }
      }
    }
  }
`,
  [Dated],
);

/** An article with the passages that something on record rests on marked; null where it was not out by that day. */
export async function articlePage(ask: Ask, slug: string, asOf: Day | null) {
  const variables = { slug, asOf };
  const { article } = await ask(ArticlePage, variables);
  if (article === null) return null;
  const { body, evidence } = article;
  const passages = evidence.flatMap(({ part, start, end, exact, link, subject }) =>
    part === "BODY" && start !== null && end !== null ? [{ start, end, exact, link, subject }] : [],
  );
  return (
    <Page title={article.headline} query={{ source: print(ArticlePage), variables }}>
      <p class="kicker">Article{article.state === "RETRACTED" && ", retracted by its publisher"}</p>
      <h1 dir="auto" lang={article.language ?? undefined}>
        {article.headline}
      </h1>
      <p class="meta">
        {article.source?.name}
        {article.syndicatedFrom && `, from ${article.syndicatedFrom.name}`}
        {article.when && (
          <>
            {", "}
            <time datetime={article.when.edtf}>{article.when.display}</time>
          </>
        )}
        {article.authors.map((author) => (
          <>
            {" · "}
            <a href={linkTo.person(author.slug, asOf)}>{author.name}</a>
          </>
        ))}
        {article.url !== null && (
          <>
            {" · "}
            <a href={article.url} rel="noopener">
              the original
            </a>
          </>
        )}
        {article.headlineIsOurs && " · headline ours"}
      </p>
      {body === null ? (
        <p class="banner">
          {article.access === "PASSAGES"
            ? "Of this article only the passages below may be shown."
            : "Its text is not on record."}
        </p>
      ) : (
        <div class="body" dir="auto" lang={article.language ?? undefined}>
          {markedParts(body, codePointLength(body), passages).map(({ text, of, ending }) =>
            of.length === 0 ? (
              text
            ) : (
              <mark>
                {text}
                {ending.map((index) => (
                  <PassageNumber number={index + 1} />
                ))}
              </mark>
            ),
          )}
        </div>
      )}
      {passages.length > 0 && (
        <section>
          <h2>What rests on it</h2>
          <ol class="passages">
            {passages.map((passage, index) => (
              <li id={`passage-${index + 1}`}>
                <Subject subject={passage.subject} asOf={asOf} />
                {passage.exact !== null && (
                  <>
                    :{" "}
                    <q class="passage" dir="auto">
                      {passage.exact}
                    </q>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {article.rights !== null && <p class="meta">{article.rights}</p>}
    </Page>
  );
}

function PassageNumber({ number }: { readonly number: number }) {
  return (
    <sup>
      <a href={`#passage-${number}`} aria-label={`What rests on passage ${number}`}>
        {number}
      </a>
    </sup>
  );
}

type SubjectResult =
  | { readonly __typename: "Event"; readonly slug: string; readonly title: string }
  | { readonly __typename: "StatusChange"; readonly title: string; readonly event: { readonly slug: string } }
  | { readonly __typename: "Quote"; readonly title: string }
  | { readonly __typename: "Participation"; readonly agent: { readonly name: string } }
  | { readonly __typename: "Role"; readonly title: string }
  | { readonly __typename: "EventRelation" };

function Subject({ subject, asOf }: { readonly subject: SubjectResult; readonly asOf: Day | null }) {
  switch (subject.__typename) {
    case "Event":
      return <a href={linkTo.event(subject.slug, asOf)}>{subject.title}</a>;
    case "StatusChange":
      return <a href={linkTo.event(subject.event.slug, asOf)}>{subject.title}</a>;
    case "Participation":
      return <>The part of {subject.agent.name}</>;
    case "EventRelation":
      return <>A relation between events</>;
    default:
      return <>{subject.title}</>;
  }
}
