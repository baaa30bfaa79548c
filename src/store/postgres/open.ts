import type { Pool } from "pg";
import { DatelineError } from "../../domain/errors.ts";
import type { Database } from "../engine.ts";
import { busy } from "../refusals.ts";
import type { PostgresSettings } from "../settings.ts";
import { postgresEngine } from "./engine.ts";
import { WRITES, WriteListener } from "./listen.ts";
import { migratePostgres } from "./migrate.ts";
import { ReplicaSet } from "./replicas.ts";
import {
  isUnavailable,
  type Notice,
  openPool,
  type Run,
  runOn,
  type ServerSettings,
  sqlState,
} from "./server.ts";
import { inSnapshot } from "./snapshot.ts";
import { Transaction } from "./transaction.ts";

/** Under which the statement that asks for the state is kept prepared. */
const SNAPSHOT = "dateline_snapshot";

/** How often a write is tried that PostgreSQL asks to try again. */
const TRIES = 5;

/** How long a write waits for those of other processes, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Opens a database on a PostgreSQL server, migrating it where needed. Reads share a pool, and go to replicas where there
 * are any. Writes take turns, in this process and among processes, by a lock of the transaction: positions in the change
 * log then come in the order of commits, so that whoever has read up to one misses nothing below it.
 */
export async function openPostgres(settings: PostgresSettings, notice: Notice): Promise<Database> {
  const idle = (error: Error) => notice("A database connection broke while idle.", error);
  const reading = openPool(settings, idle);
  const writing = openPool({ ...settings, poolSize: 1, statementTimeoutMs: 0 }, idle);
  const close = async () => {
    await Promise.all([reading.end(), writing.end()]);
  };
  try {
    await migratePostgres(writing);
  } catch (error) {
    await close();
    throw unusable(settings, error);
  }
  const run = orUnavailable((statement) => runOn(reading, statement));
  const primary = postgresEngine(run);
  const replicas = await ReplicaSet.open(settings, { primary: { run, pool: reading }, notice });
  // One engine for all transactions, so that its statements are made once: they go to the one that is open.
  const open: { transaction: Transaction | null } = { transaction: null };
  const writer = postgresEngine((statement) => {
    if (open.transaction === null) return Promise.reject(new Error("The transaction has ended."));
    return open.transaction.run(statement);
  });
  let turn: Promise<unknown> = Promise.resolve();
  const writes = new WriteListener(settings.url, notice);

  return {
    ...primary,
    replicas: replicas.engines,
    replica: () => replicas.pick(),
    transaction(work) {
      const result = turn.then(async () => {
        const done = await inTransaction(writing, (transaction) => {
          open.transaction = transaction;
          return work(writer);
        });
        await replicas.notePosition();
        return done;
      });
      turn = result.catch(() => undefined);
      return result;
    },
    snapshot: (work) => inSnapshot(settings, notice, work),
    watch: (onWrite) => writes.watch(onWrite),
    async version() {
      if (replicas.engines.length > 0) return null;
      // Two snapshots that are alike see the same: whoever has written since would be in the later one.
      const [row] = await run({
        text: "select pg_current_snapshot()::text",
        values: [],
        name: SNAPSHOT,
        asLists: true,
      });
      return Array.isArray(row) ? String(row[0]) : null;
    },
    async ping() {
      if (replicas.pick() === null) await runOn(reading, { text: "select 1", values: [], asLists: true });
    },
    async close() {
      await turn;
      await writes.close();
      await replicas.close();
      await close();
    },
  };
}

/** Does work in a transaction that no other writer's overlaps, again where PostgreSQL gave it up for another's sake. */
async function inTransaction<T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let transaction: Transaction | null = null;
    try {
      transaction = await Transaction.begin(pool, PATIENCE);
      const result = await work(transaction);
      await transaction.commit(`notify ${WRITES}`);
      return result;
    } catch (error) {
      await transaction?.rollback();
      const [cause] = causes(error);
      if (attempt < TRIES && ["40001", "40P01"].includes(sqlState(cause))) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** attempt * 20));
        continue;
      }
      throw explained(error);
    }
  }
}

/** What stopped a write, where whoever asked for it may try again; other errors as they are. */
function explained(error: unknown): unknown {
  const [cause] = causes(error);
  if (sqlState(cause) === "55P03") return busy(PATIENCE);
  return isUnavailable(cause) ? unavailable() : error;
}

/** An error and what caused it, the first cause first. */
function causes(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [...causes(error.cause), error] : [error];
}

function unavailable(): DatelineError {
  return new DatelineError("UNAVAILABLE", "The database does not answer just now. Try again in a moment.");
}

/** Says so where the server cannot be asked: whoever asked may try again. */
function orUnavailable(run: Run): Run {
  return async (statement) => {
    try {
      return await run(statement);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      throw unavailable();
    }
  };
}

/** What is wrong with a server that cannot be used, for whoever set DATABASE_URL; other errors as they are. */
function unusable({ url }: ServerSettings, error: unknown): unknown {
  const why = WHY_UNUSABLE.find(([pattern]) => pattern.test(sqlState(error)))?.[1];
  const message = error instanceof Error ? error.message : String(error);
  if (why === undefined && !isUnavailable(error) && !/SSL|certificate/i.test(message)) return error;
  const { host } = new URL(url);
  return new DatelineError(
    "INVALID_CONFIG",
    `${host} ${why ?? "cannot be used"}: ${message.trim() || sqlState(error)}. Check its address and that it runs.`,
  );
}

const WHY_UNUSABLE: readonly (readonly [code: RegExp, why: string])[] = [
  [/^28/, "does not let this user in"],
  [/^3D000/, "has no such database"],
  [/^42501/, "does not let this user create tables"],
  [/^E[A-Z]+$/, "cannot be reached"],
];
