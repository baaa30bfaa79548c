import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readConfig, SETTINGS } from "../src/config.ts";
import { DatelineError } from "../src/domain/errors.ts";

function refusal(env: Record<string, string>): DatelineError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof DatelineError) return error;
    throw error;
  }
  throw new Error("It was accepted");
}

describe("defaults", () => {
  const defaults = {
    database: { engine: "sqlite", path: resolve("data/dateline.db"), statementTimeoutMs: 2_000 },
    host: "127.0.0.1",
    port: 4000,
    publicUrl: undefined,
    logLevel: "info",
    introspection: true,
    corsOrigins: "*",
    persisted: undefined,
    graphiql: true,
    fastPath: true,
    cacheBytes: 32 * 1024 * 1024,
    anonymousRead: true,
    fetchUrls: "false",
    limits: {
      maxCost: 10_000,
      maxDepth: 15,
      maxAliases: 100,
      maxTokens: 2_000,
      requestTimeoutMs: 10_000,
      subscriptionsPerClient: 50,
    },
    trustedProxies: 0,
    webhooksPrivate: false,
    shutdownTimeoutMs: 10_000,
    extractor: undefined,
  };

  test("hold where nothing is set", () => expect(readConfig({})).toEqual(defaults));

  test("hold where a variable is empty", () =>
    expect(readConfig(Object.fromEntries(SETTINGS.map(({ name }) => [name, ""])))).toEqual(defaults));
});

test("every setting takes a value", () => {
  expect(
    readConfig({
      DATABASE_URL: "postgres://desk:secret@db.example/story?sslmode=verify-full",
      DATABASE_REPLICA_URLS: "postgres://one.example/story  postgresql://two.example:5433/story",
      DATABASE_POOL_SIZE: "4",
      STATEMENT_TIMEOUT_MS: "0",
      HOST: "::",
      PORT: "0",
      LOG_LEVEL: "silent",
      INTROSPECTION: "false",
      CORS_ORIGINS: "https://example.org  http://localhost:3000",
      PERSISTED_OPERATIONS: "operations",
      PERSISTED_ONLY: "true",
      PERSISTED_MAX_AGE_SECONDS: "30",
      GRAPHIQL: "false",
      FAST_PATH: "false",
      ANSWER_CACHE_MB: "8",
      PUBLIC_URL: "https://news.example.org",
      ANONYMOUS_READ: "false",
      FETCH_URLS: "private",
      MAX_COST: "500",
      MAX_DEPTH: "8",
      MAX_ALIASES: "0",
      MAX_TOKENS: "300",
      REQUEST_TIMEOUT_MS: "0",
      SUBSCRIPTIONS_PER_CLIENT: "7",
      TRUSTED_PROXIES: "2",
      WEBHOOKS_PRIVATE: "true",
      SHUTDOWN_TIMEOUT_MS: "500",
      EXTRACTOR_URL: "https://models.example/v1?version=2",
      EXTRACTOR_MODEL: "large",
      EXTRACTOR_KEY: "sk-1",
      EXTRACTOR_TIMEOUT_MS: "300000",
      EXTRACTOR_ATTEMPTS: "1",
      EXTRACTOR_PART_LENGTH: "500",
      EXTRACTOR_PRICE_IN: "0.15",
      EXTRACTOR_PRICE_OUT: "2",
    }),
  ).toEqual({
    database: {
      engine: "postgres",
      url: "postgres://desk:secret@db.example/story?sslmode=verify-full",
      replicas: ["postgres://one.example/story", "postgresql://two.example:5433/story"],
      poolSize: 4,
      statementTimeoutMs: 0,
    },
    host: "::",
    port: 0,
    publicUrl: "https://news.example.org",
    logLevel: "silent",
    introspection: false,
    corsOrigins: ["https://example.org", "http://localhost:3000"],
    persisted: { path: "operations", only: true, maxAgeSeconds: 30 },
    graphiql: false,
    fastPath: false,
    cacheBytes: 8 * 1024 * 1024,
    anonymousRead: false,
    fetchUrls: "private",
    limits: {
      maxCost: 500,
      maxDepth: 8,
      maxAliases: 0,
      maxTokens: 300,
      requestTimeoutMs: 0,
      subscriptionsPerClient: 7,
    },
    trustedProxies: 2,
    webhooksPrivate: true,
    shutdownTimeoutMs: 500,
    extractor: {
      url: "https://models.example/v1?version=2",
      model: "large",
      key: "sk-1",
      timeoutMs: 300_000,
      attempts: 1,
      partLength: 500,
      priceIn: 0.15,
      priceOut: 2,
    },
  });
});

test.each([
  ["story.db", resolve("story.db")],
  ["./a b/story.db", resolve("a b/story.db")],
  ["file:story.db", resolve("story.db")],
  ["sqlite:story.db", resolve("story.db")],
  ["file:/srv/story.db", "/srv/story.db"],
  ["sqlite:///srv/story.db", "/srv/story.db"],
  [pathToFileURL("/srv/a b.db").href, "/srv/a b.db"],
])("DATABASE_URL=%s is the file %s", (url, path) => {
  expect(readConfig({ DATABASE_URL: url }).database).toMatchObject({ engine: "sqlite", path });
});

describe("malformed values are refused with name, value and what was expected", () => {
  test.each([
    ["PORT", "abc", "a whole number from 0 to 65535"],
    ["PORT", "70000", "a whole number from 0 to 65535"],
    ["PORT", "-1", "a whole number from 0 to 65535"],
    ["PORT", "4000.5", "a whole number from 0 to 65535"],
    ["PORT", " 4000", "a whole number from 0 to 65535"],
    ["HOST", "http://localhost", "a host name or an IP address"],
    ["HOST", "localhost:4000", "a host name or an IP address"],
    ["GRAPHIQL", "maybe", "true or false"],
    ["INTROSPECTION", "maybe", "true or false"],
    ["CORS_ORIGINS", "example.org", "a list of origins without path"],
    ["CORS_ORIGINS", "https://example.org/", "a list of origins without path"],
    ["CORS_ORIGINS", "https://EXAMPLE.org", "a list of origins without path"],
    ["CORS_ORIGINS", "https://a.example,https://b.example", "with spaces between"],
    ["CORS_ORIGINS", "* https://example.org", "*, none, or a list"],
    ["CORS_ORIGINS", "null", "a list of origins without path"],
    ["PERSISTED_ONLY", "maybe", "true or false"],
    ["PERSISTED_MAX_AGE_SECONDS", "1m", "a whole number from 0 to 86400"],
    ["LOG_LEVEL", "loud", "one of trace, debug, info, warn, error, fatal, silent"],
    ["SHUTDOWN_TIMEOUT_MS", "10s", "a whole number from 0 to 86400000"],
    ["DATABASE_URL", "mysql://db/story", "a path, file:PATH or sqlite:PATH"],
    ["DATABASE_URL", "postgres://db", "postgres://USER:PASSWORD@HOST:PORT/DATABASE"],
    ["DATABASE_URL", "postgres://a b/story", "percent-encoded"],
    ["DATABASE_REPLICA_URLS", "postgres://one/story,postgres://two/story", "URLs with spaces between"],
    ["DATABASE_REPLICA_URLS", "story.db", "URLs with spaces between"],
    ["MAX_COST", "0", "a whole number from 1 to 999999999"],
    ["MAX_DEPTH", "deep", "a whole number from 1 to 1000"],
    ["MAX_TOKENS", "20000", "a whole number from 1 to 10000"],
    ["DATABASE_POOL_SIZE", "0", "a whole number from 1 to 1000"],
    ["STATEMENT_TIMEOUT_MS", "2s", "a whole number from 0 to 86400000"],
    ["DATABASE_URL", "file://server/story.db", "three slashes"],
    ["DATABASE_URL", "file:story.db?mode=ro", "without parameters"],
    ["DATABASE_URL", ":memory:", "in memory"],
    ["DATABASE_URL", "data/", "not a folder"],
    ["EXTRACTOR_URL", "localhost:11434", "an http or https address"],
    ["EXTRACTOR_TIMEOUT_MS", "0", "a whole number from 1 to 300000"],
    ["EXTRACTOR_PRICE_IN", "cheap", "a number such as 0.15"],
  ])("%s=%s", (name, value, expected) => {
    const error = refusal({ [name]: value });
    expect(error.code).toBe("INVALID_CONFIG");
    expect(error.message).toContain(`${name}: "${value}" is not `);
    expect(error.message).toContain(expected);
    expect(error.message.split("\n")).toHaveLength(1);
  });

  test("but secrets without their value", () => {
    expect(refusal({ EXTRACTOR_KEY: "two words" }).message).toBe(
      "EXTRACTOR_KEY: what is set is not letters, digits and signs without spaces.",
    );
    const { message } = refusal({ EXTRACTOR_URL: "https://me:secret@models.example/v1" });
    expect(message).toMatch(/^EXTRACTOR_URL: .* is not an http or https address without a name and password/);
    expect(message).not.toContain("secret");
  });

  test("EXTRACTOR_URL without a model", () => {
    const { message } = refusal({ EXTRACTOR_URL: "http://127.0.0.1:11434/v1" });
    expect(message).toMatch(/^EXTRACTOR_MODEL: which model/);
  });

  test("all of them at once", () => {
    const { message } = refusal({ PORT: "abc", GRAPHIQL: "maybe", LOG_LEVEL: "loud" });
    expect(message.split("\n").map((line) => line.split(":")[0])).toEqual(["PORT", "LOG_LEVEL", "GRAPHIQL"]);
  });

  test("without the password of a database", () => {
    const { message } = refusal({
      DATABASE_URL: "mysql://me:hunter2@db/story",
      DATABASE_REPLICA_URLS: "postgres://me:hunter2@one/story mysql://you:hunter2@two/story",
    });
    expect(message).not.toContain("hunter2");
    expect(message).toContain("mysql://***@db/story");
  });

  test("PERSISTED_ONLY without operations to run", () => {
    expect(refusal({ PERSISTED_ONLY: "true" }).message).toContain("Set PERSISTED_OPERATIONS");
  });

  test.each(["postgres://u:hunter/2@h/db", "postgres://u:hunter2@hunter2@/", "mysql://u:hun ter2@h/db"])(
    "whatever is in it: %s",
    (url) => {
      expect(refusal({ DATABASE_URL: url }).message).not.toMatch(/hun ?ter/);
    },
  );

  test("nor replicas of a file", () => {
    const { message } = refusal({ DATABASE_REPLICA_URLS: "postgres://one/story" });
    expect(message).toContain("a SQLite file has no replicas");
  });
});

test("CORS_ORIGINS=none lists no origin", () => {
  expect(readConfig({ CORS_ORIGINS: "none" }).corsOrigins).toEqual([]);
});
