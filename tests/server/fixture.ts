import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";
import { onTestFinished } from "vitest";
import { DatelineError } from "../../src/domain/errors.ts";
import { DEFAULT_LIMITS } from "../../src/domain/request-limits.ts";
import type { RequestState } from "../../src/graphql/context.ts";
import { type App, createApp } from "../../src/server/app.ts";
import type { AppDependencies } from "../../src/server/dependencies.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";

const Day = new GraphQLScalarType({
  name: "Day",
  parseValue(value) {
    if (value === "ours") throw new DatelineError("INVALID_DATE", "That is not a day. Write 2025-10-18.");
    throw new GraphQLError(`${String(value)} is not a day`);
  },
});
const Kind = new GraphQLEnumType({ name: "Kind", values: { EVENT: {}, QUOTE: {} } });

/** A schema with one field for each way in which a resolver can go wrong. */
export const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      hello: { type: GraphQLString, resolve: () => "world" },
      visits: { type: GraphQLInt, resolve: (_, __, context: { visits: number }) => ++context.visits },
      slow: {
        type: GraphQLString,
        args: { ms: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 150 } },
        resolve: (_, { ms }: { ms: number }) => new Promise((done) => setTimeout(done, ms, "done")),
      },
      page: {
        type: GraphQLString,
        resolve() {
          throw new DatelineError("INVALID_PAGE", "first: give at most 100.");
        },
      },
      wrapped: {
        type: GraphQLString,
        resolve() {
          throw new Error("Failed query: select secret", {
            cause: new DatelineError("TOO_SLOW", "Ask for less."),
          });
        },
      },
      coded: {
        type: GraphQLString,
        resolve() {
          throw new GraphQLError("Not yours", { extensions: { code: "FORBIDDEN" } });
        },
      },
      broken: {
        type: GraphQLString,
        resolve() {
          throw new Error("secret of ours");
        },
      },
      text: {
        type: GraphQLString,
        resolve() {
          throw "secret of ours";
        },
      },
      wrongType: { type: GraphQLInt, resolve: () => "secret of ours" },
      missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      day: { type: GraphQLString, args: { is: { type: Day } }, resolve: () => "day" },
      kind: { type: GraphQLString, args: { is: { type: Kind } }, resolve: () => "kind" },
      count: {
        type: GraphQLString,
        args: { of: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 } },
        resolve: (_, { of }: { of: number }) => String(of),
      },
    },
  }),
  mutation: new GraphQLObjectType({
    name: "Mutation",
    fields: { touch: { type: GraphQLString, resolve: () => "touched" } },
  }),
  subscription: new GraphQLObjectType({
    name: "Subscription",
    fields: {
      ticks: {
        type: new GraphQLList(GraphQLInt),
        async *subscribe() {
          yield { ticks: [1] };
          throw new Error("secret of ours");
        },
      },
      numbers: {
        type: GraphQLInt,
        description: "Counts up, and tells how far it has come.",
        async *subscribe(_, __, { passed, telling }: RequestState) {
          passed?.("from-0");
          for (let numbers = 1; ; numbers++) {
            telling?.(`from-${numbers}`);
            yield { numbers };
          }
        },
      },
      unavailable: {
        type: GraphQLInt,
        async *subscribe() {
          yield { unavailable: 1 };
          throw new DatelineError("UNAVAILABLE", "Try again.");
        },
      },
      late: {
        type: GraphQLInt,
        description: "Takes its time to tell what it has found.",
        async *subscribe(_, __, { passed, telling }: RequestState) {
          passed?.("before");
          telling?.("late");
          yield { late: new Promise((done) => setTimeout(done, 100, 1)) };
        },
        resolve: ({ late }: { late: Promise<number> }) => late,
      },
      slowStart: {
        type: GraphQLInt,
        async subscribe(_, __, context: RequestState & { watching?: number }) {
          await new Promise((done) => setTimeout(done, 60));
          context.watching = (context.watching ?? 0) + 1;
          const silence = {
            next: () => new Promise<never>(() => undefined),
            async return() {
              context.watching = (context.watching ?? 0) - 1;
              return { done: true as const, value: undefined };
            },
            [Symbol.asyncIterator]: () => silence,
          };
          return silence;
        },
      },
      silence: {
        type: GraphQLInt,
        description: "Never says anything.",
        subscribe() {
          let end = () => {};
          const over = new Promise<{ done: true; value: undefined }>((resolve) => {
            end = () => resolve({ done: true, value: undefined });
          });
          const silence = {
            next: () => over,
            return() {
              end();
              return over;
            },
            [Symbol.asyncIterator]: () => silence,
          };
          return silence;
        },
      },
    },
  }),
});

/** The lines that a test's server logged. */
export type LogLine = Record<string, unknown> & { msg: string };

/** An app over {@link schema}, and what it logs. */
export function testApp(overrides: Partial<AppDependencies<{ visits: number }>> = {}): {
  app: App;
  lines: LogLine[];
} {
  const lines: LogLine[] = [];
  const logger = createLogger("debug", { write: (line) => void lines.push(JSON.parse(line)) });
  const app = createApp({
    schema,
    createContext: (request) => ({ visits: 0, ...request }),
    ready: () => undefined,
    logger,
    limits: DEFAULT_LIMITS,
    graphiql: true,
    exampleTabs: [
      { name: "The topic's timeline", query: "query Timeline { hello }" },
      { name: "A person's events", query: "query PersonEvents { hello }" },
      { name: "Quotes </script>", query: "query Quotes { hello }" },
      { name: "One event", query: "query OneEvent { hello }" },
    ],
    ...overrides,
  });
  return { app, lines };
}

/** The address of an app over {@link schema} that listens until the test is over, and what it logs. */
export async function serveApp(
  overrides: Partial<AppDependencies<{ visits: number }>> = {},
): Promise<{ url: string; lines: LogLine[] }> {
  const { app, lines } = testApp(overrides);
  const logger = createLogger("silent");
  const server = await listen(app, { host: "127.0.0.1", port: 0, logger });
  onTestFinished(() => server.close());
  return { url: `http://127.0.0.1:${server.port}/graphql`, lines };
}

/** What a GraphQL endpoint answers. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** Runs a query through an app's `fetch`. */
export async function ask(
  app: App,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ response: Response; answer: Answer }> {
  const response = await app.fetch(
    new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query, variables }),
    }),
  );
  return { response, answer: JSON.parse(await response.text()) };
}
