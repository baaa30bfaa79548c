import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { AsKnown, titleAsKnown } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { eventDate } from "./event-date.ts";
import { LatestChanges, LatestThing } from "./latest.tsx";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { whereThingsStand } from "./standing.ts";

const Home = document(
  `
  query Home($today: EDTF, $after: String, $asOf: Date, $past: Boolean!) {
    topics(first: 20, after: $after) {
      edges {
        node {
          slug title summary(asOf: $asOf)
          events: facets(filter: { kinds: [EVENT] }, asOf: $asOf) { statuses { status count } }
          articles(first: 1, asOf: $asOf) { edges { node { when { edtf display } } } }
          next: timeline(
            filter: { kinds: [EVENT], status: [SCHEDULED, RESCHEDULED], dated: true, from: $today }, asOf: $asOf, first: 1
          ) {
            edges { node { ... on Event { slug title status when { edtf display precision } } } }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    changes(last: 50) @skip(if: $past) {
      edges { node { at action nodeId topics { slug title } node { ...LatestThing } } }
    }
  }
`,
  [LatestThing],
);

type HomeResult = ResultOf<typeof Home>;
type TopicResult = HomeResult["topics"]["edges"][number]["node"];

/** The topics and where each stands, what was put on record last, and where developers go on. */
export async function homePage(ask: Ask, today: Day, asOf: Day | null, after: string | null) {
  const variables = { today: asOf ?? today, after, asOf, past: asOf !== null };
  const { topics, changes } = await ask(Home, variables);
  return (
    <Page
      title={titleAsKnown("Dateline", asOf)}
      description="Running news stories, each fact tied to the passage it came from."
      queries={[{ document: Home, variables }]}
      asOf={asOf}
    >
      <h1>Running stories</h1>
      <p class="state">Who said what, about which event, and where it was reported.</p>
      <AsKnown asOf={asOf} today={linkTo.home(null)} />
      {topics.edges.length === 0 && (
        <p class="banner">
          Nothing is on record yet. <code>dateline seed</code> puts the story on it that ships with Dateline;{" "}
          <a href="/readme">the README</a> says how to write one of your own.
        </p>
      )}
      <ul class="topics">
        {topics.edges.map(({ node }) => (
          <li>
            <TopicCard topic={node} asOf={asOf} />
          </li>
        ))}
      </ul>
      {topics.pageInfo.hasNextPage && (
        <p class="more">
          <a
            href={`?${new URLSearchParams({ ...(asOf && { asOf }), after: topics.pageInfo.endCursor ?? "" })}`}
            rel="next"
          >
            More topics
          </a>
        </p>
      )}
      {after === null && changes && <LatestChanges changes={changes.edges.map((edge) => edge.node)} />}
      <ForDevelopers />
    </Page>
  );
}

/** A topic, and in one line where it stands. */
function TopicCard({ topic, asOf }: { readonly topic: TopicResult; readonly asOf: Day | null }) {
  const { slug, title, summary, events } = topic;
  const report = topic.articles.edges[0]?.node.when;
  const next = topic.next.edges.flatMap(({ node }) => ("title" in node ? [node] : []))[0];
  const [counted] = whereThingsStand({ counts: events.statuses, last: null, overdue: [], disputed: [] });
  return (
    <>
      <h2>
        <a href={linkTo.topic(slug, asOf)}>
          <bdi>{title}</bdi>
        </a>
      </h2>
      {summary !== null && <p dir="auto">{summary}</p>}
      <p class="meta">
        {counted ?? "No event is on record."}
        {report && (
          <>
            {" Last report "}
            <time datetime={report.edtf}>{report.display}</time>
          </>
        )}
        {next && (
          <>
            {" · next: "}
            <a href={linkTo.event(next.slug, asOf)}>
              <bdi>{next.title}</bdi>
            </a>
            {next.when && (
              <>
                {", "}
                {eventDate(next.when, next.status)}
              </>
            )}
          </>
        )}
      </p>
    </>
  );
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
