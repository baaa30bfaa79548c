import { isDeepStrictEqual } from "node:util";
import { DatelineError } from "../domain/errors.ts";
import { copyStore } from "../store/copy.ts";
import { openStore } from "../store/open.ts";
import { type DatabaseSettings, databaseAt, nameOf } from "../store/settings.ts";
import { refuseMissing } from "./refuse-missing.ts";

/** Rows of a table between two lines about how far the copy has come. */
const ROWS_A_LINE = 100_000;

/** Copies a database into another one and says how far it has come on stderr, and in the end on stdout. */
export async function copy(from: DatabaseSettings, to: string): Promise<void> {
  const target = databaseAt(to);
  if (isDeepStrictEqual(placeOf(from), placeOf(target))) {
    throw new DatelineError(
      "INVALID_CONFIG",
      `${nameOf(from)} is the same database. Name another one to copy to.`,
    );
  }
  refuseMissing(from, "copy");
  const source = await openStore(from);
  try {
    const opened = await openStore(target);
    try {
      const rows = await copyStore(source, opened, {
        progress(table, count) {
          if (count % ROWS_A_LINE === 0 && count > 0) process.stderr.write(`${table}: ${count} rows\n`);
        },
      });
      process.stdout.write(`Copied ${rows} rows from ${nameOf(from)} to ${nameOf(target)}.\n`);
    } finally {
      await opened.close();
    }
  } finally {
    await source.close();
  }
}

/** What tells one database from another: a file, or a server and what is on it; not who asks it, and how. */
function placeOf(database: DatabaseSettings): unknown {
  if (database.engine === "sqlite") return { path: database.path };
  const { hostname, port, pathname } = new URL(database.url);
  return { hostname, port: port || "5432", pathname };
}
