import type { ResultOf } from "gql.tada";
import { print } from "graphql";
import type { Day } from "../domain/day.ts";
import { groupBy } from "../domain/group-by.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { ThingLink } from "./thing.tsx";
import { kindOf, Thing, type ThingResult } from "./things.ts";

const Home = document(
  `
  query Home($today: EDTF, $after: String) {
    topics(first: 25, after: $after) {
      edges {
        node {
          slug title summary
          timeline(first: 1) { totalCount totalCountIsExact }
          articles(first: 1) { edges { node { when { edtf display } } } }
          next: timeline(filter: { kinds: [EVENT], status: [SCHEDULED, RESCHEDULED], dated: true, from: $today }, first: 1) {
            edges { node { ... on Event { slug title when { edtf display } } } }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    changes(last: 50) { edges { node { at action nodeId node { ...Thing } topics { slug title } } } }
  }
`,
  [Thing],
);

type HomeResult = ResultOf<typeof Home>;
type TopicResult = HomeResult["topics"]["edges"][number]["node"];
type ChangeResult = HomeResult["changes"]["edges"][number]["node"];

/** The last change of something that is still on record. */
type LatestChange = Omit<ChangeResult, "node"> & { readonly thing: ThingResult };

/** Things in the list of what was put on record last. */
const LATEST = 12;

/** The topics and where each stands, what was put on record last, and where developers go on. */
export async function homePage(ask: Ask, today: Day, after: string | null) {
  const variables = { today, after };
  const { topics, changes } = await ask(Home, variables);
  const latest = latestThings(changes.edges.map((edge) => edge.node));
  return (
    <Page
      title="Dateline"
      description="Running news stories, each fact tied to the passage it came from."
      query={{ source: print(Home), variables }}
    >
      <h1>Running stories</h1>
      <p class="state">Who said what, about which event, and where it was reported.</p>
      {topics.edges.length === 0 && (
        <p class="banner">
          Nothing is on record yet. <code>dateline seed</code> puts the story on it that ships with Dateline;{" "}
          <a href="/readme">the README</a> says how to write one of your own.
        </p>
      )}
      <ul class="topics">
        {topics.edges.map(({ node }) => (
          <li>
            <TopicCard topic={node} />
          </li>
        ))}
      </ul>
      {topics.pageInfo.hasNextPage && (
        <p class="more">
          <a href={`?${new URLSearchParams({ after: topics.pageInfo.endCursor ?? "" })}`} rel="next">
            More topics
          </a>
        </p>
      )}
      {after === null && latest.length > 0 && (
        <section class="latest">
          <h2>Put on record last</h2>
          {[...groupBy(latest, ({ at }) => at.slice(0, 10))].map(([day, changed]) => (
            <>
              <h3>
                <time datetime={day}>{inWords(day)}</time>
              </h3>
              <ul class="changes">
                {changed.map((one) => (
                  <li>
                    <Changed change={one} />
                  </li>
                ))}
              </ul>
            </>
          ))}
        </section>
      )}
      <ForDevelopers />
    </Page>
  );
}

/** A topic, and in one line where it stands. */
function TopicCard({ topic }: { readonly topic: TopicResult }) {
  const { slug, title, summary, timeline } = topic;
  const report = topic.articles.edges[0]?.node.when;
  const next = topic.next.edges.flatMap(({ node }) => ("title" in node ? [node] : []))[0];
  return (
    <>
      <h2>
        <a href={linkTo.topic(slug, null)}>
          <bdi>{title}</bdi>
        </a>
      </h2>
      {summary !== null && <p dir="auto">{summary}</p>}
      <p class="meta">
        {timeline.totalCount}
        {timeline.totalCountIsExact ? "" : " or more"} {timeline.totalCount === 1 ? "entry" : "entries"}
        {report && (
          <>
            {" · last report "}
            <time datetime={report.edtf}>{report.display}</time>
          </>
        )}
        {next && (
          <>
            {" · next: "}
            <a href={linkTo.event(next.slug, null)}>
              <bdi>{next.title}</bdi>
            </a>
            {next.when && (
              <>
                {", "}
                <time datetime={next.when.edtf}>{next.when.display}</time>
              </>
            )}
          </>
        )}
      </p>
    </>
  );
}

/** What changed last, latest first, each thing once; what is no longer on record is left out. */
function latestThings(changes: readonly ChangeResult[]): LatestChange[] {
  const things = new Map<string, LatestChange>();
  for (const { node: thing, ...change } of changes.toReversed()) {
    if (thing !== null && !things.has(change.nodeId)) things.set(change.nodeId, { ...change, thing });
  }
  return [...things.values()].slice(0, LATEST);
}

/** One of them: what kind of thing, which, and the topics that it concerns. */
function Changed({ change: { action, thing, topics } }: { readonly change: LatestChange }) {
  return (
    <>
      <span class="kicker">
        {kindOf(thing)}
        {action === "UPDATED" && ", changed"}
      </span>{" "}
      <ThingLink thing={thing} asOf={null} />
      {thing.__typename !== "Topic" &&
        topics.map((topic) => (
          <>
            {" · "}
            <a class="meta" href={linkTo.topic(topic.slug, null)}>
              <bdi>{topic.title}</bdi>
            </a>
          </>
        ))}
    </>
  );
}

/** A day in UTC, as one reads it. */
function inWords(day: string): string {
  return new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

function ForDevelopers() {
  return (
    <section class="developers" aria-labelledby="for-developers">
      <h2 id="for-developers">For developers</h2>
      <ul>
        <li>
          <a href="/graphql">GraphQL</a>: all of this as one timeline to query, with GraphiQL where this
          server offers it; <code>dateline schema</code> prints the schema
        </li>
        <li>
          <a href="/readme">README</a>: how to run it, the settings, more queries
        </li>
        <li>
          <a href="/health/live">Liveness</a> and <a href="/health/ready">readiness</a>, for the machines that
          watch over this one
        </li>
      </ul>
    </section>
  );
}
