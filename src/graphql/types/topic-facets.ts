import {
  ENTRY_KINDS,
  EVENT_STATUSES,
  type EventStatus,
  TIMELINE_KINDS,
  type TimelineKind,
} from "../../domain/model.ts";
import type { TimelineQuery } from "../../store/timeline.ts";
import type { FacetTally } from "../../store/timeline-tallies.ts";
import { builder } from "../builder.ts";
import { asOfArg, TimelineFilterInput } from "../connections.ts";
import type { Context } from "../context.ts";
import { EntryKindEnum, EventStatusEnum } from "../enums.ts";
import { PersonRef, TopicRef } from "../refs.ts";
import { timelineQuery } from "../timeline-filter.ts";
import type { PersonView } from "../views.ts";

const COUNT = "How many of the entries that match; of each kind of entry, no more than 10,000 are counted.";

const KindCount = builder.simpleObject("KindCount", {
  description: "How many entries are of a kind.",
  fields: (t) => ({
    kind: t.field({ type: EntryKindEnum, description: "The kind." }),
    count: t.int({ description: COUNT }),
  }),
});

const StatusCount = builder.simpleObject("StatusCount", {
  description: "How many events have a status, or changes lead to it.",
  fields: (t) => ({
    status: t.field({ type: EventStatusEnum, description: "The status." }),
    count: t.int({ description: COUNT }),
  }),
});

const PersonCount = builder.objectRef<{ person: PersonView; count: number }>("PersonCount").implement({
  description: "How many entries are a person's, as `TimelineFilter.person` understands it.",
  fields: (t) => ({
    person: t.field({ type: PersonRef, description: "The person.", resolve: ({ person }) => person }),
    count: t.exposeInt("count", { description: COUNT }),
  }),
});

/** People that are listed at most. */
const MOST_PEOPLE = 100;

/** The entries of a topic that match a filter, to be counted; null where nothing can match. */
interface Facets {
  readonly query: TimelineQuery | null;
  readonly asOf: PersonView["asOf"];
  /** Read once for all fields that part them by it. */
  byFacet(): Promise<readonly FacetTally[]>;
}

function facetsOf({ readers, turns }: Context, query: TimelineQuery | null, asOf: Facets["asOf"]): Facets {
  let read: Promise<readonly FacetTally[]> | undefined;
  return {
    query,
    asOf,
    byFacet() {
      read ??= turns.take(async () => (query === null ? [] : readers.tallies.byFacet(query)));
      return read;
    },
  };
}

const HAS_STATUS = new Set<TimelineKind>(["EVENT", "STATUS_CHANGE"]);

const TimelineFacets = builder.objectRef<Facets>("TimelineFacets").implement({
  description:
    "What the entries that match a filter are, and how many of each: for menus that narrow a timeline.",
  fields: (t) => ({
    kinds: t.field({
      type: [KindCount],
      description: "By kind; those that there are.",
      async resolve(facets) {
        const tallies = await facets.byFacet();
        return TIMELINE_KINDS.flatMap((kind, index) =>
          counted(tallies.filter((one) => one.kind === index)).map((count) => ({ kind, count })),
        );
      },
    }),
    statuses: t.field({
      type: [StatusCount],
      description: "Events and changes by status; those that there are.",
      async resolve(facets) {
        const tallies = (await facets.byFacet()).filter((one) => {
          const kind = TIMELINE_KINDS[one.kind];
          return kind !== undefined && HAS_STATUS.has(kind);
        });
        return EVENT_STATUSES.flatMap((status: EventStatus, index) =>
          counted(tallies.filter((one) => one.facet === index)).map((count) => ({ status, count })),
        );
      },
    }),
    people: t.field({
      type: [PersonCount],
      description: `By person: most entries first, then by slug; the first ${MOST_PEOPLE}.`,
      async resolve({ query, asOf }, _args, { readers, turns, find }) {
        if (query === null) return [];
        const tallies = await turns.take(() => readers.tallies.byPerson(query));
        const people = await Promise.all(
          tallies.slice(0, MOST_PEOPLE).map(async ({ agentId, entries }) => {
            const agent = await find.agent(agentId, asOf);
            return agent?.__typename === "Person" ? [{ person: agent, count: entries }] : [];
          }),
        );
        return people.flat();
      },
    }),
  }),
});

/** Their sum; none where there are none. */
function counted(tallies: readonly FacetTally[]): number[] {
  return tallies.length === 0 ? [] : [tallies.reduce((sum, one) => sum + one.entries, 0)];
}

builder.objectField(TopicRef, "facets", (t) =>
  t.field({
    type: TimelineFacets,
    description: "What its timeline consists of: how many entries of each kind, status and person.",
    args: {
      filter: t.arg({
        type: TimelineFilterInput,
        description: "Only entries that match; all kinds, articles too, where it names none.",
      }),
      ...asOfArg(t.arg),
    },
    async resolve({ record, ...topic }, args, context) {
      const asOf = args.asOf ?? topic.asOf;
      const scope = { subjects: [{ type: "TOPIC" as const, id: record.id }], kinds: ENTRY_KINDS, asOf };
      const query = await context.turns.take(() => timelineQuery(context, args.filter ?? {}, scope));
      return facetsOf(context, query, asOf);
    },
  }),
);
