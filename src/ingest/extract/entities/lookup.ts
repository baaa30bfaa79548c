import type { Span } from "../../../domain/span.ts";
import { overlaps } from "../../../domain/span.ts";
import type { Entity, Mention } from "../entity.ts";

/** An entity with one of the places where the text means it. */
export interface Found {
  readonly entity: Entity;
  readonly mention: Mention;
}

/** Every place where the text means an entity, in order; the longest first where several begin together. */
export function mentionsInOrder(entities: readonly Entity[]): Found[] {
  return entities
    .flatMap((entity) => entity.mentions.map((mention): Found => ({ entity, mention })))
    .sort((one, other) => one.mention.start - other.mention.start || other.mention.end - one.mention.end);
}

/** Whom or what a stretch of text means: the entity with a mention there, a person before others, then the longest. */
export function entityAt(entities: readonly Entity[], span: Span): Entity | undefined {
  return mentionAt(entities, span)?.entity;
}

/** The same, with the mention. */
export function mentionAt(entities: readonly Entity[], span: Span): Found | undefined {
  let best: Found | undefined;
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (!overlaps(mention, span)) continue;
      if (best === undefined || isBetter({ entity, mention }, best, span)) best = { entity, mention };
    }
  }
  return best;
}

/** A person before others; the name that ends the words (“X’s adviser Jane Doe”), or begins them; then the longer. */
function isBetter(one: Found, other: Found, span: Span): boolean {
  const rank = ({ entity, mention }: Found) =>
    (entity.kind === "PERSON" ? 4 : 0) +
    (mention.end === span.end ? 2 : 0) +
    (mention.start === span.start ? 1 : 0);
  const difference = rank(one) - rank(other);
  if (difference !== 0) return difference > 0;
  return one.mention.end - one.mention.start > other.mention.end - other.mention.start;
}

/** Those who may speak: people, and organizations, with each mention within a span, in order. */
export function speakerCandidates(entities: readonly Entity[], within: Span): Found[] {
  return mentionsInOrder(entities.filter(({ kind }) => kind !== "PLACE")).filter(({ mention }) =>
    overlaps(mention, within),
  );
}
