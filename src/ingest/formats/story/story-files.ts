import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { compareCodePoints } from "../../../domain/code-point-order.ts";
import { DatelineError } from "../../../domain/errors.ts";
import type { Problem } from "../../problems.ts";

/** A file of a story folder. */
export interface StoryFile {
  readonly kind: "FACTS" | "ARTICLE";
  readonly path: string;
  /** What messages call it: relative to the working directory, or to the folder where that is elsewhere. */
  readonly name: string;
}

/** The files of a story folder in the order of their names, hidden ones left out, and what is not read. */
export async function listStoryFiles(
  folder: string,
): Promise<{ readonly files: readonly StoryFile[]; readonly problems: readonly Problem[] }> {
  const root = await realFolder(folder);
  const files: StoryFile[] = [];
  const problems: Problem[] = [];

  const add = async (kind: StoryFile["kind"], directory: string, pattern: RegExp) => {
    for (const entry of await entriesOf(directory)) {
      if (entry.name.startsWith(".") || !pattern.test(entry.name)) continue;
      const path = join(directory, entry.name);
      const name = nameOf(folder, path);
      if (entry.isSymbolicLink() && !(await leadsInside(path, root))) {
        const message = "this link leads out of the story folder; put the file itself here";
        problems.push({ at: `${name}:1`, message });
      } else if ((await stat(path)).isFile()) {
        files.push({ kind, path, name });
      }
    }
  };
  const articles = join(folder, "articles");
  await add("FACTS", folder, /\.ya?ml$/i);
  if (await leadsInside(articles, root)) await add("ARTICLE", articles, /\.md$/i);

  if (files.length === 0 && problems.length === 0) {
    const expected = "expected facts in *.yaml or articles in articles/*.md";
    throw new DatelineError("INVALID_STORY", `${folder} holds no story: ${expected}.`);
  }
  return { files, problems };
}

async function realFolder(folder: string): Promise<string> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new DatelineError("INVALID_STORY", `${folder} is not a folder that can be read.`);
  return realpath(folder);
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries.sort((a, b) => compareCodePoints(a.name, b.name));
}

/** False also for what is not there. */
async function leadsInside(path: string, root: string): Promise<boolean> {
  const target = await realpath(path).catch(() => undefined);
  return target?.startsWith(root.endsWith(sep) ? root : root + sep) ?? false;
}

function nameOf(folder: string, path: string): string {
  const fromHere = relative(process.cwd(), path);
  const isBelow = !fromHere.startsWith("..") && !fromHere.includes(":");
  return (isBelow ? fromHere : relative(folder, path)).split(sep).join("/");
}

/** The file's name without its extension. */
export function stemOf({ path }: StoryFile): string {
  return basename(path)
    .replace(/\.[^.]*$/, "")
    .normalize("NFC");
}
