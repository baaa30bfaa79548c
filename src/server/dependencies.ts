import type { GraphQLSchema } from "graphql";
import type { Hono, Context as HonoContext } from "hono";
import type { RequestLimits } from "../domain/request-limits.ts";
import type { RequestState } from "../graphql/context.ts";
import type { AnswerSettings } from "./fast/fast-path.ts";
import type { ExampleTab } from "./graphiql-page.ts";
import type { Logger } from "./log.ts";
import type { PersistedSettings } from "./persisted/operation.ts";

/** The largest request body that is read, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** What others may do here; what is left out is open. */
export interface PublicAccess {
  /** Whether queries may ask for the schema. */
  readonly introspection?: boolean;
  /** The origins whose pages may read what is here, or "*" for any. */
  readonly corsOrigins?: "*" | readonly string[];
  /** The operations that may be asked for by id. */
  readonly persisted?: PersistedSettings | undefined;
  /** How many proxies stand before this server, whose word on a client's address is taken. */
  readonly trustedProxies?: number;
}

/** The pages for readers, and the one that tells them of a fault. */
export interface Pages {
  readonly routes: Hono;
  fault(context: HonoContext): Response | Promise<Response>;
}

/** What the server is made of. */
export interface AppDependencies<Context extends object> extends PublicAccess {
  readonly schema: GraphQLSchema;
  /** Called for each GraphQL request: loaders must not outlive it. */
  readonly createContext: (request: RequestState) => Context;
  /** Throws when the store does not answer. */
  readonly ready: () => Promise<void> | void;
  readonly logger: Logger;
  readonly limits: RequestLimits;
  /** Whether browsers that open `/graphql` are served GraphiQL. */
  readonly graphiql: boolean;
  /** Loads the pages for readers; without them, `/` leads to `/graphql`. */
  readonly pages?: () => Promise<Pages>;
  /** How plain requests are answered faster; without it, they are answered as all others. */
  readonly fast?: AnswerSettings | undefined;
  /** The tabs that GraphiQL opens with, the first of them in front. */
  readonly exampleTabs: readonly ExampleTab[];
}
