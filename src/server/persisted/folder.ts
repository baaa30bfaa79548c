import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints } from "../../domain/code-point-order.ts";
import type { DocumentSource, Problem, Sources } from "./source.ts";

/** The names of files that are read as documents. */
export const DOCUMENT_FILE = /\.(graphql|gql)$/i;

/**
 * Reads every document below a folder, hidden files and folders left out. Each file is a document by itself, with the
 * fragments that its operations use. Its id is the SHA-256 of the file, byte for byte, as 64 hexadecimal digits (what
 * `sha256sum` prints); each of its operations has its name as an id.
 */
export async function readFolder(folder: string): Promise<Sources> {
  const sources: DocumentSource[] = [];
  const problems: Problem[] = [];
  const unreadable = (path: string) =>
    problems.push({ at: `${path}:1`, message: "the folder cannot be read" });
  for (const file of await documentFiles(folder, unreadable)) {
    const bytes = await readFile(file).catch(() => undefined);
    const text = bytes === undefined ? undefined : decodeUtf8(bytes);
    if (bytes === undefined) problems.push({ at: `${file}:1`, message: "the file cannot be read" });
    else if (text === undefined) problems.push({ at: `${file}:1`, message: "the file is not UTF-8 text" });
    else {
      const id = createHash("sha256").update(bytes).digest("hex");
      sources.push({ text, id, namesAreIds: true, at: (line) => `${file}:${line}` });
    }
  }
  return { sources, problems };
}

/** Files may be links, as those of a mounted Kubernetes ConfigMap are; links to folders are not followed. */
async function documentFiles(folder: string, unreadable: (folder: string) => void): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    unreadable(folder);
    return [];
  }
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => compareCodePoints(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await documentFiles(path, unreadable)));
    else if (DOCUMENT_FILE.test(entry.name) && !(await isFolder(path))) files.push(path);
  }
  return files;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A byte order mark stays: it is part of what is hashed, and GraphQL ignores it. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
