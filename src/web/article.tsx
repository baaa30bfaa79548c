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
      headline headlineIsOurs url language rights state access body revision
      revisions { number retrievedAt }
      when { ...Dated } source { name } syndicatedFrom { name } authors { slug name }
      evidence {
        exact part anchor currentStart currentEnd
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
  const cited = evidence.filter((one) => one.part === "BODY");
  const passages = cited.flatMap(({ currentStart: start, currentEnd: end, exact, subject }) =>
    start !== null && end !== null ? [{ start, end, exact, subject }] : [],
  );
  const gone = cited.filter((one) => one.anchor === "ORPHANED");
  const repeated = cited.filter((one) => one.anchor === "AMBIGUOUS");
  const retracted = article.state === "RETRACTED";
  return (
    <Page title={article.headline} query={{ source: print(ArticlePage), variables }}>
      <p class="kicker">Article{retracted && ", retracted by its publisher"}</p>
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
      {retracted && (
        <p class="banner">
          Its publisher retracted it. Nothing is supported by it any more; what is listed below rests on
          others too.
        </p>
      )}
      {article.state === "CORRECTED" && <p class="banner">Its publisher corrected it.</p>}
      <Revisions slug={slug} revisions={article.revisions} shown={article.revision} />
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
          <h2>{retracted ? "What cites it" : "What rests on it"}</h2>
          <ol class="passages">
            {passages.map((passage, index) => (
              <li id={`passage-${index + 1}`}>
                <Cited {...passage} asOf={asOf} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Lost heading="No longer in the text" passages={gone} asOf={asOf} />
      <Lost heading="More than once in the text" passages={repeated} asOf={asOf} />
      {article.rights !== null && <p class="meta">{article.rights}</p>}
    </Page>
  );
}

/** The texts that an article had, each with a link to the page as of its day where that shows it. */
function Revisions({
  slug,
  revisions,
  shown,
}: {
  readonly slug: string;
  readonly revisions: readonly { readonly number: number; readonly retrievedAt: string }[];
  readonly shown: number;
}) {
  if (revisions.length < 2) return null;
  const days = revisions.map(({ retrievedAt }) => retrievedAt.slice(0, 10));
  return (
    <p class="meta">
      Its text changed:{" "}
      {revisions.map(({ number }, index) => {
        const day = days[index] ?? "";
        const isLastOfDay = days[index + 1] !== day;
        return (
          <>
            {index > 0 && ", "}
            {number === shown || !isLastOfDay ? (
              `revision ${number}`
            ) : (
              <a href={linkTo.article(slug, day)}>revision {number}</a>
            )}{" "}
            read on {day}
            {number === shown && " (shown here)"}
          </>
        );
      })}
    </p>
  );
}

interface Passage {
  readonly exact: string | null;
  readonly subject: SubjectResult;
}

/** Passages that cannot be shown in the text, with what rests on them. */
function Lost({
  heading,
  passages,
  asOf,
}: {
  readonly heading: string;
  readonly passages: readonly Passage[];
  readonly asOf: Day | null;
}) {
  if (passages.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <p class="meta">Taken from an earlier revision, and kept.</p>
      <ul class="passages">
        {passages.map((passage) => (
          <li>
            <Cited {...passage} asOf={asOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cited({ subject, exact, asOf }: Passage & { readonly asOf: Day | null }) {
  return (
    <>
      <Subject subject={subject} asOf={asOf} />
      {exact !== null && (
        <>
          :{" "}
          <q class="passage" dir="auto">
            {exact}
          </q>
        </>
      )}
    </>
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
