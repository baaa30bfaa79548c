import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { decodeNodeId } from "../domain/node-id.ts";
import type { TopicName } from "./agent-timeline.tsx";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Said } from "./fragments.ts";
import type { PageQuery } from "./page-query.ts";

const OnEvents = document(
  `
  query OnEvents($events: [ID!]!, $each: Int!) {
    nodes(ids: $events) {
      ... on Event { id quotes(first: $each) { edges { node { ...Said speaker { id } } } } }
    }
  }
`,
  [Said],
);

const InTopic = document(
  `
  query InTopic($topic: String, $asOf: Date) {
    quotes(filter: { topic: $topic }, asOf: $asOf, orderBy: NEWEST_FIRST, first: 30) {
      edges { node { ...Said speaker { id } } }
    }
  }
`,
  [Said],
);

type OthersQuote = ResultOf<typeof InTopic>["quotes"]["edges"][number]["node"];

/** A quote as pages show it. */
export type SaidResult = ResultOf<typeof Said>;

/** An event that a quote is about. */
export interface EventName {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly topics: readonly TopicName[];
}

/** A quote, with what it is about. */
export type OwnQuote = SaidResult & {
  readonly about: readonly EventName[];
  readonly saidAt: EventName | null;
};

/** A page of what somebody said. */
export interface Quotes {
  readonly edges: readonly { readonly node: OwnQuote }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What others said. */
export interface Others {
  /** About an event, or at it, by its id. */
  readonly onEvent: ReadonlyMap<string, readonly SaidResult[]>;
  /** In the same topics about something else, latest first. */
  readonly elsewhere: readonly SaidResult[];
}

/** It, with what was asked to learn it. */
interface AskedOthers extends Others {
  readonly asked: readonly PageQuery[];
}

/** Topics in which is looked for what others said, and quotes of them that are shown, at most. */
const MOST_TOPICS = 2;
/** Quotes that are read to find those of others: on all events together, and on one. */
const MOST_READ = 120;
const MOST_ON_ONE = 30;
const MOST_ELSEWHERE = 10;

/**
 * What others said about the events that somebody's quotes are about, and elsewhere in the same topics.
 *
 * @param id of that somebody
 */
export async function othersOn(ask: Ask, id: string, asOf: Day | null, quotes: Quotes): Promise<AskedOthers> {
  const events = quotes.edges.flatMap(({ node }) => [...node.about, ...(node.saidAt ? [node.saidAt] : [])]);
  const topics = [...new Set(events.flatMap((event) => event.topics.map((topic) => topic.slug)))];
  // A quote stands under the first event that it is about, else where it was said: what others said is shown there only.
  const shownEvents = quotes.edges.flatMap(({ node }) => node.about[0] ?? node.saidAt ?? []);
  const ids = [...new Set(shownEvents.map((event) => event.id))];
  const each = Math.max(1, Math.min(MOST_ON_ONE, Math.floor(MOST_READ / Math.max(1, ids.length))));
  const own = (said: OthersQuote) => said.speaker !== null && withoutDay(said.speaker.id) === withoutDay(id);
  const onEvents = { events: ids, each };
  const elsewhereIn = topics.slice(0, MOST_TOPICS).map((topic) => ({ topic, asOf }));
  const [{ nodes }, ...inTopics] = await Promise.all([
    ask(OnEvents, onEvents),
    ...elsewhereIn.map((variables) => ask(InTopic, variables)),
  ]);
  const onEvent = new Map(
    nodes.flatMap((event) =>
      event !== null && "quotes" in event
        ? [[event.id, event.quotes.edges.map((edge) => edge.node).filter((said) => !own(said))] as const]
        : [],
    ),
  );
  const shown = new Set([...onEvent.values()].flat().map((said) => said.id));
  const elsewhere = new Map<string, OthersQuote>();
  for (const { node } of inTopics.flatMap((one) => one.quotes.edges)) {
    if (!own(node) && !shown.has(node.id)) elsewhere.set(node.id, node);
  }
  const asked = [
    ...(ids.length === 0
      ? []
      : [{ document: OnEvents, variables: onEvents, of: "what others said about it" }]),
    ...elsewhereIn.map((variables) => ({
      document: InTopic,
      variables,
      of: "what others said elsewhere",
    })),
  ];
  return { onEvent, elsewhere: [...elsewhere.values()].slice(0, MOST_ELSEWHERE), asked };
}

/** An id tells the day that something is seen from; whose it is does not depend on it. */
function withoutDay(id: string): string {
  const { type, key } = decodeNodeId(id);
  return `${type}:${key}`;
}
