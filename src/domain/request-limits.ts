/** How much one query may ask for. */
export interface QueryLimits {
  /** Fields inside each other, introspection aside. */
  readonly maxDepth: number;
  /** Points, see `graphql/limits/cost.ts`. */
  readonly maxCost: number;
  /** Aliases in the text of a query. */
  readonly maxAliases: number;
  /** Names, values and signs in the text of a query. */
  readonly maxTokens: number;
}

/** What one request may ask for, and how long it may take. */
export interface RequestLimits extends QueryLimits {
  /** From the first byte to the answer, in milliseconds; 0 for no limit. */
  readonly requestTimeoutMs: number;
  /** Subscriptions that one client may have open at once; 0 for none at all. */
  readonly subscriptionsPerClient: number;
}

/** Limits that let the API be open to anybody: the worst query within them takes a second or two (CONTRIBUTING.md). */
export const DEFAULT_LIMITS: RequestLimits = {
  maxDepth: 15,
  maxCost: 10_000,
  maxAliases: 100,
  maxTokens: 2_000,
  requestTimeoutMs: 10_000,
  subscriptionsPerClient: 50,
};
