import {
  isNothing,
  STORY_DEFAULTS,
  STORY_DOCUMENT,
  STORY_LISTS,
  type StoryPart,
} from "../../domain/story-document.ts";
import type { StoredStory, StoryRequest } from "./stored-story.ts";

/**
 * Writes a story as one JSON document, a part at a time and each on a line of its own, so that any JSON reader reads it,
 * a tool for lines compares two of them, and neither end has to hold it whole. The same record gives the same text.
 *
 * @param progress told how many parts have been written
 */
export async function* storyDocument(
  { batches }: Pick<StoredStory, "batches">,
  { topic, texts }: StoryRequest,
  progress: (parts: number) => void = () => undefined,
): AsyncIterable<string> {
  const head = JSON.stringify({ ...STORY_DOCUMENT, topic, texts });
  yield head.slice(0, -1);
  const lists = [...STORY_LISTS];
  let open = false;
  let written = 0;
  /** Closes the list that is open, and writes those without parts, up to the one asked for; at the end, up to none. */
  const turnTo = (list: StoryPart["list"] | null): string => {
    let text = open ? "\n]" : "";
    for (let next = lists.shift(); next !== undefined; next = lists.shift()) {
      if (next === list) return `${text},\n"${next}":[\n`;
      text += `,\n"${next}":[]`;
    }
    return text;
  };
  let current: StoryPart["list"] | null = null;
  for await (const batch of batches) {
    let text = "";
    for (const { list, part } of batch) {
      text += list === current ? ",\n" : turnTo(list);
      current = list;
      open = true;
      text += JSON.stringify(part, withoutNothing);
    }
    written += batch.length;
    yield text;
    progress(written);
  }
  yield `${turnTo(null)}\n}\n`;
}

const DEFAULTS: ReadonlyMap<string, string> = new Map(Object.entries(STORY_DEFAULTS));

function withoutNothing(name: string, value: unknown): unknown {
  return isNothing(value) || DEFAULTS.get(name) === value ? undefined : value;
}
