import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { DatelineError } from "../../domain/errors.ts";
import { once } from "../../domain/once.ts";
import type { Database, Engine, Preparable, Query } from "../engine.ts";
import { keepRows } from "../kept-rows.ts";
import { placeholderFiller } from "../placeholders.ts";
import { busy, tooSlow } from "../refusals.ts";
import { rowMaker } from "../row-shape.ts";
import * as tables from "../schema/sqlite.ts";
import type { SqliteSettings } from "../settings.ts";
import { Watchers } from "../watchers.ts";
import { sqliteFullText } from "./full-text.ts";
import { rowInserter } from "./insert-rows.ts";
import { keepStatements } from "./keep-statements.ts";
import { migrateSqlite } from "./migrate.ts";

keepStatements();

/** How long a connection waits for another process's lock, in milliseconds, and between tries where SQLite does not. */
const PATIENCE = 10_000;
const RETRY_AFTER = 10;

/** How much of the file readers have mapped into memory, in bytes (SQLite's own limit is lower), and pages they keep, in KiB. */
const MAPPED = 2 ** 40;
const CACHE_KIB = 32 * 1024;

/** How often it is looked whether another process has written, in milliseconds. */
const LOOK_EVERY = 200;

/**
 * Opens a SQLite file, creating and migrating it. One connection reads and one writes: in WAL mode readers see the
 * last committed state while a transaction is open.
 *
 * @param settings with the path of the file, whose folder is created where it is missing
 */
export async function openSqlite({ path, statementTimeoutMs }: SqliteSettings): Promise<Database> {
  const writing = connect(path);
  try {
    migrateSqlite(writing);
  } catch (error) {
    writing.close();
    throw unusable(path, error);
  }
  const reading = connect(path);
  reading.pragma("query_only = ON");
  reading.pragma(`mmap_size = ${MAPPED}`);
  reading.pragma(`cache_size = -${CACHE_KIB}`);
  const writer = engineOver(writing, 0);
  const dataVersion = reading.prepare("pragma data_version");
  // Another after each commit of another connection, and writes have one of their own. It costs a look at a page in memory.
  const version = () => String(dataVersion.pluck().get());
  let turn: Promise<unknown> = Promise.resolve();
  const watchers = watchFile(version);

  return {
    ...engineOver(reading, statementTimeoutMs),
    kept: keepRows(version),
    replicas: [],
    replica: () => null,
    transaction(work) {
      const result = turn.then(() => inTransaction(writing, () => work(writer)));
      turn = result.catch(() => undefined);
      result.then(
        () => watchers.tell(),
        () => undefined,
      );
      return result;
    },
    snapshot: (work) => inSnapshot(path, work),
    watch: (onWrite) => watchers.add(onWrite),
    version,
    ping() {
      reading.prepare("select 1").get();
    },
    async close() {
      await turn;
      watchers.close();
      reading.close();
      writing.close();
    },
  };
}

/** Looks now and then whether another connection has written, while somebody wants to know. */
function watchFile(version: () => string) {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearInterval(timer);
  const watchers = new Watchers(() => {
    let seen = version();
    timer = setInterval(() => {
      const now = version();
      if (now === seen) return;
      seen = now;
      watchers.tell();
    }, LOOK_EVERY).unref();
  }, stop);
  return { add: (watcher: () => void) => watchers.add(watcher), tell: () => watchers.tell(), close: stop };
}

function connect(path: string): SQLite.Database {
  const connection = openFile(path);
  try {
    patiently(() => connection.pragma("journal_mode = WAL"));
    // An acknowledged write survives a power cut.
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = ON");
  } catch (error) {
    connection.close();
    throw unusable(path, error);
  }
  connection.function("in_time", { deterministic: false, directOnly: true }, (deadline) => {
    if (typeof deadline === "number" && performance.now() > deadline) {
      throw tooSlow();
    }
    return 1;
  });
  return connection;
}

/** @param limit how long a statement that no LIMIT bounds may run, in milliseconds; 0 for as long as it takes */
function engineOver(connection: SQLite.Database, limit: number): Engine {
  const encode = (value: unknown) => (Array.isArray(value) ? JSON.stringify(value) : value);
  const deadline = () => (limit > 0 ? performance.now() + limit : Number.MAX_VALUE);
  return {
    db: drizzle(connection, { casing: "snake_case" }),
    tables,
    insert: rowInserter(connection),
    prepare<Row>(query: Preparable<Row>): Query<Row> {
      const prepared = once(() => {
        const { sql: text, params } = query.toSQL();
        return {
          statement: connection.prepare<unknown[], unknown[]>(text),
          fill: placeholderFiller(params, encode),
          toRow: rowMaker<Row>(query._.selectedFields),
          watched: text.includes("in_time("),
        };
      });
      return (params = {}) => {
        const { statement, fill, toRow, watched } = prepared();
        const values = fill(watched ? { ...params, deadline: deadline() } : params);
        return statement.raw().all(values).map(toRow);
      };
    },
    kept: (read) => read,
    parameter: (name) => sql.placeholder(name),
    among: (column, parameter) =>
      sql`${column} in (select value from json_each(${sql.placeholder(parameter)}))`,
    oneOf: (column, values) => sql`${column} in (select value from json_each(${JSON.stringify(values)}))`,
    inTime: sql`in_time(${sql.placeholder("deadline")})`,
    fullText: sqliteFullText(connection),
    // The next number always follows the largest.
    numberOn: () => undefined,
  };
}

/**
 * A transaction around work that awaits. better-sqlite3's own `transaction` takes no promises; ours may, because its
 * connection serves nothing else meanwhile.
 */
async function inTransaction<T>(connection: SQLite.Database, work: () => Promise<T>): Promise<T> {
  begin(connection);
  try {
    const result = await work();
    connection.exec("commit");
    return result;
  } catch (error) {
    if (connection.inTransaction) connection.exec("rollback");
    throw error;
  }
}

/** In WAL mode, a transaction goes on seeing the state at its first read. */
async function inSnapshot<T>(path: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const connection = connect(path);
  try {
    connection.pragma("query_only = ON");
    connection.exec("begin");
    connection.prepare("select 1 from change_log limit 1").get();
    return await work(engineOver(connection, 0));
  } finally {
    connection.close();
  }
}

function begin(connection: SQLite.Database): void {
  try {
    connection.exec("begin immediate");
  } catch (error) {
    throw isBusy(error) ? busy(PATIENCE) : error;
  }
}

/**
 * Tries again while another process holds the file. SQLite itself waits for most locks, but not for the one that turns
 * a new file's journal to WAL: of several processes that open it at once, all but one are refused.
 */
function patiently<T>(work: () => T): T {
  for (const end = performance.now() + PATIENCE; ; ) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_AFTER);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function openFile(path: string): SQLite.Database {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new SQLite(path, { timeout: PATIENCE });
  } catch (error) {
    throw unusable(path, error);
  }
}

/** What is wrong with a file that cannot be used, for whoever set DATABASE_URL; other errors as they are. */
function unusable(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why = WHY_UNUSABLE.find(([pattern]) => pattern.test(code))?.[1];
  if (why === undefined) return error;
  return new DatelineError(
    "INVALID_CONFIG",
    `${path} ${why} Point DATABASE_URL at another file, or mend this.`,
  );
}

const WHY_UNUSABLE: readonly (readonly [code: RegExp, why: string])[] = [
  [/^SQLITE_NOTADB/, "is not a SQLite database."],
  [/^SQLITE_CANTOPEN|^EISDIR|^ENOTDIR|^EEXIST/, "cannot be opened as a file."],
  [/^SQLITE_READONLY|^SQLITE_PERM|^EACCES|^EPERM|^EROFS/, "may not be written by this user."],
  [/^SQLITE_FULL|^ENOSPC/, "has no room left on its disk."],
];
