import type { ResultOf } from "gql.tada";
import { document } from "./document.ts";
import { Claimed, Entry, Instead } from "./fragments.ts";

/** A topic, where it stands, and a page of its timeline. */
export const TopicPage = document(
  `
  query TopicPage(
    $slug: String!, $filter: TimelineFilter, $order: TimelineOrder, $asOf: Date, $first: Int, $after: String, $today: EDTF,
    $dated: TimelineFilter, $otherPeople: TimelineFilter, $otherKinds: TimelineFilter, $otherStatuses: TimelineFilter
  ) {
    latest: changes(last: 1) { pageInfo { endCursor } }
    next: events(filter: { topic: $slug, status: [SCHEDULED, RESCHEDULED], dated: true, from: $today }, asOf: $asOf, first: 1) {
      edges { node { slug title status when { edtf display precision } } }
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
      reportDays(asOf: $asOf, first: 100) { edges { node { day } } pageInfo { hasNextPage } }
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

/** It, answered. */
export type Answer = ResultOf<typeof TopicPage>;
/** It, of a topic that is on record. */
export type Topic = NonNullable<Answer["topic"]>;
