import { join } from "node:path";
import { extract } from "../../src/ingest/extract/extract.ts";
import { CORPORA, readGold } from "./gold.ts";
import { calibration, scores, tellingErrors } from "./report.ts";
import { draftStory, readRunningStory } from "./running.ts";
import { judge } from "./score.ts";
import { togetherScores } from "./together.ts";

/**
 * Says how good the rules of extraction are: drafts annotated texts and prints the scores by part, how often drafts of each
 * confidence are right, and the errors that tell most. `--errors` prints all errors; a folder of annotated texts may be given.
 */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Read no further, as by `head`.
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const [folder = join(CORPORA, "wikinews-gold")] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
const gold = readGold(folder);
if (gold === null) {
  process.stdout.write(`There is nothing to compare with: ${folder} is missing.\n`);
} else {
  const judgements = gold.flatMap((document) =>
    judge(document, extract(document.text, { published: document.published })),
  );
  const errors = process.argv.includes("--errors")
    ? judgements.flatMap(({ document, error }) => (error === null ? [] : [`${document}: ${error}`]))
    : tellingErrors(judgements, 10);
  process.stdout.write(
    [
      `${gold.length} documents`,
      ...scores(judgements),
      "",
      ...calibration(judgements),
      "",
      ...errors,
      "",
    ].join("\n"),
  );
}

for (const name of ["apple", "gm"]) {
  const story = readRunningStory(join(CORPORA, "wikinews-running", name));
  if (story === null) continue;
  const lines = togetherScores(story, draftStory(story));
  process.stdout.write(
    ["", `Brought together: ${story.length} articles of “${name}”`, ...lines, ""].join("\n"),
  );
}
