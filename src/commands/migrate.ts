import { openStore } from "../store/open.ts";
import { type DatabaseSettings, nameOf } from "../store/settings.ts";

/** Creates the database or brings it up to date, and says where it is. */
export async function migrate(database: DatabaseSettings): Promise<void> {
  const store = await openStore(database);
  await store.close();
  process.stdout.write(`${nameOf(database)} is up to date.\n`);
}
