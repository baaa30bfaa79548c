import { openStore } from "../store/open.ts";

/** Creates the database or brings it up to date, and says where it is. */
export async function migrate(databasePath: string): Promise<void> {
  const store = await openStore(databasePath);
  await store.close();
  process.stdout.write(`${databasePath} is up to date.\n`);
}
