import type { VariablesOf } from "gql.tada";
import { print } from "graphql";
import type { Day } from "../domain/day.ts";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { EntryCard, entriesOf } from "./entry.tsx";
import { Entry } from "./fragments.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { byMonth } from "./months.ts";
import { More } from "./more.tsx";
import type { TimelineParams } from "./params.ts";
import { newsSince, SinceLastLooked } from "./since.tsx";
import { STATUS_WORDS } from "./words.ts";

const ENTRIES_ON_A_PAGE = 100;

const TopicPage = document(
  `
  query TopicPage($slug: String!, $filter: TimelineFilter, $order: TimelineOrder, $asOf: Date, $first: Int, $after: String, $today: EDTF) {
    latest: changes(last: 1) { pageInfo { endCursor } }
    next: events(filter: { topic: $slug, status: [SCHEDULED, RESCHEDULED], dated: true, from: $today }, asOf: $asOf, first: 1) {
      edges { node { slug title when { display } } }
    }
    topic(slug: $slug) {
      title summary
      people(first: 100, asOf: $asOf) { edges { node { slug name } } }
      timeline(filter: $filter, orderBy: $order, asOf: $asOf, first: $first, after: $after) {
        edges { node { ...Entry } }
        pageInfo { hasNextPage endCursor }
        totalCount totalCountIsExact
      }
    }
  }
`,
  [Entry],
);

/** A story as one ordered list; null where there is no such topic. */
export async function topicPage(
  ask: Ask,
  slug: string,
  params: TimelineParams,
  { today, embedded = false }: { readonly today: Day; readonly embedded?: boolean },
) {
  const { asOf, person, kinds, status, from, to, order, after, since } = params;
  const variables: VariablesOf<typeof TopicPage> = {
    slug,
    filter: { person, kinds, status, from, to },
    order,
    asOf,
    first: ENTRIES_ON_A_PAGE,
    after,
    today: asOf ?? today,
  };
  const { topic, latest, next } = await ask(TopicPage, variables);
  if (topic === null) return null;
  const { timeline } = topic;
  const cursor = latest.pageInfo.endCursor;
  const live = asOf === null && cursor !== null ? { topic: slug, cursor } : undefined;
  return (
    <Page
      title={asOf === null ? topic.title : `${topic.title}, as known on ${asOf}`}
      description={topic.summary ?? undefined}
      query={{ source: print(TopicPage), variables }}
      live={live}
      embedded={embedded}
    >
      <p class="kicker">Topic</p>
      <h1 dir="auto">{topic.title}</h1>
      {asOf === null ? (
        topic.summary !== null && <p class="state">{topic.summary}</p>
      ) : (
        <p class="banner">
          As known by the end of {asOf}: nothing on this page was reported later.{" "}
          <a href={linkTo.topic(slug, null)}>See it as known today</a>.
        </p>
      )}
      <ul class="facts">
        <li>
          {timeline.totalCount}
          {timeline.totalCountIsExact ? "" : " or more"} entries
        </li>
        {live && (
          <>
            <li>
              <a href={`/topics/${encodeURIComponent(slug)}/feed.atom`}>Feed</a>
            </li>
            <li>
              <a href={`/topics/${encodeURIComponent(slug)}/calendar.ics`}>Calendar</a>
            </li>
            <li>
              <a href={`?${params.toSearch({ since: live.cursor, after: null })}`}>Mark this moment</a>
            </li>
          </>
        )}
      </ul>
      {!embedded && <Filters params={params} people={topic.people.edges.map((edge) => edge.node)} />}
      {next.edges.map(({ node }) => (
        <p class="banner">
          Next: <a href={linkTo.event(node.slug, asOf)}>{node.title}</a>
          {node.when && `, ${node.when.display}`}
        </p>
      ))}
      {since !== null && live && <SinceLastLooked news={await newsSince(ask, slug, since)} />}
      {timeline.edges.length === 0 && <p class="empty">Nothing matches. Take a condition away.</p>}
      <ol class="line">
        {byMonth(entriesOf(timeline.edges)).map(({ heading, items }) => (
          <li>
            <h2>{heading}</h2>
            {items.map((entry) => (
              <EntryCard entry={entry} asOf={asOf} />
            ))}
          </li>
        ))}
      </ol>
      <More of={timeline} params={params} />
    </Page>
  );
}

/** The filters as a form whose state is the address. */
function Filters({
  params,
  people,
}: {
  readonly params: TimelineParams;
  readonly people: readonly { readonly slug: string; readonly name: string }[];
}) {
  const { person, kinds, status, from, to, order, asOf } = params;
  return (
    <form method="get" class="filters" aria-label="Narrow the timeline">
      <Choice
        name="person"
        label="Person"
        chosen={person ?? ""}
        options={[["", "Everyone"], ...people.map((one) => [one.slug, one.name] as const)]}
      />
      <Choice
        name="kind"
        label="Show"
        chosen={kinds?.[0] ?? ""}
        options={[
          ["", "Everything"],
          ["EVENT", "Events"],
          ["STATUS_CHANGE", "Changes"],
          ["QUOTE", "Quotes"],
          ["ARTICLE", "Articles"],
        ]}
      />
      <Choice
        name="status"
        label="Status"
        chosen={status?.[0] ?? ""}
        options={[["", "Any"], ...Object.entries(STATUS_WORDS)]}
      />
      <label>
        From <input name="from" value={from ?? ""} placeholder="2025-08" size={10} />
      </label>
      <label>
        To <input name="to" value={to ?? ""} placeholder="2025-11" size={10} />
      </label>
      <label>
        As known on <input type="date" name="asOf" value={asOf ?? ""} />
      </label>
      <Choice
        name="order"
        label="Order"
        chosen={order}
        options={[
          ["OLDEST_FIRST", "Oldest first"],
          ["NEWEST_FIRST", "Newest first"],
        ]}
      />
      <button type="submit">Show</button>
    </form>
  );
}

function Choice({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}) {
  return (
    <label>
      {label}{" "}
      <select name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
