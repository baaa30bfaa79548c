import type { GraphQLSchema } from "graphql";
import type { Hono, Context as HonoContext } from "hono";
import type { RequestLimits } from "../domain/request-limits.ts";
import type { RequestState } from "../graphql/context.ts";
import type { PageVariables } from "../web/page-variables.ts";
import type { AnswerSettings } from "./fast/fast-path.ts";
import type { ExampleTab } from "./graphiql-page.ts";
import type { Logger } from "./log.ts";
import type { PersistedSettings } from "./persisted/operation.ts";
import type { Authenticate } from "./who-asks.ts";

/** The largest request body that is read, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** The same for editors, who send whole pages. */
export const MAX_BODY_BYTES_OF_EDITORS = 5 * 1024 * 1024;

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
  /** Whether those who are not known may read. */
  readonly anonymousRead?: boolean;
}

/** The pages for readers, and those that tell them of a fault, and that they may not read. */
export interface Pages {
  readonly routes: Hono<{ Variables: PageVariables }>;
  fault(context: HonoContext): Response | Promise<Response>;
  refused(context: HonoContext, why: string): Response | Promise<Response>;
}

/** What the server is made of. */
export interface AppDependencies<Context extends object> extends PublicAccess {
  readonly schema: GraphQLSchema;
  /** Called for each GraphQL request: loaders must not outlive it. */
  readonly createContext: (request: RequestState) => Context;
  /** Finds out who asks; without it, everybody is a stranger. */
  readonly authenticate?: Authenticate;
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
