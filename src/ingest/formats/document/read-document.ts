import { createReadStream } from "node:fs";
import { DatelineError } from "../../../domain/errors.ts";
import type { Story } from "../../../domain/story.ts";
import { refuseProblems } from "../../problems.ts";
import { duplicateProblems } from "../story/check.ts";
import { DocumentBuilder } from "./document-builder.ts";
import { JsonSplitter, JsonSyntaxError } from "./json-splitter.ts";

/** Problems after which a document is not read on: the rest are of the same kind. */
const ENOUGH_PROBLEMS = 100;

/** Reads a story document from a file. See {@link readDocument}. */
export function readDocumentFile(path: string): Promise<Story> {
  return readDocument(createReadStream(path), path);
}

/**
 * Reads a story document (docs/export.md), a part at a time. What can be told from the document alone is checked; whether
 * slugs are known and passages are in their articles is not.
 *
 * @param bytes the document, in UTF-8
 * @param name what messages call it
 * @throws DatelineError INVALID_STORY with file, line and reason for each problem; UNREADABLE where it cannot be read
 */
export async function readDocument(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Story> {
  const builder = new DocumentBuilder(name);
  const splitter = new JsonSplitter();
  try {
    for await (const text of decoded(bytes, name)) {
      for (const piece of splitter.push(text)) builder.add(piece);
      if (builder.problems.length >= ENOUGH_PROBLEMS) break;
    }
    if (builder.problems.length === 0) splitter.finish();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    builder.problems.push({ at: `${name}:${error.line}`, message: `not JSON: ${error.message}` });
  }
  refuseProblems(builder.problems);
  const story = builder.build();
  refuseProblems(builder.problems);
  refuseProblems(duplicateProblems(story));
  return story;
}

/** The text of a file as it is read, a byte order mark left out. */
async function* decoded(bytes: AsyncIterable<Uint8Array>, name: string): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const some of bytes) yield decoder.decode(some, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) {
      throw new DatelineError("INVALID_STORY", `${name}: the file is not UTF-8 text; save it as UTF-8.`);
    }
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new DatelineError("UNREADABLE", `${name} cannot be read: ${error.message}`);
  }
}
