import { existsSync } from "node:fs";
import { DatelineError } from "../domain/errors.ts";
import type { DatabaseSettings } from "../store/settings.ts";

/**
 * Refuses a database file that is not there, where one would be made that nobody wants.
 *
 * @param what what is to be done with it
 * @throws DatelineError INVALID_CONFIG
 */
export function refuseMissing(database: DatabaseSettings, what: string): void {
  if (database.engine !== "sqlite" || existsSync(database.path)) return;
  throw new DatelineError(
    "INVALID_CONFIG",
    `There is no database at ${database.path}. Set DATABASE_URL to the one to ${what}.`,
  );
}
