import { horizon, LEAD_CLASSES, type LeadClass } from "./timeline-lead.ts";
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

const DATED: PositionRange = { lower: START, upper: DATED_END };
/** The positions of undated entries. */
export const UNDATED: PositionRange = { lower: DATED_END, upper: END };

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
    return { ranges: clip(between(after, before), between(null, null)), descending: backwards };
  }
  const ranges = [
    ...(after && isUndated(after)
      ? []
      : clip(DATED, between(before && !isUndated(before) ? before : null, after))),
    ...(before && !isUndated(before)
      ? []
      : clip(UNDATED, between(before, after && isUndated(after) ? after : null))),
  ];
  return { ranges: backwards ? ranges.reverse() : ranges, descending: !backwards };
}

function between(lower: TimelinePosition | null, upper: TimelinePosition | null): PositionRange {
  return { lower: lower ?? START, upper: upper ?? END };
}

/** What two ranges have in common: one range, or none. */
function clip(a: PositionRange, b: PositionRange): PositionRange[] {
  const common = { lower: later(a.lower, b.lower), upper: earlier(a.upper, b.upper) };
  return comparePositions(common.lower, common.upper) < 0 ? [common] : [];
}

/** The positions of entries that begin on certain days; null leaves a side open. Undated ones are not among them. */
export function beginningWithin(from: number | null, to: number | null): PositionRange {
  return {
    lower: from === null ? START : { ...START, earliest: from },
    upper: to === null ? DATED_END : { ...START, earliest: to + 1 },
  };
}

/** The part of a walk that lies within a range. */
export function clipWalk(walk: Walk, within: PositionRange): Walk {
  return {
    ...walk,
    ranges: walk.ranges.flatMap((range) => clip(range, within)),
  };
}

/** A range of the entries of one class of lead (see timeline-lead.ts), or of all; null: all. */
export interface Strand extends PositionRange {
  readonly leadClass: LeadClass | null;
}

/** Strands that are read side by side and merged. */
export type Stretch = readonly Strand[];

/**
 * The stretches to read for the view of a day, in the order of the walk. What begins after the day and the usual lead
 * had not been reported by then, but for entries of the classes further ahead: reading past the rest is spared.
 *
 * @param day as a number; null for the present, which reads everything
 */
export function stretches(walk: Walk, day: number | null): Stretch[] {
  if (day === null) return walk.ranges.map((range) => [{ ...range, leadClass: null }]);
  const usual = horizon(day, null);
  return walk.ranges.flatMap((range) => {
    const near = clip(range, beginningWithin(null, usual)).map(
      (part): Strand => ({ ...part, leadClass: null }),
    );
    const far = LEAD_CLASSES.flatMap((leadClass) =>
      clip(range, beginningWithin(usual + 1, horizon(day, leadClass))).map(
        (part): Strand => ({ ...part, leadClass }),
      ),
    );
    const undated = clip(range, UNDATED).map((part): Strand => ({ ...part, leadClass: null }));
    const parts = [near, far, undated].filter((strands) => strands.length > 0);
    return walk.descending ? parts.reverse() : parts;
  });
}

function earlier(a: TimelinePosition, b: TimelinePosition): TimelinePosition {
  return comparePositions(a, b) <= 0 ? a : b;
}

function later(a: TimelinePosition, b: TimelinePosition): TimelinePosition {
  return comparePositions(a, b) >= 0 ? a : b;
}
