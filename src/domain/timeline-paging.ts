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

/** The positions of entries that begin on certain days; null leaves a side open. Undated ones are not among them. */
export function beginningWithin(from: number | null, to: number | null): PositionRange {
  return {
    lower: from === null ? START : { ...START, earliest: from },
    upper: to === null ? DATED_END : { ...START, earliest: to + 1 },
  };
}

/** The positions of undated entries. */
export const UNDATED: PositionRange = { lower: DATED_END, upper: END };

/** The part of a walk that lies within a range. */
export function clipWalk(walk: Walk, within: PositionRange): Walk {
  return {
    ...walk,
    ranges: walk.ranges.flatMap((range) =>
      nonEmpty({ lower: later(range.lower, within.lower), upper: earlier(range.upper, within.upper) }),
    ),
  };
}

/** A range of which only the entries marked as far ahead need to be read, or all. */
export interface Stretch extends PositionRange {
  readonly farAheadOnly: boolean;
}

/**
 * The stretches to read for a view of a day, in the order of the walk. Entries that begin after `horizon` (the day and
 * the usual lead) had not been reported by then, but for those far ahead: reading past them all is spared.
 *
 * @param horizon a day as a number; null for the present, which reads everything
 */
export function stretches(walk: Walk, horizon: number | null): Stretch[] {
  const all = walk.ranges.map((range) => ({ ...range, farAheadOnly: false }));
  if (horizon === null) return all;
  const split = { ...START, earliest: horizon + 1 };
  return all.flatMap((range) => {
    const parts = [
      ...nonEmpty({ lower: range.lower, upper: earlier(range.upper, split) }),
      ...nonEmpty({ lower: later(range.lower, split), upper: earlier(range.upper, DATED_END) }),
      ...nonEmpty({ lower: later(range.lower, DATED_END), upper: range.upper }),
    ].map((part) => ({
      ...part,
      farAheadOnly: comparePositions(part.lower, split) >= 0 && comparePositions(part.upper, DATED_END) <= 0,
    }));
    return walk.descending ? parts.reverse() : parts;
  });
}

function earlier(a: TimelinePosition, b: TimelinePosition): TimelinePosition {
  return comparePositions(a, b) <= 0 ? a : b;
}

function later(a: TimelinePosition, b: TimelinePosition): TimelinePosition {
  return comparePositions(a, b) >= 0 ? a : b;
}
