import { stat } from "node:fs/promises";
import { DatelineError } from "../domain/errors.ts";
import type { Story } from "../domain/story.ts";
import { type Applied, applyStory } from "../ingest/apply/apply-story.ts";
import { readDocument, readDocumentFile } from "../ingest/formats/document/read-document.ts";
import { readStories } from "../ingest/formats/story/read-folder.ts";
import { packagePath } from "../package-root.ts";
import { openStore, type Store } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";

/** The story that ships with the program. */
const DEMO = "seeds/putin-trump-summit";

/** Puts story folders or a story document on record, in one transaction; without any, the demo story. */
export async function seedStory(store: Store, paths: readonly string[] = []): Promise<Applied> {
  return applyStory(store, await readAny(paths), { at: new Date(), actor: null });
}

/** A story from folders, or from one document: a file, or what is piped in where the path is `-`. */
async function readAny(paths: readonly string[]): Promise<Story> {
  const documents: string[] = [];
  for (const path of paths) if (path === "-" || (await isFile(path))) documents.push(path);
  const [document] = documents;
  if (document === undefined) return readStories(paths.length > 0 ? paths : [packagePath(DEMO)]);
  if (paths.length > 1) {
    throw new DatelineError(
      "INVALID_STORY",
      `${document} is a file, which is put on record by itself: give it alone, and story folders in another call.`,
    );
  }
  return document === "-" ? readDocument(process.stdin, "standard input") : readDocumentFile(document);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Opens the store, seeds it, and says what that did. */
export async function seed(database: DatabaseSettings, paths: readonly string[]): Promise<void> {
  const store = await openStore(database);
  try {
    const { created, updated } = await seedStory(store, paths);
    const done = created + updated === 0 ? "Nothing new: all of it is on record already." : "Done.";
    process.stdout.write(`${created} created, ${updated} updated. ${done}\n`);
  } finally {
    await store.close();
  }
}
