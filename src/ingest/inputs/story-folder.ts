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
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
  for (const name of names.filter((one) => /^[^.].*\.ya?ml$/i.test(one)).sort()) {
    if (/^story\.ya?ml$/i.test(name)) return true;
    const value = await yamlValue(join(folder, name), name);
    if (typeof value === "object" && value !== null && LISTS.some((list) => list in value)) return true;
  }
  return false;
}

/** What a YAML file holds; undefined for one that cannot be read, which is none of a story. */
async function yamlValue(path: string, name: string): Promise<unknown> {
  const file = await readTextFile(path, name).catch(() => undefined);
  const source = file && "text" in file ? parseSource(name, file.text) : undefined;
  return source && "file" in source ? source.file.value : undefined;
}
