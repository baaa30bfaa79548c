import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints } from "../../domain/code-point-order.ts";
import { isKnownName } from "../formats/detect.ts";
import type { Problem } from "../problems.ts";
import { isStoryFolder } from "./story-folder.ts";

/** Something to read. */
export type Input =
  | { readonly kind: "FILE"; readonly path: string }
  | { readonly kind: "STORY"; readonly path: string }
  | { readonly kind: "URL"; readonly url: string }
  | { readonly kind: "STDIN" };

/** What arguments lead to. */
export interface Inputs {
  readonly inputs: readonly Input[];
  /** How many files in folders were passed over: of other types, hidden, or links to folders. */
  readonly skipped: number;
  /** Arguments that lead to nothing, and folders that may not be read. */
  readonly problems: readonly Problem[];
}

/**
 * Finds what to read: files, the files in folders and in theirs (by name, in the order of code points), http and https addresses, and `-` for
 * the standard input. A folder that holds a story is one input.
 */
export async function listInputs(given: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = [];
  const problems: Problem[] = [];
  let skipped = 0;

  const addFolder = async (folder: string): Promise<void> => {
    const entries = await orProblem(folder, async () => {
      if (!(await isStoryFolder(folder))) return entriesOf(folder);
      inputs.push({ kind: "STORY", path: folder });
      return [];
    });
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".")) skipped++;
      else if (entry.isDirectory()) await addFolder(path);
      else if (isKnownName(entry.name) && (entry.isFile() || (await isFile(path))))
        inputs.push({ kind: "FILE", path });
      else skipped++;
    }
  };

  const orProblem = async <Found>(at: string, find: () => Promise<Found>): Promise<Found | undefined> => {
    try {
      return await find();
    } catch (error) {
      problems.push({ at, message: reasonOf(error) });
      return undefined;
    }
  };

  for (const one of given) {
    if (one === "-") inputs.push({ kind: "STDIN" });
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(one)) inputs.push({ kind: "URL", url: one });
    else {
      const found = await orProblem(one, () => stat(one));
      if (found?.isDirectory()) await addFolder(one);
      else if (found !== undefined) inputs.push({ kind: "FILE", path: one });
    }
  }
  return { inputs, skipped, problems };
}

/** Why a file or folder cannot be read, in words; what is no error of the file system is thrown again. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
  switch (error.code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "it may not be read; look at its permissions";
    case "EISDIR":
      return "it is a folder";
    default:
      return `it cannot be read (${error.code})`;
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => compareCodePoints(a.name, b.name));
}

/** Links to files are followed, links to folders are not: they may lead round in a circle. */
async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
