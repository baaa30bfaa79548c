import { z } from "zod";
import { DatelineError } from "./domain/errors.ts";
import { DEFAULT_LIMITS, type RequestLimits } from "./domain/request-limits.ts";
import { DATABASE_DEFAULTS, type DatabaseSettings, locate, withoutPassword } from "./store/settings.ts";

/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Which pages this server fetches for editors. */
export const FETCH_URLS = ["false", "true", "private"] as const;

/** One of {@link FETCH_URLS}. */
export type FetchUrls = (typeof FETCH_URLS)[number];

/** What the environment decides, checked. */
export interface Config {
  readonly database: DatabaseSettings;
  /** The address to listen on. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Whether queries may ask for the schema. */
  readonly introspection: boolean;
  /** The origins whose pages may read what is here, or "*" for any. */
  readonly corsOrigins: "*" | readonly string[];
  /** The operations that may be asked for by id; undefined where there are none. */
  readonly persisted: PersistedConfig | undefined;
  /** Whether browsers are served GraphiQL. */
  readonly graphiql: boolean;
  /** Whether those without a key may read. */
  readonly anonymousRead: boolean;
  /** What editors may have this server fetch: nothing, what is public, or anything that it can reach. */
  readonly fetchUrls: FetchUrls;
  /** What one request may ask for. */
  readonly limits: RequestLimits;
  /** How many proxies stand before this server, whose word on a client's address is taken. */
  readonly trustedProxies: number;
  /** Whether webhooks may be at addresses of private networks. */
  readonly webhooksPrivate: boolean;
  /** How long running requests may take to finish once the server was told to stop, in milliseconds. */
  readonly shutdownTimeoutMs: number;
}

/** Where registered operations are, and how they are used. */
export interface PersistedConfig {
  /** A folder of documents or a JSON manifest. */
  readonly path: string;
  /** Whether nothing else runs. */
  readonly only: boolean;
  /** How long caches may answer a persisted query without asking again, in seconds. */
  readonly maxAgeSeconds: number;
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
    description:
      "A SQLite file (a path, file:PATH or sqlite:PATH, relative to the working directory) or a PostgreSQL database (postgres://USER:PASSWORD@HOST:PORT/DATABASE).",
    default: "file:data/dateline.db",
  },
  {
    name: "DATABASE_REPLICA_URLS",
    description: "Replicas of the PostgreSQL server to read from: postgres:// URLs with spaces between.",
    default: "none",
  },
  {
    name: "DATABASE_POOL_SIZE",
    description: "Connections to each PostgreSQL server for reading, at most; one more writes.",
    default: String(DATABASE_DEFAULTS.poolSize),
  },
  {
    name: "STATEMENT_TIMEOUT_MS",
    description: "How long a statement that reads may run, in milliseconds; 0 for no limit.",
    default: String(DATABASE_DEFAULTS.statementTimeoutMs),
  },
  {
    name: "HOST",
    description: "The address to listen on. 0.0.0.0 (or ::) lets other machines in.",
    default: "127.0.0.1",
  },
  { name: "PORT", description: "The port to listen on. 0 takes any free one.", default: "4000" },
  { name: "LOG_LEVEL", description: `How much is logged: ${LOG_LEVELS.join(", ")}.`, default: "info" },
  {
    name: "INTROSPECTION",
    description: "Whether queries may ask for the schema, and errors suggest names from it: true or false.",
    default: "true",
  },
  {
    name: "CORS_ORIGINS",
    description:
      "Whose pages may read answers, never with credentials: * for anybody's, none, or origins such as https://example.org with spaces between.",
    default: "*",
  },
  {
    name: "PERSISTED_OPERATIONS",
    description:
      "Operations that clients may ask for by id: a folder of *.graphql files, or a JSON manifest.",
    default: "none",
  },
  {
    name: "PERSISTED_ONLY",
    description: "Whether nothing but those operations runs (GraphiQL neither): true or false.",
    default: "false",
  },
  {
    name: "PERSISTED_MAX_AGE_SECONDS",
    description: "How long caches may answer those by GET without asking again; 0 has them ask each time.",
    default: "0",
  },
  {
    name: "GRAPHIQL",
    description: "Whether browsers that open /graphql are served GraphiQL: true or false.",
    default: "true",
  },
  {
    name: "ANONYMOUS_READ",
    description:
      "Whether everybody may read; otherwise only those with a key (`dateline keys create`): true or false.",
    default: "true",
  },
  {
    name: "FETCH_URLS",
    description:
      "Whether editors may have this server fetch a page by its address: false, true (public addresses only), or private (also those of its own network).",
    default: "false",
  },
  {
    name: "MAX_COST",
    description: "What one query may cost, in points (see Limits).",
    default: String(DEFAULT_LIMITS.maxCost),
  },
  {
    name: "MAX_DEPTH",
    description: "How deep a query may nest fields, introspection aside.",
    default: String(DEFAULT_LIMITS.maxDepth),
  },
  {
    name: "MAX_ALIASES",
    description: "How many aliases a query may have.",
    default: String(DEFAULT_LIMITS.maxAliases),
  },
  {
    name: "MAX_TOKENS",
    description: "How many tokens (names, values and signs) a query may have.",
    default: String(DEFAULT_LIMITS.maxTokens),
  },
  {
    name: "REQUEST_TIMEOUT_MS",
    description: "How long a GraphQL request may take, in milliseconds; 0 for no limit.",
    default: String(DEFAULT_LIMITS.requestTimeoutMs),
  },
  {
    name: "SUBSCRIPTIONS_PER_CLIENT",
    description: "How many subscriptions one client (an address) may have open; 0 for none at all.",
    default: String(DEFAULT_LIMITS.subscriptionsPerClient),
  },
  {
    name: "TRUSTED_PROXIES",
    description:
      "How many proxies stand before this server, each of which adds to X-Forwarded-For: clients are told apart by what they say.",
    default: "0",
  },
  {
    name: "WEBHOOKS_PRIVATE",
    description:
      "Whether webhooks may be at addresses of private networks, this machine among them: true or false.",
    default: "false",
  },
  {
    name: "SHUTDOWN_TIMEOUT_MS",
    description: "How long running requests may take to finish when the server stops, in milliseconds.",
    default: "10000",
  },
] as const satisfies readonly Setting[];

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]*:[0-9a-f:.]*$/i;
const DAY_IN_MS = 86_400_000;
/** A parser calls itself for what is nested: with more than this, one query could exhaust the stack. */
const MOST_TOKENS = 10_000;

const Environment = z.object({
  DATABASE_URL: z.string().transform((url, context) => {
    const location = locate(url);
    if (!("expected" in location)) return location;
    context.addIssue({ code: "custom", message: location.expected });
    return z.NEVER;
  }),
  DATABASE_REPLICA_URLS: z.string().transform((urls, context) =>
    (urls === "none" ? "" : urls)
      .split(/\s+/)
      .filter((url) => url !== "")
      .map((url) => {
        const location = locate(url);
        if ("url" in location) return location.url;
        context.addIssue({ code: "custom", message: "a list of postgres:// URLs with spaces between" });
        return z.NEVER;
      }),
  ),
  DATABASE_POOL_SIZE: wholeNumber(1_000, 1),
  STATEMENT_TIMEOUT_MS: wholeNumber(DAY_IN_MS),
  HOST: z
    .string()
    .regex(HOST_NAME, "a host name or an IP address without scheme or port, such as 127.0.0.1 or 0.0.0.0"),
  PORT: wholeNumber(65_535),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`),
  INTROSPECTION: trueOrFalse(),
  CORS_ORIGINS: z.string().transform((text, context) => {
    if (text === "*") return text;
    const origins = (text === "none" ? "" : text).split(/\s+/).filter((origin) => origin !== "");
    if (origins.every(isOrigin)) return origins;
    context.addIssue({
      code: "custom",
      message: "*, none, or a list of origins without path, such as https://example.org, with spaces between",
    });
    return z.NEVER;
  }),
  PERSISTED_OPERATIONS: z.string().transform((path) => (path === "none" ? undefined : path)),
  PERSISTED_ONLY: trueOrFalse(),
  PERSISTED_MAX_AGE_SECONDS: wholeNumber(DAY_IN_MS / 1_000),
  GRAPHIQL: trueOrFalse(),
  ANONYMOUS_READ: trueOrFalse(),
  FETCH_URLS: z.enum(FETCH_URLS, `one of ${FETCH_URLS.join(", ")}`),
  MAX_COST: wholeNumber(999_999_999, 1),
  MAX_DEPTH: wholeNumber(1_000, 1),
  MAX_ALIASES: wholeNumber(MOST_TOKENS),
  MAX_TOKENS: wholeNumber(MOST_TOKENS, 1),
  REQUEST_TIMEOUT_MS: wholeNumber(DAY_IN_MS),
  SUBSCRIPTIONS_PER_CLIENT: wholeNumber(100_000),
  TRUSTED_PROXIES: wholeNumber(10),
  WEBHOOKS_PRIVATE: trueOrFalse(),
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
  const { HOST, PORT, LOG_LEVEL, GRAPHIQL, INTROSPECTION, CORS_ORIGINS, SHUTDOWN_TIMEOUT_MS } = checked.data;
  return {
    database: databaseOf(checked.data),
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    introspection: INTROSPECTION,
    corsOrigins: CORS_ORIGINS,
    persisted: persistedOf(checked.data),
    graphiql: GRAPHIQL,
    anonymousRead: checked.data.ANONYMOUS_READ,
    fetchUrls: checked.data.FETCH_URLS,
    limits: limitsOf(checked.data),
    trustedProxies: checked.data.TRUSTED_PROXIES,
    webhooksPrivate: checked.data.WEBHOOKS_PRIVATE,
    shutdownTimeoutMs: SHUTDOWN_TIMEOUT_MS,
  };
}

function limitsOf(given: z.infer<typeof Environment>): RequestLimits {
  return {
    maxDepth: given.MAX_DEPTH,
    maxCost: given.MAX_COST,
    maxAliases: given.MAX_ALIASES,
    maxTokens: given.MAX_TOKENS,
    requestTimeoutMs: given.REQUEST_TIMEOUT_MS,
    subscriptionsPerClient: given.SUBSCRIPTIONS_PER_CLIENT,
  };
}

function databaseOf(given: z.infer<typeof Environment>): DatabaseSettings {
  const { DATABASE_URL: location, DATABASE_REPLICA_URLS: replicas, DATABASE_POOL_SIZE: poolSize } = given;
  const statementTimeoutMs = given.STATEMENT_TIMEOUT_MS;
  if (location.engine === "postgres") return { ...location, replicas, poolSize, statementTimeoutMs };
  if (replicas.length > 0) {
    throw new DatelineError(
      "INVALID_CONFIG",
      "DATABASE_REPLICA_URLS: a SQLite file has no replicas. Set DATABASE_URL to the PostgreSQL server that they copy, or leave this out.",
    );
  }
  return { ...location, statementTimeoutMs };
}

function persistedOf(given: z.infer<typeof Environment>): PersistedConfig | undefined {
  const { PERSISTED_OPERATIONS: path, PERSISTED_ONLY: only } = given;
  if (path !== undefined) return { path, only, maxAgeSeconds: given.PERSISTED_MAX_AGE_SECONDS };
  if (!only) return undefined;
  throw new DatelineError(
    "INVALID_CONFIG",
    "PERSISTED_ONLY: nothing could run without operations. Set PERSISTED_OPERATIONS to where they are, or leave this out.",
  );
}

/** As browsers write it: scheme, host, and a port that is not the scheme's own. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function trueOrFalse() {
  return z.stringbool({
    truthy: ["true", "1", "yes", "on"],
    falsy: ["false", "0", "no", "off"],
    error: "true or false",
  });
}

function wholeNumber(max: number, min = 0) {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { message: expected, abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
}
