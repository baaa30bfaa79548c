import type { Day } from "../domain/day.ts";
import type { EntryResult } from "./entry.tsx";
import { linkTo } from "./links.ts";
import { Timeline } from "./timeline.tsx";

/** A topic, as an entry names it. */
export interface TopicName {
  readonly slug: string;
  readonly title: string;
}

type Node = EntryResult & {
  readonly topics?: readonly TopicName[];
  readonly event?: { readonly topics: readonly TopicName[] };
};

interface TimelinePage {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What somebody took part in; where it belongs to several topics, each entry names its own. */
export function AgentTimeline({
  timeline,
  asOf,
  more,
}: {
  readonly timeline: TimelinePage;
  readonly asOf: Day | null;
  readonly more: (cursor: string | null) => string;
}) {
  const entries = timeline.edges.map((edge) => edge.node);
  const topics = new Map(entries.map((entry) => [entry.id, topicsOf(entry)]));
  const several = new Set([...topics.values()].flat().map(({ slug }) => slug)).size > 1;
  return (
    <section aria-labelledby="line">
      <h2 id="line">What they took part in</h2>
      {entries.length === 0 && <p class="empty">Nothing is on record that they took part in.</p>}
      <Timeline
        entries={entries}
        asOf={asOf}
        above={(entry) => several && <Topics topics={topics.get(entry.id) ?? []} asOf={asOf} />}
      />
      {timeline.pageInfo.hasNextPage && (
        <p class="more">
          <a href={`${more(timeline.pageInfo.endCursor)}#line`} rel="next">
            More
          </a>
        </p>
      )}
    </section>
  );
}

function topicsOf({ topics, event }: Node): readonly TopicName[] {
  return topics ?? event?.topics ?? [];
}

function Topics({ topics, asOf }: { readonly topics: readonly TopicName[]; readonly asOf: Day | null }) {
  return (
    <p class="kicker">
      {topics.map(({ slug, title }, index) => (
        <>
          {index > 0 && " · "}
          <a href={linkTo.topic(slug, asOf)}>
            <bdi>{title}</bdi>
          </a>
        </>
      ))}
    </p>
  );
}
