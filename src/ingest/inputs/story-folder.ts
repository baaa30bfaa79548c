import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseSource } from "../formats/story/source-file.ts";
import { readTextFile } from "../formats/story/text-file.ts";

/** The lists of which a story's YAML file has at least one. */
const LISTS = [
  "defaults",
  "topics",
  "people",
  "organizations",
  "places",
  "sources",
  "articles",
  "events",
  "quotes",
];

/**
 * Whether a folder holds a story (docs/story-format.md): a file `story.yaml`, or another YAML file with a list of a story's in
 * it. Other YAML may lie about anywhere.
 */
export async function isStoryFolder(folder: string): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).sort();
  for (const name of names) {
    if (/^story\.ya?ml$/i.test(name)) return true;
    const file = await readTextFile(join(folder, name), name);
    const source = "text" in file ? parseSource(name, file.text) : file;
    if (!("file" in source)) continue;
    const { value } = source.file;
    if (typeof value === "object" && value !== null && LISTS.some((list) => list in value)) return true;
  }
  return false;
}
