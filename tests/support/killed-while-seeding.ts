import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { readStory } from "../../src/ingest/formats/story/read-folder.ts";
import { packagePath } from "../../src/package-root.ts";
import { openStore } from "../../src/store/open.ts";

// A process that is killed when the demo story is written but not committed: its author is asked for the time then.

const store = await openStore(process.argv[2] ?? "");
const story = await readStory(packagePath("seeds/putin-trump-summit"));
await applyStory(store, story, {
  actor: null,
  get at(): Date {
    process.kill(process.pid, "SIGKILL");
    return new Date();
  },
});
