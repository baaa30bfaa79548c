import { findEntities } from "../../../../src/ingest/extract/entities/find-entities.ts";
import type { Entity } from "../../../../src/ingest/extract/entity.ts";
import { annotate } from "../../../../src/ingest/extract/text/annotate.ts";

/** What is found in a text. */
export function found(text: string): Entity[] {
  return findEntities(annotate(text));
}

/** Names of what is found of a kind, in order. */
export function names(text: string, kind: Entity["kind"] = "PERSON"): string[] {
  return found(text)
    .filter((entity) => entity.kind === kind)
    .map(({ name }) => name);
}

/** Words that mean somebody other than by name, with whom: “he = Jane Doe”. */
export function others(text: string): string[] {
  return found(text)
    .flatMap(({ name, mentions }) =>
      mentions
        .filter(({ form }) => form !== "NAME")
        .map(({ start, end }) => ({ start, words: `${text.slice(start, end)} = ${name}` })),
    )
    .sort((one, other) => one.start - other.start)
    .map(({ words }) => words);
}
