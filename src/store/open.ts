import type { Database, Engine } from "./engine.ts";
import { createReaders, type Readers } from "./readers.ts";
import { type DatabaseSettings, databaseAt } from "./settings.ts";

/** What is on record, opened. Its own readers see all that has been written. */
export interface Store extends Readers {
  /**
   * Runs work in one transaction: all that it wrote is kept when it ends, nothing when it throws. Its readers see what
   * it wrote; the store's own do not until it has ended. The work may be run again where the database asks for that.
   */
  write<T>(work: (tx: Engine, readers: Readers) => Promise<T>): Promise<T>;
  /**
   * Does work with readers of one moment: they see what had been written then, whatever is written meanwhile, and keep
   * nobody from writing. For long reads that have to fit together.
   */
  snapshot<T>(work: (readers: Readers) => Promise<T>): Promise<T>;
  /**
   * Readers for one request, which may read from a replica. They see what this process has written, and may be a little
   * behind what others have.
   */
  forRequest(): Readers;
  /** Readers that see everything that has been written, by anybody. */
  latest(): Readers;
  /** Calls back whenever something may have been written, by any process, until what it returns is called. */
  watch: Database["watch"];
  /**
   * Tells the state of all that is on record: it is another than before whenever anybody has written. Null where that
   * cannot be told, as with replicas, which are behind.
   */
  version: Database["version"];
  /** Whether nothing is on record yet. */
  isEmpty(): Promise<boolean>;
  /** Throws when nothing can be read. */
  ping: Database["ping"];
  close(): Promise<void>;
}

/** What a store tells about the servers behind it. */
export interface StoreOptions {
  /** Called when a replica is left out or taken back, and when a connection breaks. */
  readonly notice?: (message: string, error?: unknown) => void;
}

/**
 * Opens the store, creating and migrating it where needed.
 *
 * @param database settings, a `postgres://` URL, or the path or URL of a SQLite file
 * @throws DatelineError INVALID_CONFIG for a URL that is none, or a database that cannot be used
 */
export async function openStore(
  database: string | DatabaseSettings,
  { notice = () => undefined }: StoreOptions = {},
): Promise<Store> {
  const settings = typeof database === "string" ? databaseAt(database) : database;
  const opened = await openDatabase(settings, notice);
  const readers = createReaders(opened);
  const made = new WeakMap<Engine, Readers>();
  const readersOf = (engine: Engine): Readers => {
    const known = made.get(engine) ?? createReaders(engine);
    made.set(engine, known);
    return known;
  };
  return {
    ...readers,
    write: (work) => opened.transaction((tx) => work(tx, readersOf(tx))),
    snapshot: (work) => opened.snapshot((engine) => work(createReaders(engine))),
    forRequest() {
      const replica = opened.replica();
      return replica === null ? readers : readersOf(replica);
    },
    latest: () => readers,
    async isEmpty() {
      const [topics, articles] = await Promise.all([
        readers.topics.list("", 1),
        opened.db.select({ id: opened.tables.article.id }).from(opened.tables.article).limit(1),
      ]);
      return topics.length === 0 && articles.length === 0;
    },
    watch: opened.watch,
    version: opened.version,
    ping: opened.ping,
    close: opened.close,
  };
}

/** The engine is loaded with the first store that needs it. */
async function openDatabase(
  settings: DatabaseSettings,
  notice: NonNullable<StoreOptions["notice"]>,
): Promise<Database> {
  if (settings.engine === "sqlite") {
    const { openSqlite } = await import("./sqlite/open.ts");
    return openSqlite(settings);
  }
  const { openPostgres } = await import("./postgres/open.ts");
  return openPostgres(settings, notice);
}
