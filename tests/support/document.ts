import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Story } from "../../src/domain/story.ts";
import type { StoryTexts } from "../../src/domain/story-document.ts";
import { readStoredStory } from "../../src/export/story/stored-story.ts";
import { storyDocument } from "../../src/export/story/write-document.ts";
import { readDocument } from "../../src/ingest/formats/document/read-document.ts";
import type { Readers } from "../../src/store/readers.ts";

/** What is on record, or belongs to a topic, as a document. */
export async function documentOf(
  readers: Readers,
  request: { readonly topic?: string; readonly texts?: StoryTexts } = {},
): Promise<string> {
  const asked = { texts: "ALL" as const, ...request };
  const story = await readStoredStory(readers, asked);
  if (story === null) throw new Error(`There is no topic ${request.topic}.`);
  return text(Readable.from(storyDocument(story, asked)));
}

/** Reads a document that arrives in pieces of so many bytes. */
export function readText(document: string, pieceSize = 64 * 1024): Promise<Story> {
  const bytes = new TextEncoder().encode(document);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, index) =>
    bytes.subarray(index * pieceSize, (index + 1) * pieceSize),
  );
  return readDocument(Readable.from(pieces), "story.json");
}
