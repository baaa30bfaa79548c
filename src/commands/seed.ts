import { type Applied, applyStory } from "../ingest/apply/apply-story.ts";
import { readStories } from "../ingest/formats/story/read-folder.ts";
import { packagePath } from "../package-root.ts";
import { openStore, type Store } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";

/** The story that ships with the program. */
const DEMO = "seeds/putin-trump-summit";

/** Puts story folders on record, in one transaction; without any, the demo story. */
export async function seedStory(store: Store, folders: readonly string[] = []): Promise<Applied> {
  const story = await readStories(folders.length > 0 ? folders : [packagePath(DEMO)]);
  return applyStory(store, story, { at: new Date(), actor: null });
}

/** Opens the store, seeds it, and says what that did. */
export async function seed(database: DatabaseSettings, folders: readonly string[]): Promise<void> {
  const store = await openStore(database);
  try {
    const { created, updated } = await seedStory(store, folders);
    const done = created + updated === 0 ? "Nothing new: all of it is on record already." : "Done.";
    process.stdout.write(`${created} created, ${updated} updated. ${done}\n`);
  } finally {
    await store.close();
  }
}
