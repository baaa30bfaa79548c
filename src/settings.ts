import { EXTRACTOR_DEFAULTS } from "./domain/extractor-settings.ts";
import { DEFAULT_LIMITS } from "./domain/request-limits.ts";
import { DATABASE_DEFAULTS } from "./store/settings.ts";

/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

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
  {
    name: "PUBLIC_URL",
    description:
      "Where readers reach this server, such as https://news.example.org: feeds, calendars and files have full links. Not set, they have what each request says, and caches keep them for nobody else.",
    default: "none",
  },
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
    name: "FAST_PATH",
    description:
      "Whether plain GraphQL requests are answered on a faster path, with the same answers: true or false.",
    default: "true",
  },
  {
    name: "ANSWER_CACHE_MB",
    description:
      "How much memory that path may keep answers in until something is written, in MiB; 0 for none.",
    default: "32",
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
  {
    name: "EXTRACTOR_URL",
    description:
      "The OpenAI-compatible address of a language model that drafts with --extractor model, without /chat/completions: http://127.0.0.1:11434/v1. Texts are sent there.",
    default: "none",
  },
  { name: "EXTRACTOR_MODEL", description: "The model that is asked there, by its name.", default: "none" },
  { name: "EXTRACTOR_KEY", description: "The key that is shown there (Bearer).", default: "none" },
  {
    name: "EXTRACTOR_TIMEOUT_MS",
    description: "How long one answer of the model may take, in milliseconds.",
    default: String(EXTRACTOR_DEFAULTS.timeoutMs),
  },
  {
    name: "EXTRACTOR_ATTEMPTS",
    description: "How often the model is asked about the same part of a text, at most.",
    default: String(EXTRACTOR_DEFAULTS.attempts),
  },
  {
    name: "EXTRACTOR_PART_LENGTH",
    description: "Characters that the model is asked about at once; longer texts go in parts.",
    default: String(EXTRACTOR_DEFAULTS.partLength),
  },
  {
    name: "EXTRACTOR_PRICE_IN",
    description: "What a million tokens cost that go to the model, in any currency.",
    default: "none",
  },
  {
    name: "EXTRACTOR_PRICE_OUT",
    description: "What a million tokens cost that it answers.",
    default: "none",
  },
] as const satisfies readonly Setting[];

/** What is never shown, not even where it is wrong. */
export const SECRETS: ReadonlySet<string> = new Set(["EXTRACTOR_KEY"]);
