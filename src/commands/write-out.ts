import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DatelineError } from "../domain/errors.ts";

/**
 * Writes pieces of a text to stdout, or to a file that gets its name when it is whole. Whoever reads stdout may stop.
 *
 * @throws DatelineError UNREADABLE where the file cannot be written
 */
export async function writeOut(path: string | undefined, pieces: AsyncIterable<string>): Promise<void> {
  if (path === undefined) {
    try {
      await pipeline(Readable.from(pieces), process.stdout, { end: false });
    } catch (error) {
      if (codeOf(error) !== "EPIPE") throw error;
    }
    return;
  }
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const why = WHY[codeOf(error)];
    throw why === undefined ? error : new DatelineError("UNREADABLE", `${path} cannot be written: ${why}.`);
  }
}

/** What the system's codes mean to whoever chose the path. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "that disk may only be read",
  ENOENT: "there is no such folder; make it first",
  ENOTDIR: "a part of its path is a file",
  EISDIR: "it is a folder",
  EEXIST: "something else is there",
  ENOSPC: "the disk is full",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
