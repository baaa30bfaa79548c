import { planWalk, type TimelineOrder } from "../domain/timeline-paging.ts";
import { decodePosition, encodePosition, type TimelinePosition } from "../domain/timeline-position.ts";
import type { TimelineHit } from "../store/timeline.ts";
import { type Connection, type PageArgs, type PageSource, pageRequest, readPage } from "./connection.ts";
import type { Context } from "./context.ts";
import { type TimelineFilter, type TimelineScope, timelineQuery } from "./timeline-filter.ts";

/** The arguments of a timeline, as a client gave them. */
export interface TimelineArgs extends PageArgs {
  readonly filter?: TimelineFilter | null | undefined;
  readonly orderBy?: TimelineOrder | null | undefined;
}

/**
 * A page of a timeline. `toNodes` finds what the hits stand for, in their order.
 *
 * @throws DatelineError INVALID_PAGE, INVALID_CURSOR, INVALID_DATE_RANGE or TOO_SLOW
 */
export async function timelinePage<Node>(
  context: Context,
  args: TimelineArgs,
  scope: TimelineScope,
  toNodes: (hits: readonly TimelineHit[]) => Promise<readonly (Node | null)[]>,
): Promise<Connection<Node>> {
  const request = pageRequest(args, decodePosition);
  const order = args.orderBy ?? "OLDEST_FIRST";
  const query = await context.turns.take(() => timelineQuery(context, args.filter ?? {}, scope));
  const source: PageSource<TimelineHit, TimelinePosition> = {
    read: async ({ after, before, backwards }, limit) =>
      query === null
        ? []
        : context.readers.timeline.read(query, planWalk(order, after, before, backwards), limit),
    cursor: encodePosition,
    position: (hit) => hit,
    total: async () => (query === null ? { count: 0, exact: true } : context.readers.timeline.count(query)),
  };
  return readPage(context.turns, request, source, toNodes);
}
