import pg from "pg";
import { DatelineError } from "../../domain/errors.ts";
import { tooSlow } from "../refusals.ts";

/** A statement on its way to a server. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the server keeps it prepared; left out for one that runs once. */
  readonly name?: string | undefined;
  /** Whether rows are answered as lists of values. */
  readonly asLists: boolean;
  /** How long to wait for the answer, in milliseconds, where that is not as long as for others. */
  readonly withinMs?: number;
}

/** Runs a statement and answers with its rows. */
export type Run = (statement: Statement) => Promise<unknown[]>;

/** Tells the operator what happens to the servers behind a store. */
export type Notice = (message: string, error?: unknown) => void;

/** How connections to a server are made and kept. */
export interface ServerSettings {
  readonly url: string;
  readonly poolSize: number;
  /** How long a statement may run, in milliseconds; 0 for no limit. */
  readonly statementTimeoutMs: number;
}

/** How long it may take to get a connection, in milliseconds. */
const CONNECT_WITHIN = 10_000;

/** How much longer than the server is waited for its answer: one that has stopped answering does not end statements. */
const GRACE = 1_000;

/**
 * Connections to one server.
 *
 * @param onIdleError told of connections that break while nobody uses them
 */
export function openPool(settings: ServerSettings, onIdleError: (error: Error) => void): pg.Pool {
  const { url, poolSize, statementTimeoutMs } = settings;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    application_name: "dateline",
    ...(statementTimeoutMs > 0
      ? { statement_timeout: statementTimeoutMs, query_timeout: statementTimeoutMs + GRACE }
      : {}),
  });
  pool.on("error", onIdleError);
  return pool;
}

/** Runs a statement over a pool or one of its connections. */
export async function runOn(to: pg.Pool | pg.ClientBase, statement: Statement): Promise<unknown[]> {
  const { text, values, name, asLists, withinMs } = statement;
  try {
    const { rows } = await to.query({
      text,
      values: [...values],
      types: TYPES,
      ...(name === undefined ? {} : { name }),
      ...(asLists ? { rowMode: "array" } : {}),
      ...(withinMs === undefined ? {} : { query_timeout: withinMs }),
    });
    return rows;
  } catch (error) {
    throw sqlState(error) === QUERY_CANCELED ? tooSlow() : error;
  }
}

/** Eight-byte integers are row numbers, positions, times and counts, all below 2^53. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

const QUERY_CANCELED = "57014";

/** The five characters by which PostgreSQL names an error; empty for one that is not the server's. */
export function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/**
 * Whether an error says that the server could not be asked, rather than that it would not answer: another server may
 * be. A standby that cancels a statement for the sake of its recovery counts (it says 40001).
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DatelineError) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = sqlState(error);
  return UNAVAILABLE.test(code) || (code === "" && LOST.test(error.message));
}

/** Classes 08 (connection), 53 (resources), 57P (shutdown) and 58 (system), XX (corrupt), and the network's own. */
const UNAVAILABLE = /^(08...|53...|57P..|58...|XX...|40001|25006|E[A-Z]{3,})$/;

/** What the driver says of connections that it lost or could not make, and of answers that never came. */
const LOST =
  /connection (terminated|timeout)|timeout exceeded|read timeout|client (was|has) (closed|encountered)/i;
