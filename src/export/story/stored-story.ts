import type { StoryListName, StoryPart, StoryTexts } from "../../domain/story-document.ts";
import type { Listed } from "../../store/listing.ts";
import type { Readers } from "../../store/readers.ts";
import {
  type Numbered,
  organizationParts,
  personParts,
  placeParts,
  sourceParts,
  topicParts,
} from "./entity-parts.ts";
import { articleParts, eventParts, quoteParts } from "./fact-parts.ts";
import { leftOut, without } from "./left-out.ts";
import { Names, type Scope, scopeOf } from "./names.ts";
import type { Reading } from "./reading.ts";
import { topicScope } from "./topic-scope.ts";

/** Things read at once: what is written down waits for no more than that. */
const THINGS_AT_ONCE = 200;

/** A story as it is read from the store: the inverse of `applyStory`. */
export interface StoredStory {
  /** How many parts there are. */
  readonly total: number;
  /** The parts, list by list and within a list by key, in batches. */
  readonly batches: AsyncIterable<readonly StoryPart[]>;
}

/** What of the store is read. */
export interface StoryRequest {
  /** Slug of the topic; undefined for all that is on record. */
  readonly topic?: string | undefined;
  readonly texts: StoryTexts;
}

/**
 * Reads what is on record, or what belongs to a topic and what that refers to; null where there is no such topic. Read in
 * a snapshot, it is of one moment; otherwise reading ends with BUSY where it no longer fits together.
 */
export async function readStoredStory(
  readers: Readers,
  { topic, texts }: StoryRequest,
): Promise<StoredStory | null> {
  const left = await leftOut(readers);
  const whole =
    topic === undefined
      ? await scopeOf((kind) => readers.listing.all(kind))
      : await topicScope(readers, topic);
  if (whole === null) return null;
  const scope = without(whole, left);
  const total = Object.values(scope).reduce((sum, things) => sum + things.length, 0);
  return { total, batches: batchesOf({ readers, names: new Names(scope), left, texts }, scope) };
}

async function* batchesOf(reading: Reading, scope: Scope): AsyncIterable<readonly StoryPart[]> {
  const batches = batcher(reading, scope);
  yield* batches("topic", topicParts, (part) => ({ list: "topics", part }));
  yield* batches("person", personParts, (part) => ({ list: "people", part }));
  yield* batches("organization", organizationParts, (part) => ({ list: "organizations", part }));
  yield* batches("place", placeParts, (part) => ({ list: "places", part }));
  yield* batches("source", sourceParts, (part) => ({ list: "sources", part }));
  yield* batches("article", articleParts, (part) => ({ list: "articles", part }));
  yield* batches("event", eventParts, (part) => ({ list: "events", part }));
  yield* batches("quote", quoteParts, (part) => ({ list: "quotes", part }));
}

function batcher(reading: Reading, scope: Scope) {
  return async function* batches<Part>(
    kind: Listed,
    read: (reading: Reading, ids: readonly number[]) => Promise<readonly Numbered<Part>[]>,
    listed: (part: Part) => StoryPart & { readonly list: StoryListName },
  ): AsyncIterable<readonly StoryPart[]> {
    const things = scope[kind];
    for (let start = 0; start < things.length; start += THINGS_AT_ONCE) {
      const ids = things.slice(start, start + THINGS_AT_ONCE).map(({ id }) => id);
      const parts = new Map(await read(reading, ids));
      yield ids.flatMap((id) => {
        const part = parts.get(id);
        return part === undefined ? [] : [listed(part)];
      });
    }
  };
}
