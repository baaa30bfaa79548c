import type { Day } from "../domain/day.ts";
import { ENTRY_KINDS, type EntryKind, EVENT_STATUSES, type EventStatus } from "../domain/model.ts";
import { EVERYTHING, type Subject } from "../domain/timeline.ts";
import { planWalk, type TimelineOrder } from "../domain/timeline-paging.ts";
import {
  dayNumber,
  decodePosition,
  encodePosition,
  type TimelinePosition,
} from "../domain/timeline-position.ts";
import { PRESENT, type TimelineHit, type TimelineQuery } from "../store/timeline.ts";
import { type Connection, type PageArgs, type PageSource, pageRequest, readPage } from "./connection.ts";
import type { Context } from "./context.ts";

/** What a client may narrow a timeline by. */
export interface TimelineFilter {
  readonly kinds?: readonly EntryKind[] | null | undefined;
  readonly topic?: string | null | undefined;
  readonly person?: string | null | undefined;
  readonly status?: readonly EventStatus[] | null | undefined;
}

/** The arguments of a timeline, as a client gave them. */
export interface TimelineArgs extends PageArgs {
  readonly filter?: TimelineFilter | null | undefined;
  readonly orderBy?: TimelineOrder | null | undefined;
}

/** Whose timeline it is, and what it is made of where the client does not say. */
export interface TimelineScope {
  readonly subjects: readonly Subject[];
  readonly kinds: readonly EntryKind[];
  readonly asOf: Day | null;
}

/**
 * A page of a timeline. `toNodes` finds what the hits stand for, in their order.
 *
 * @throws DatelineError INVALID_PAGE, INVALID_CURSOR or TOO_SLOW
 */
export async function timelinePage<Node>(
  context: Context,
  args: TimelineArgs,
  scope: TimelineScope,
  toNodes: (hits: readonly TimelineHit[]) => Promise<readonly (Node | null)[]>,
): Promise<Connection<Node>> {
  const request = pageRequest(args, decodePosition);
  const order = args.orderBy ?? "OLDEST_FIRST";
  const query = await timelineQuery(context, args.filter ?? {}, scope);
  const source: PageSource<TimelineHit, TimelinePosition> = {
    read: async ({ after, before, backwards }, limit) =>
      query === null
        ? []
        : context.readers.timeline.read(query, planWalk(order, after, before, backwards), limit),
    cursor: encodePosition,
    position: (hit) => hit,
    total: async () => (query === null ? { count: 0, exact: true } : context.readers.timeline.count(query)),
  };
  return readPage(request, source, toNodes);
}

/** The question to the index; null where the filter names someone who is not on record. */
async function timelineQuery(
  { load }: Context,
  filter: TimelineFilter,
  scope: TimelineScope,
): Promise<TimelineQuery | null> {
  const [topic, person] = await Promise.all([
    subject("TOPIC", filter.topic, (slug) => load.topicBySlug.load(slug)),
    subject("AGENT", filter.person, (slug) => load.personBySlug.load(slug)),
  ]);
  if (topic === null || person === null) return null;
  const [first = EVERYTHING, ...others] = distinct([...scope.subjects, ...topic, ...person]);
  const kinds = filter.kinds ?? scope.kinds;
  return {
    subjects: [first, ...others],
    kinds: ENTRY_KINDS.flatMap((kind, index) =>
      kinds.includes(kind) && (!filter.status || HAS_STATUS.has(kind)) ? index : [],
    ),
    facets: filter.status ? filter.status.map((status) => EVENT_STATUSES.indexOf(status)) : null,
    day: scope.asOf === null ? PRESENT : dayNumber(scope.asOf),
  };
}

const HAS_STATUS: ReadonlySet<EntryKind> = new Set(["EVENT", "STATUS_CHANGE"]);

async function subject(
  type: Subject["type"],
  slug: string | null | undefined,
  find: (slug: string) => Promise<{ readonly id: number } | null>,
): Promise<Subject[] | null> {
  if (slug === null || slug === undefined) return [];
  const found = await find(slug);
  return found && [{ type, id: found.id }];
}

function distinct(subjects: readonly Subject[]): Subject[] {
  return subjects.filter(
    (subject, index) =>
      subjects.findIndex((other) => other.type === subject.type && other.id === subject.id) === index,
  );
}
