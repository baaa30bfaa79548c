import { readFile, stat } from "node:fs/promises";
import { normalizeText } from "../../../domain/passage.ts";
import type { Problem } from "../../problems.ts";

/** The largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** A text, or what keeps a file from being one. */
export type TextResult = { readonly text: string } | { readonly problem: Problem };

/** Reads a file as UTF-8 text in the form in which texts are stored; `name` is what messages call it. */
export async function readTextFile(path: string, name: string): Promise<TextResult> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) {
    const message = `the file has ${size} bytes, more than the ${MAX_FILE_BYTES} that are read; split it`;
    return { problem: { at: `${name}:1`, message } };
  }
  return decodeText(await readFile(path), name);
}

/** The same for bytes that were read already. */
export function decodeText(bytes: Uint8Array, name: string): TextResult {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const at = `${name}:${firstUndecodableLine(bytes)}`;
    return { problem: { at, message: "the file is not UTF-8 text; save it as UTF-8" } };
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const line = text.slice(0, nul).split("\n").length;
    return { problem: { at: `${name}:${line}`, message: "there is a NUL character here; remove it" } };
  }
  return { text: normalizeText(text) };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** No byte of a longer UTF-8 sequence is a line feed, so lines can be decoded one by one. */
function firstUndecodableLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (decodeUtf8(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
    line++;
  }
  return line;
}
