import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { DatelineError } from "../../src/domain/errors.ts";
import { readStory } from "../../src/ingest/formats/story/read-folder.ts";

/** A story folder with the given files, removed when the test is over. */
export async function storyFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-story-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** The lines of the refusal of a story folder. */
export async function refusalOf(folder: string): Promise<string[]> {
  try {
    await readStory(folder);
  } catch (error) {
    if (error instanceof DatelineError && error.code === "INVALID_STORY") return error.message.split("\n");
    throw error;
  }
  throw new Error("the folder was read without a problem");
}

/** The refusal of a folder that holds one `story.yaml`. */
export async function refusalOfYaml(yaml: string): Promise<string[]> {
  return refusalOf(await storyFolder({ "story.yaml": yaml }));
}
