/** A stretch of a text: `start` inclusive, `end` exclusive. Whoever uses it says what is counted. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether they share at least one unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether all of `inner` lies in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
