import { z } from "zod";
import { DatelineError } from "./domain/errors.ts";
import type { ExtractorSettings } from "./domain/extractor-settings.ts";
import type { RequestLimits } from "./domain/request-limits.ts";
import { LOG_LEVELS, SECRETS, SETTINGS } from "./settings.ts";
import { type DatabaseSettings, locate, withoutPassword } from "./store/settings.ts";

export { LOG_LEVELS, SETTINGS, type Setting } from "./settings.ts";

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Which pages this server fetches for editors. */
export const FETCH_URLS = ["false", "true", "private"] as const;

/** One of {@link FETCH_URLS}. */
export type FetchUrls = (typeof FETCH_URLS)[number];

/** What the environment decides, checked. */
export interface Config {
  readonly database: DatabaseSettings;
  /** The language model that may draft; undefined where none is set up. */
  readonly extractor: ExtractorSettings | undefined;
  /** The address to listen on. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The origin under which readers reach this server; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** Whether queries may ask for the schema. */
  readonly introspection: boolean;
  /** The origins whose pages may read what is here, or "*" for any. */
  readonly corsOrigins: "*" | readonly string[];
  /** The operations that may be asked for by id; undefined where there are none. */
  readonly persisted: PersistedConfig | undefined;
  /** Whether browsers are served GraphiQL. */
  readonly graphiql: boolean;
  /** Whether plain requests are answered on a path of their own. */
  readonly fastPath: boolean;
  /** What kept answers may take in memory, in bytes. */
  readonly cacheBytes: number;
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

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]*:[0-9a-f:.]*$/i;
const ADDRESS_EXPECTED =
  "an http or https address without a name and password in it, such as http://127.0.0.1:11434/v1";
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
  PUBLIC_URL: z.string().transform((url, context) => {
    if (url === "none") return undefined;
    const origin = url.replace(/\/$/, "");
    if (isOrigin(origin)) return origin;
    context.addIssue({
      code: "custom",
      message: "none, or an origin without path, such as https://news.example.org",
    });
    return z.NEVER;
  }),
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
  FAST_PATH: trueOrFalse(),
  ANSWER_CACHE_MB: wholeNumber(100_000),
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
  EXTRACTOR_URL: unlessNone(z.string().refine(isPlainAddress, ADDRESS_EXPECTED)),
  EXTRACTOR_MODEL: unlessNone(z.string()),
  EXTRACTOR_KEY: unlessNone(z.string().regex(/^[\x21-\x7e]+$/, "letters, digits and signs without spaces")),
  // fetch waits no longer for an answer to begin.
  EXTRACTOR_TIMEOUT_MS: wholeNumber(300_000, 1),
  EXTRACTOR_ATTEMPTS: wholeNumber(10, 1),
  EXTRACTOR_PART_LENGTH: wholeNumber(1_000_000, 500),
  EXTRACTOR_PRICE_IN: unlessNone(price()),
  EXTRACTOR_PRICE_OUT: unlessNone(price()),
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
      const shown = SECRETS.has(name) ? "what is set" : JSON.stringify(withoutPassword(given[name] ?? ""));
      return `${name}: ${shown} is not ${message}.`;
    });
    throw new DatelineError("INVALID_CONFIG", problems.join("\n"));
  }
  const { HOST, PORT, LOG_LEVEL, GRAPHIQL, INTROSPECTION, CORS_ORIGINS, SHUTDOWN_TIMEOUT_MS } = checked.data;
  return {
    database: databaseOf(checked.data),
    extractor: extractorOf(checked.data),
    host: HOST,
    port: PORT,
    publicUrl: checked.data.PUBLIC_URL,
    logLevel: LOG_LEVEL,
    introspection: INTROSPECTION,
    corsOrigins: CORS_ORIGINS,
    persisted: persistedOf(checked.data),
    graphiql: GRAPHIQL,
    fastPath: checked.data.FAST_PATH,
    cacheBytes: checked.data.ANSWER_CACHE_MB * 1024 * 1024,
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

function extractorOf(given: z.infer<typeof Environment>): ExtractorSettings | undefined {
  const { EXTRACTOR_URL: url, EXTRACTOR_MODEL: model } = given;
  if (url === undefined) return undefined;
  if (model === undefined) {
    throw new DatelineError(
      "INVALID_CONFIG",
      "EXTRACTOR_MODEL: which model is asked at EXTRACTOR_URL? Set it to its name, or leave both out.",
    );
  }
  return {
    url,
    model,
    key: given.EXTRACTOR_KEY,
    timeoutMs: given.EXTRACTOR_TIMEOUT_MS,
    attempts: given.EXTRACTOR_ATTEMPTS,
    partLength: given.EXTRACTOR_PART_LENGTH,
    priceIn: given.EXTRACTOR_PRICE_IN,
    priceOut: given.EXTRACTOR_PRICE_OUT,
  };
}

function isPlainAddress(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
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

/** Undefined where it is `none`. */
function unlessNone<T>(schema: z.ZodType<T, string>) {
  return z.string().transform((text, context): T | undefined => {
    if (text === "none") return undefined;
    const read = schema.safeParse(text);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "" });
    return z.NEVER;
  });
}

function price() {
  return z
    .string()
    .regex(/^\d{1,6}(?:\.\d{1,6})?$/, "a number such as 0.15")
    .transform(Number);
}

function wholeNumber(max: number, min = 0) {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { message: expected, abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
}
