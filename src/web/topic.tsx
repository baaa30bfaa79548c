import type { VariablesOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { AsKnown, titleAsKnown } from "./as-known.tsx";
import type { Ask } from "./ask.ts";
import { Corrections, correctionsOf } from "./corrections.tsx";
import { dateProblem } from "./date-problem.ts";
import { eventDate } from "./event-date.ts";
import { type Choices, Filters } from "./filters.tsx";
import { dateInWords } from "./headings.ts";
import { TopicJsonLd } from "./json-ld.tsx";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { More } from "./more.tsx";
import type { TimelineParams } from "./params.ts";
import { Refused } from "./refused.ts";
import { newsSince, SinceLastLooked } from "./since.tsx";
import { type Sentence, whereThingsStand } from "./standing.ts";
import { Timeline } from "./timeline.tsx";
import { Facts, Standing } from "./topic-facts.tsx";
import { type Answer, type Topic, TopicPage } from "./topic-query.ts";

/** Few enough that what is asked for them stays within the limits of the API, whatever they are. */
const ENTRIES_ON_A_PAGE = 80;

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
  const { narrowed } = params;
  const live = asOf === null && cursor !== null ? { topic: slug, cursor, narrowed } : undefined;
  const news = since !== null && live ? await newsSince(ask, slug, since) : undefined;
  const page = (
    <Page
      title={titleAsKnown(topic.title, asOf)}
      description={topic.summary ?? undefined}
      queries={[{ document: TopicPage, variables }, ...(news?.asked ?? [])]}
      asOf={asOf}
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
        changes={asOf === null ? undefined : linkTo.changes(slug, asOf)}
        today={linkTo.topic(slug, null)}
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
          Next:{" "}
          <a href={linkTo.event(node.slug, asOf)}>
            <bdi>{node.title}</bdi>
          </a>
          {node.when && `, ${eventDate(node.when, node.status)}`}
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

/** Why there is nothing to see. */
function Nothing({ narrowed, asOf }: { readonly narrowed: boolean; readonly asOf: Day | null }) {
  if (narrowed) return <p class="empty">Nothing matches. Take a condition away.</p>;
  return (
    <p class="empty">
      {asOf === null ? "Nothing is on record yet." : `Nothing had been reported by ${dateInWords(asOf)}.`}
    </p>
  );
}
