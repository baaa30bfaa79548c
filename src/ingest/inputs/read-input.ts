import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DatelineError } from "../../domain/errors.ts";
import { refuse } from "../problems.ts";
import type { InputDocument } from "../reading.ts";
import { type FetchSettings, fetchPage } from "./fetch-page.ts";
import { type Input, reasonOf } from "./list-inputs.ts";
import { readAtMost } from "./read-at-most.ts";

/** A document, and when it was read: of a file, when it was last written. */
export interface ReadInput {
  readonly document: InputDocument;
  readonly retrieved: Date;
}

/** What reading needs of the world around. */
export interface InputSettings extends FetchSettings {
  readonly now: () => Date;
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** Reads what a file, an address or the standard input holds. */
export async function readInput(
  input: Exclude<Input, { readonly kind: "STORY" }>,
  settings: InputSettings,
): Promise<ReadInput> {
  switch (input.kind) {
    case "URL":
      return { document: await fetchPage(input.url, settings), retrieved: settings.now() };
    case "STDIN": {
      const bytes = await readAtMost(settings.stdin, settings.maxBytes);
      return { document: documentOf("-", bytes, settings), retrieved: settings.now() };
    }
    case "FILE":
      return readFile(input.path, settings);
  }
}

async function readFile(path: string, settings: InputSettings): Promise<ReadInput> {
  try {
    const { mtime } = await stat(path);
    const bytes = await readAtMost(createReadStream(path), settings.maxBytes);
    return { document: documentOf(path, bytes, settings), retrieved: mtime };
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    return refuse(path, reasonOf(error));
  }
}

function documentOf(name: string, bytes: Uint8Array | undefined, { maxBytes }: InputSettings): InputDocument {
  return bytes === undefined
    ? refuse(name, `has more than ${maxBytes} bytes (--max-bytes)`)
    : { name, bytes };
}
