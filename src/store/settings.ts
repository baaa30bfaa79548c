import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DatelineError } from "../domain/errors.ts";

/** A database in a SQLite file. */
export interface SqliteSettings {
  readonly engine: "sqlite";
  /** Absolute. */
  readonly path: string;
  /** How long a statement that no LIMIT bounds may run, in milliseconds; 0 for no limit. */
  readonly statementTimeoutMs: number;
}

/** A database on a PostgreSQL server. */
export interface PostgresSettings {
  readonly engine: "postgres";
  readonly url: string;
  /** Addresses of its replicas. */
  readonly replicas: readonly string[];
  /** Connections for reading at most, to each server. */
  readonly poolSize: number;
  /** How long a statement may run, in milliseconds; 0 for no limit. */
  readonly statementTimeoutMs: number;
}

/** Where a store is, and how it is reached. */
export type DatabaseSettings = SqliteSettings | PostgresSettings;

/** What is the same for every database unless settings say otherwise. */
export const DATABASE_DEFAULTS = { replicas: [], poolSize: 10, statementTimeoutMs: 2_000 } as const;

/** What a database URL names, or what it should have been. */
export type Location =
  | Pick<SqliteSettings, "engine" | "path">
  | Pick<PostgresSettings, "engine" | "url">
  | { readonly expected: string };

const EXPECTED =
  "a path, file:PATH or sqlite:PATH of a SQLite file, such as file:data/dateline.db, or postgres://USER:PASSWORD@HOST/DATABASE";

/** Reads a database URL. */
export function locate(url: string): Location {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if (url.includes("\0")) return { expected: EXPECTED };
  if (scheme === undefined) return fileAt(url);
  if (scheme === "postgres" || scheme === "postgresql") return serverAt(url);
  if (scheme !== "file" && scheme !== "sqlite") return { expected: EXPECTED };
  const rest = url.slice(scheme.length + 1);
  if (/[?#]/.test(rest)) return { expected: `${EXPECTED}, without parameters` };
  if (!rest.startsWith("//")) return fileAt(rest);
  try {
    return { engine: "sqlite", path: fileURLToPath(`file:${rest}`) };
  } catch {
    return { expected: `${EXPECTED}; an absolute path takes three slashes, file:///PATH` };
  }
}

/**
 * The database at a URL or path, with the settings that are usual.
 *
 * @throws DatelineError INVALID_CONFIG
 */
export function databaseAt(url: string): DatabaseSettings {
  const location = locate(url);
  if ("expected" in location) {
    const shown = JSON.stringify(withoutPassword(url));
    throw new DatelineError("INVALID_CONFIG", `${shown} is not ${location.expected}.`);
  }
  return { ...DATABASE_DEFAULTS, ...location };
}

/** A database as it may be shown: a path, or an address without its password. */
export function nameOf(database: DatabaseSettings): string {
  return database.engine === "sqlite" ? database.path : withoutPassword(database.url);
}

/** A database URL as it may be shown: without its password. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/.*@/s, "//***@").replace(/([?&](?:password|sslpassword)=)[^&#]*/gi, "$1***");
}

function fileAt(path: string): Location {
  if (path === ":memory:") return { expected: `${EXPECTED}; a database in memory would be lost` };
  if (path.trim() === "" || path.endsWith("/")) return { expected: `${EXPECTED}, not a folder` };
  return { engine: "sqlite", path: isAbsolute(path) ? path : resolve(path) };
}

function serverAt(url: string): Location {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const names =
    parsed !== undefined &&
    /^\/[^/]+$/.test(parsed.pathname) &&
    (parsed.host || parsed.searchParams.get("host"));
  return names
    ? { engine: "postgres", url }
    : { expected: "postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded" };
}
