import type { Story } from "../../../domain/story.ts";
import { type Problem, refuseProblems } from "../../problems.ts";
import { duplicateProblems } from "./check.ts";
import { StoryBuilder } from "./story-builder.ts";
import { listStoryFiles, stemOf } from "./story-files.ts";
import { readTextFile } from "./text-file.ts";

/**
 * Reads a story folder: facts in `*.yaml` and `*.yml`, article texts in `articles/*.md`; docs/story-format.md says what
 * they look like. What can be told from the folder alone is checked; whether slugs are known and passages are in
 * their articles is not. Throws INVALID_STORY, naming file and line of each problem.
 */
export function readStory(folder: string): Promise<Story> {
  return readStories([folder]);
}

/** Reads several story folders as one story. See {@link readStory}. */
export async function readStories(folders: readonly string[]): Promise<Story> {
  const builder = new StoryBuilder();
  const problems: Problem[] = [];
  for (const folder of folders) {
    const listed = await listStoryFiles(folder);
    problems.push(...listed.problems);
    for (const file of listed.files) {
      const read = await readTextFile(file.path, file.name);
      if ("problem" in read) problems.push(read.problem);
      else if (file.kind === "ARTICLE") builder.addArticle(file.name, stemOf(file), read.text);
      else builder.addFacts(file.name, read.text);
    }
  }
  refuseProblems([...problems, ...builder.problems]);
  const story = builder.build();
  refuseProblems(duplicateProblems(story));
  return story;
}
