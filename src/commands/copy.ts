import { copyStore } from "../store/copy.ts";
import { openStore } from "../store/open.ts";
import { type DatabaseSettings, nameOf } from "../store/settings.ts";

/** Rows of a table between two lines about how far the copy has come. */
const ROWS_A_LINE = 100_000;

/** Copies a database into another one and says how far it has come on stderr, and in the end on stdout. */
export async function copy(from: DatabaseSettings, to: string): Promise<void> {
  const source = await openStore(from);
  try {
    const target = await openStore(to);
    try {
      const rows = await copyStore(source, target, {
        progress(table, count) {
          if (count % ROWS_A_LINE === 0 && count > 0) process.stderr.write(`${table}: ${count} rows\n`);
        },
      });
      process.stdout.write(`Copied ${rows} rows from ${nameOf(from)}.\n`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
