import type { Span } from "../../../domain/span.ts";
import type { Entity } from "../entity.ts";

/** Who or what is named where. */
export interface Named {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
}

/** Finds the names within a stretch of the text. */
export type NameIndex = (span: Span) => readonly Named[];

/** Sorts the mentions of entities by place, so that each look-up is a search by halves. */
export function createNameIndex(entities: readonly Entity[]): NameIndex {
  const all = entities
    .flatMap((entity) => entity.mentions.map(({ start, end }): Named => ({ entity, start, end })))
    .sort((one, other) => one.start - other.start);
  return ({ start, end }) => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: Named[] = [];
    for (let at = low; at < all.length; at++) {
      const named = all[at];
      if (named === undefined || named.start >= end) break;
      if (named.end <= end) found.push(named);
    }
    return found;
  };
}
