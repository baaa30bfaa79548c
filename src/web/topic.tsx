import type { ResultOf, VariablesOf } from "gql.tada";
import { print } from "graphql";
import type { Day } from "../domain/day.ts";
import { AsKnown, titleAsOf } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { Corrections, correctionsOf } from "./corrections.tsx";
import { dateProblem } from "./date-problem.ts";
import { document } from "./document.ts";
import { type Choices, Filters } from "./filters.tsx";
import { Claimed, Entry, Instead } from "./fragments.ts";
import { dateInWords } from "./headings.ts";
import { TopicJsonLd } from "./json-ld.tsx";
import { Page } from "./layout.tsx";
import { anchorOf, linkTo } from "./links.ts";
import { More } from "./more.tsx";
import type { TimelineParams } from "./params.ts";
import { Refused } from "./refused.ts";
import { newsSince, SinceLastLooked } from "./since.tsx";
import { type Sentence, whereThingsStand } from "./standing.ts";
import { Timeline } from "./timeline.tsx";
import { setFor } from "./when-in-words.ts";

const ENTRIES_ON_A_PAGE = 100;

const TopicPage = document(
  `
  query TopicPage(
    $slug: String!, $filter: TimelineFilter, $order: TimelineOrder, $asOf: Date, $first: Int, $after: String, $today: EDTF,
    $dated: TimelineFilter, $otherPeople: TimelineFilter, $otherKinds: TimelineFilter, $otherStatuses: TimelineFilter
  ) {
    latest: changes(last: 1) { pageInfo { endCursor } }
    next: events(filter: { topic: $slug, status: [SCHEDULED, RESCHEDULED], dated: true, from: $today }, asOf: $asOf, first: 1) {
      edges { node { slug title when { display edtf precision } } }
    }
    last: events(filter: { topic: $slug, status: [OCCURRED], dated: true }, asOf: $asOf, orderBy: NEWEST_FIRST, first: 1) {
      edges { node { slug title when { display latest } } }
    }
    due: events(
      filter: { topic: $slug, status: [SCHEDULED, RESCHEDULED], to: $today, match: WITHIN }, asOf: $asOf, orderBy: NEWEST_FIRST, first: 3
    ) {
      edges { node { slug title overdue when { display latest } } }
    }
    topic(slug: $slug) {
      title summary(asOf: $asOf)
      events: facets(filter: { kinds: [EVENT] }, asOf: $asOf) { statuses { status count } }
      disputedEvents(asOf: $asOf, first: 3) {
        slug title status evidence { ...Claimed ...Instead }
        statusHistory { disputed evidence { ...Claimed ...Instead } }
      }
      reportDays(asOf: $asOf, first: 60) { edges { node { day } } pageInfo { hasNextPage } }
      ofPeople: facets(filter: $otherPeople, asOf: $asOf) { people { count person { slug name } } }
      ofKinds: facets(filter: $otherKinds, asOf: $asOf) { kinds { kind count } }
      ofStatuses: facets(filter: $otherStatuses, asOf: $asOf) { statuses { status count } }
      newest: timeline(filter: $dated, orderBy: NEWEST_FIRST, asOf: $asOf, first: 1) { edges { node { id } } }
      timeline(filter: $filter, orderBy: $order, asOf: $asOf, first: $first, after: $after) {
        edges { node { ...Entry } }
        pageInfo { hasNextPage endCursor }
        totalCount totalCountIsExact
      }
    }
  }
`,
  [Claimed, Entry, Instead],
);

type Answer = ResultOf<typeof TopicPage>;
type Topic = NonNullable<Answer["topic"]>;

/** What is on a timeline where nothing is said. */
const ALL_BUT_ARTICLES: TimelineParams["kinds"] = ["EVENT", "STATUS_CHANGE", "QUOTE"];

/** A story as one ordered list; null where there is no such topic. */
export async function topicPage(
  ask: Ask,
  slug: string,
  params: TimelineParams,
  { today, embedded = false }: { readonly today: Day; readonly embedded?: boolean },
) {
  const { asOf, since } = params;
  const problem = dateProblem(params);
  const variables = variablesFor(
    slug,
    problem === null ? params : { ...params, from: null, to: null },
    today,
  );
  const answer = await ask(TopicPage, variables);
  const { topic, next } = answer;
  if (topic === null) return null;
  const { timeline } = topic;
  const corrections = await correctionsOf(ask, { topic: slug });
  const entries = timeline.edges.map((edge) => edge.node);
  const here = new Set(entries.map((entry) => entry.id));
  const cursor = answer.latest.pageInfo.endCursor;
  const live = asOf === null && cursor !== null ? { topic: slug, cursor } : undefined;
  const news = since !== null && live ? await newsSince(ask, slug, since) : undefined;
  const page = (
    <Page
      title={titleAsOf(topic.title, asOf)}
      asOf={asOf}
      description={topic.summary ?? undefined}
      query={{ source: print(TopicPage), variables }}
      live={live}
      embedded={embedded}
    >
      <TopicJsonLd
        title={topic.title}
        events={entries.flatMap((entry) =>
          entry.__typename === "Event" ? [{ ...entry, url: linkTo.event(entry.slug, asOf) }] : [],
        )}
      />
      <p class="kicker">Topic</p>
      <h1 dir="auto">{topic.title}</h1>
      <AsKnown
        asOf={asOf}
        today={linkTo.topic(slug, null)}
        since={asOf === null ? undefined : linkTo.changes(slug, asOf)}
      />
      {news !== undefined && (
        <SinceLastLooked
          news={news}
          here={here}
          goOn={(rest) => `?${params.toSearch({ since: rest, after: null })}`}
        />
      )}
      {topic.summary !== null && (
        <p class="state" dir="auto">
          {topic.summary}
        </p>
      )}
      <Standing sentences={sentencesOf(answer, topic)} asOf={asOf} />
      {next.edges.map(({ node }) => (
        <p class="next">
          Next: <a href={linkTo.event(node.slug, asOf)}>{node.title}</a>
          {node.when && `, ${setFor(node.when)}`}
        </p>
      ))}
      <Facts slug={slug} topic={topic} params={params} here={here} live={live} embedded={embedded} />
      {!embedded && <Filters params={params} choices={choicesOf(topic)} problem={problem} />}
      {problem === null && (
        <>
          {entries.length === 0 && <Nothing narrowed={params.narrowed} asOf={asOf} />}
          <Timeline entries={entries} asOf={asOf} marks={news?.marks} />
          <More of={timeline} params={params} />
        </>
      )}
      <Corrections corrections={corrections} />
    </Page>
  );
  return problem === null ? page : new Refused(page);
}

function variablesFor(slug: string, params: TimelineParams, today: Day): VariablesOf<typeof TopicPage> {
  const { asOf, person, kinds, status, from, to, order, after } = params;
  const filter = { person, kinds, status, from, to };
  return {
    slug,
    filter,
    order,
    asOf,
    first: ENTRIES_ON_A_PAGE,
    after,
    today: asOf ?? today,
    dated: { ...filter, dated: true },
    otherPeople: { ...filter, kinds: kinds ?? ALL_BUT_ARTICLES, person: null },
    otherKinds: { ...filter, kinds: null },
    otherStatuses: { ...filter, kinds: kinds ?? ALL_BUT_ARTICLES, status: null },
  };
}

function sentencesOf({ last, due }: Answer, topic: Topic): Sentence[] {
  return whereThingsStand({
    counts: topic.events.statuses,
    last: last.edges[0]?.node ?? null,
    overdue: due.edges.map((edge) => edge.node).filter((event) => event.overdue),
    disputed: topic.disputedEvents,
  });
}

function choicesOf({ ofPeople, ofKinds, ofStatuses, reportDays }: Topic): Choices {
  return {
    people: ofPeople.people,
    kinds: ofKinds.kinds.flatMap(({ kind, count }) => (kind === "DRAFT" ? [] : [{ kind, count }])),
    statuses: ofStatuses.statuses,
    days: reportDays.edges.map((edge) => edge.node.day),
    moreDays: reportDays.pageInfo.hasNextPage,
  };
}

function Standing({
  sentences,
  asOf,
}: {
  readonly sentences: readonly Sentence[];
  readonly asOf: Day | null;
}) {
  if (sentences.length === 0) return null;
  return (
    <p class="standing">
      {sentences.map((sentence) => (
        <>
          {sentence.map((part) =>
            typeof part === "string" ? (
              part
            ) : (
              <a href={linkTo.event(part.slug, asOf)} dir="auto">
                {part.title}
              </a>
            ),
          )}{" "}
        </>
      ))}
    </p>
  );
}

function Facts({
  slug,
  topic: { timeline, reportDays, newest },
  params,
  here,
  live,
  embedded,
}: {
  readonly slug: string;
  readonly topic: Topic;
  readonly params: TimelineParams;
  readonly here: ReadonlySet<string>;
  readonly live: { readonly cursor: string } | undefined;
  readonly embedded: boolean;
}) {
  const [latest] = reportDays.edges;
  const [end] = newest.edges;
  return (
    <ul class="facts">
      {latest && <li>Last change reported on {dateInWords(latest.node.day)}</li>}
      <li>
        {timeline.totalCount.toLocaleString("en-GB")}
        {timeline.totalCountIsExact ? "" : " or more"} {timeline.totalCount === 1 ? "entry" : "entries"}
      </li>
      {end && !embedded && (
        <li>
          <a
            href={`${here.has(end.node.id) ? "" : `?${params.toSearch({ order: "NEWEST_FIRST", after: null })}`}#${anchorOf(end.node.id)}`}
          >
            To the latest entry
          </a>
        </li>
      )}
      {live && (
        <>
          <li>
            <a href={`/topics/${encodeURIComponent(slug)}/feed.atom`}>Feed</a>
          </li>
          <li>
            <a href={`/topics/${encodeURIComponent(slug)}/calendar.ics`}>Calendar</a>
          </li>
          {!embedded && (
            <li>
              <a href={`?${params.toSearch({ since: live.cursor, after: null })}`}>Mark this moment</a>
            </li>
          )}
        </>
      )}
    </ul>
  );
}

/** Why there is nothing to see. */
function Nothing({ narrowed, asOf }: { readonly narrowed: boolean; readonly asOf: Day | null }) {
  if (narrowed) return <p class="empty">Nothing matches. Take a condition away.</p>;
  return (
    <p class="empty">
      {asOf === null ? "Nothing is on record yet." : `Nothing had been reported by ${dateInWords(asOf)}.`}
    </p>
  );
}
