import type { Database, Engine } from "./engine.ts";
import { createReaders, type Readers } from "./readers.ts";
import { openSqlite } from "./sqlite.ts";

/** What is on record, opened. */
export interface Store extends Readers {
  /**
   * Runs work in one transaction: all that it wrote is kept when it ends, nothing when it throws. Its readers see what
   * it wrote; the store's own do not until it has ended.
   */
  write<T>(work: (tx: Engine, readers: Readers) => Promise<T>): Promise<T>;
  /** Whether nothing is on record yet. */
  isEmpty(): Promise<boolean>;
  /** Throws when the database does not answer. */
  ping: Database["ping"];
  close(): Promise<void>;
}

/**
 * Opens the store, creating and migrating it where needed.
 *
 * @param path of a SQLite file
 */
export async function openStore(path: string): Promise<Store> {
  const database = await openSqlite(path);
  const readers = createReaders(database);
  let writing: Readers | null = null;
  return {
    ...readers,
    write: (work) =>
      database.transaction((tx) => {
        writing ??= createReaders(tx);
        return work(tx, writing);
      }),
    async isEmpty() {
      const [topics, articles] = await Promise.all([
        readers.topics.list("", 1),
        database.db.select({ id: database.tables.article.id }).from(database.tables.article).limit(1),
      ]);
      return topics.length === 0 && articles.length === 0;
    },
    ping: database.ping,
    close: database.close,
  };
}
