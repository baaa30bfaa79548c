import type { Span } from "../../../domain/span.ts";
import type { Entity, Mention } from "../entity.ts";

/** A mention with whom it stands for. */
export interface EntityMention extends Mention {
  readonly entity: Entity;
}

/** Looks up the mentions of entities by their place. */
export class Mentions {
  readonly #sorted: readonly EntityMention[];

  constructor(entities: readonly Entity[]) {
    this.#sorted = entities
      .flatMap((entity) => entity.mentions.map(({ start, end, form }) => ({ start, end, form, entity })))
      .sort((one, other) => one.start - other.start || other.end - one.end);
  }

  /** Those that lie in a stretch, in order. */
  within({ start, end }: Span): EntityMention[] {
    const found: EntityMention[] = [];
    for (let index = this.#from(start); index < this.#sorted.length; index++) {
      const mention = this.#sorted[index];
      if (mention === undefined || mention.start >= end) break;
      if (mention.end <= end) found.push(mention);
    }
    return found;
  }

  /** Position of the first that starts at a place or after it. */
  #from(start: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
