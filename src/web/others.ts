import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { decodeNodeId } from "../domain/node-id.ts";
import type { TopicName } from "./agent-timeline.tsx";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { Said } from "./fragments.ts";

const OnEvents = document(
  `
  query OnEvents($events: [ID!]!) {
    nodes(ids: $events) {
      ... on Event { id quotes(first: 30) { edges { node { ...Said speaker { id } } } } }
    }
  }
`,
  [Said],
);

const InTopic = document(
  `
  query InTopic($topic: String, $asOf: Date) {
    quotes(filter: { topic: $topic }, asOf: $asOf, orderBy: NEWEST_FIRST, first: 40) {
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

/** Topics in which is looked for what others said, and quotes of them that are shown, at most. */
const MOST_TOPICS = 2;
const MOST_ELSEWHERE = 10;

/**
 * What others said about the events that somebody's quotes are about, and elsewhere in the same topics.
 *
 * @param id of that somebody
 */
export async function othersOn(ask: Ask, id: string, asOf: Day | null, quotes: Quotes): Promise<Others> {
  const events = quotes.edges.flatMap(({ node }) => [...node.about, ...(node.saidAt ? [node.saidAt] : [])]);
  const topics = [...new Set(events.flatMap((event) => event.topics.map((topic) => topic.slug)))];
  const ids = [...new Set(events.map((event) => event.id))].slice(0, 100);
  const own = (said: OthersQuote) => said.speaker !== null && withoutDay(said.speaker.id) === withoutDay(id);
  const [{ nodes }, ...inTopics] = await Promise.all([
    ask(OnEvents, { events: ids }),
    ...topics.slice(0, MOST_TOPICS).map((topic) => ask(InTopic, { topic, asOf })),
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
  return { onEvent, elsewhere: [...elsewhere.values()].slice(0, MOST_ELSEWHERE) };
}

/** An id tells the day that something is seen from; whose it is does not depend on it. */
function withoutDay(id: string): string {
  const { type, key } = decodeNodeId(id);
  return `${type}:${key}`;
}
