import type { ResultOf } from "gql.tada";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { DeskPage, type Seat } from "./layout.tsx";
import { deskLink } from "./links.ts";
import { Progress } from "./progress.tsx";
import { TopicLinks } from "./topic-links.tsx";

const DeskQueue = document(`
  query DeskQueue($topic: String, $minConfidence: Float, $after: String) {
    reviewQueue(topic: $topic, minConfidence: $minConfidence, first: 25, after: $after) {
      totalCount
      edges {
        node {
          open decided surest
          article { slug headline language when { edtf display } source { name } topics { slug title } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    topics(first: 100) { edges { node { slug title } } }
  }
`);

type QueueResult = ResultOf<typeof DeskQueue>;
type Queued = QueueResult["reviewQueue"]["edges"][number]["node"];

/** What narrows the queue. */
export interface QueueParams {
  readonly topic: string | null;
  readonly minConfidence: number | null;
  readonly after: string | null;
}

/** Confidences that one can ask for. */
const CONFIDENCES = [0.5, 0.7, 0.8, 0.9] as const;

/** The articles of which drafts wait for a decision. */
export async function queuePage(ask: Ask, seat: Seat, params: QueueParams) {
  const { reviewQueue, topics } = await ask(DeskQueue, params);
  const { edges, pageInfo, totalCount } = reviewQueue;
  const narrowed = params.topic !== null || params.minConfidence !== null;
  return (
    <DeskPage title="Queue" seat={seat}>
      <h1>Waiting for a decision</h1>
      <p class="actions">
        <a class="button" href="/desk/new">
          Paste an article
        </a>
        <a href="/desk/withdrawn">What was withdrawn</a>
      </p>
      <Narrow params={params} topics={topics.edges.map((edge) => edge.node)} />
      {edges.length === 0 && (
        <p class="banner">
          {narrowed
            ? "Nothing waits that fits. Show more by choosing less above."
            : "Nothing waits. Paste an article, and what it tells is drafted for you."}
        </p>
      )}
      {edges.length > 0 && (
        <p class="meta">
          {totalCount} {totalCount === 1 ? "article" : "articles"}, the latest first.
        </p>
      )}
      <ol class="queue">
        {edges.map(({ node }) => (
          <li>
            <QueuedArticle queued={node} minConfidence={params.minConfidence} />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <p class="more">
          <a href={`?${searchOf({ ...params, after: pageInfo.endCursor })}`} rel="next">
            More articles
          </a>
        </p>
      )}
    </DeskPage>
  );
}

function QueuedArticle({
  queued: { article, open, decided, surest },
  minConfidence,
}: {
  readonly queued: Queued;
  readonly minConfidence: number | null;
}) {
  return (
    <>
      <h2 dir="auto" lang={article.language ?? undefined}>
        <a href={deskLink.article(article.slug, { min: minConfidence })}>{article.headline}</a>
      </h2>
      <p class="meta">
        <bdi>{article.source?.name ?? "An unnamed source"}</bdi>
        {article.when && (
          <>
            {", "}
            <time datetime={article.when.edtf}>{article.when.display}</time>
          </>
        )}
        <TopicLinks topics={article.topics} />
      </p>
      <Progress decided={decided} all={open + decided} />
      <p class="meta">
        {open} to go, the surest at {Math.round(surest * 100)} %
      </p>
    </>
  );
}

function Narrow({
  params,
  topics,
}: {
  readonly params: QueueParams;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
}) {
  return (
    <form method="get" action="/desk" class="filters" aria-label="Narrow the queue">
      <label>
        Topic{" "}
        <select name="topic">
          <option value="">All</option>
          {topics.map(({ slug, title }) => (
            <option value={slug} selected={slug === params.topic}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        With drafts that are{" "}
        <select name="min">
          <option value="">however sure</option>
          {CONFIDENCES.map((one) => (
            <option value={String(one)} selected={one === params.minConfidence}>
              at least {one * 100} % sure
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

function searchOf({ topic, minConfidence, after }: QueueParams): string {
  const given = { topic, min: minConfidence === null ? null : String(minConfidence), after };
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();
}
