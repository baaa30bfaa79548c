import { comparePositions, FAR, isUndated, type TimelinePosition } from "./timeline-position.ts";

export const TIMELINE_ORDERS = ["OLDEST_FIRST", "NEWEST_FIRST"] as const;
export type TimelineOrder = (typeof TIMELINE_ORDERS)[number];

/** The positions strictly between two bounds. */
export interface PositionRange {
  readonly lower: TimelinePosition;
  readonly upper: TimelinePosition;
}

/** A walk along a timeline: ranges to read one after the other, all in the same direction. */
export interface Walk {
  readonly ranges: readonly PositionRange[];
  /** Whether each range is read from its upper end. */
  readonly descending: boolean;
}

const START: TimelinePosition = { earliest: -1, latest: -1, time: -1, reported: -1, kind: -1, key: "" };
/** After every dated position, before every undated one. */
const DATED_END: TimelinePosition = { ...START, earliest: FAR };
const END: TimelinePosition = { ...START, earliest: FAR + 1 };

/**
 * How to walk a timeline from `after` towards `before` (both exclusive, either may be open), or the other way round.
 * Newest first is the reverse of oldest first, except that undated entries stay behind the dated ones: two ranges.
 */
export function planWalk(
  order: TimelineOrder,
  after: TimelinePosition | null,
  before: TimelinePosition | null,
  backwards: boolean,
): Walk {
  if (order === "OLDEST_FIRST") {
    return { ranges: nonEmpty({ lower: after ?? START, upper: before ?? END }), descending: backwards };
  }
  const dated = { lower: START, upper: DATED_END };
  const undated = { lower: DATED_END, upper: END };
  const ranges = [
    ...(after && isUndated(after) ? [] : clip(dated, before && !isUndated(before) ? before : null, after)),
    ...(before && !isUndated(before) ? [] : clip(undated, before, after && isUndated(after) ? after : null)),
  ];
  return { ranges: backwards ? ranges.reverse() : ranges, descending: !backwards };
}

function clip(
  range: PositionRange,
  lower: TimelinePosition | null,
  upper: TimelinePosition | null,
): PositionRange[] {
  return nonEmpty({ lower: lower ?? range.lower, upper: upper ?? range.upper });
}

function nonEmpty(range: PositionRange): PositionRange[] {
  return comparePositions(range.lower, range.upper) < 0 ? [range] : [];
}
