import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { DatelineError } from "./domain/errors.ts";

/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment decides, checked. */
export interface Config {
  /** As it was given; {@link SETTINGS} names the forms. */
  readonly databaseUrl: string;
  /** The absolute path of the SQLite file that `databaseUrl` names. */
  readonly databasePath: string;
  /** The address to listen on. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Whether browsers are served GraphiQL. */
  readonly graphiql: boolean;
  /** How long running requests may take to finish once the server was told to stop, in milliseconds. */
  readonly shutdownTimeoutMs: number;
}

/** A setting as help texts and the documentation show it. */
export interface Setting {
  readonly name: string;
  readonly description: string;
  readonly default: string;
}

/** Every environment variable that is read. One that is empty counts as not set. */
export const SETTINGS = [
  {
    name: "DATABASE_URL",
    description: "The SQLite file: a path, file:PATH or sqlite:PATH. Relative to the working directory.",
    default: "file:data/dateline.db",
  },
  {
    name: "HOST",
    description: "The address to listen on. 0.0.0.0 (or ::) lets other machines in.",
    default: "127.0.0.1",
  },
  { name: "PORT", description: "The port to listen on. 0 takes any free one.", default: "4000" },
  { name: "LOG_LEVEL", description: `How much is logged: ${LOG_LEVELS.join(", ")}.`, default: "info" },
  {
    name: "GRAPHIQL",
    description: "Whether browsers that open /graphql are served GraphiQL: true or false.",
    default: "true",
  },
  {
    name: "SHUTDOWN_TIMEOUT_MS",
    description: "How long running requests may take to finish when the server stops, in milliseconds.",
    default: "10000",
  },
] as const satisfies readonly Setting[];

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]*:[0-9a-f:.]*$/i;
const DAY_IN_MS = 86_400_000;

const Environment = z.object({
  DATABASE_URL: z.string().transform((url, context) => {
    const path = sqlitePath(url);
    if (typeof path === "string") return { url, path };
    context.addIssue({ code: "custom", message: path.expected });
    return z.NEVER;
  }),
  HOST: z
    .string()
    .regex(HOST_NAME, "a host name or an IP address without scheme or port, such as 127.0.0.1 or 0.0.0.0"),
  PORT: wholeNumber(65_535),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`),
  GRAPHIQL: z.stringbool({
    truthy: ["true", "1", "yes", "on"],
    falsy: ["false", "0", "no", "off"],
    error: "true or false",
  }),
  SHUTDOWN_TIMEOUT_MS: wholeNumber(DAY_IN_MS),
});

/**
 * Reads the settings from environment variables. This is the only place that does.
 *
 * @throws DatelineError INVALID_CONFIG that lists every malformed value, with its name and what was expected
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    SETTINGS.map((setting) => [setting.name, env[setting.name] || setting.default]),
  );
  const checked = Environment.safeParse(given);
  if (!checked.success) {
    const problems = checked.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: ${JSON.stringify(withoutPassword(given[name] ?? ""))} is not ${message}.`;
    });
    throw new DatelineError("INVALID_CONFIG", problems.join("\n"));
  }
  const { DATABASE_URL, HOST, PORT, LOG_LEVEL, GRAPHIQL, SHUTDOWN_TIMEOUT_MS } = checked.data;
  return {
    databaseUrl: DATABASE_URL.url,
    databasePath: DATABASE_URL.path,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    graphiql: GRAPHIQL,
    shutdownTimeoutMs: SHUTDOWN_TIMEOUT_MS,
  };
}

function wholeNumber(max: number) {
  const expected = `a whole number from 0 to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { message: expected, abort: true })
    .transform(Number)
    .refine((value) => value <= max, expected);
}

/** The file that a database URL names, or what it should have been. */
function sqlitePath(url: string): string | { expected: string } {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  const expected = "a path, file:PATH or sqlite:PATH of a SQLite file, such as file:data/dateline.db";
  if (scheme === "postgres" || scheme === "postgresql") {
    return { expected: `supported yet: PostgreSQL comes in a later version. Give ${expected}` };
  }
  if (url.includes("\0")) return { expected };
  if (scheme === undefined) return fileAt(url, expected);
  if (scheme !== "file" && scheme !== "sqlite") return { expected };
  const rest = url.slice(scheme.length + 1);
  if (/[?#]/.test(rest)) return { expected: `${expected}, without parameters` };
  if (!rest.startsWith("//")) return fileAt(rest, expected);
  try {
    return fileURLToPath(`file:${rest}`);
  } catch {
    return { expected: `${expected}; an absolute path takes three slashes, file:///PATH` };
  }
}

function fileAt(path: string, expected: string): string | { expected: string } {
  if (path === ":memory:") return { expected: `${expected}; a database in memory would be lost` };
  if (path.trim() === "" || path.endsWith("/")) return { expected: `${expected}, not a folder` };
  return isAbsolute(path) ? path : resolve(path);
}

/** A database URL as it may be shown: without what stands before its `@`. */
function withoutPassword(value: string): string {
  return value.replace(/\/\/[^@/]*@/, "//***@");
}
