import { PothosValidationError } from "@pothos/core";
// By its file: a bundler or test runner would take the ESM twin, whose GraphQLError is another class than yoga's.
import { GraphQLError, Kind } from "graphql";
import { isAsyncIterable, mapAsyncIterator, type Plugin } from "graphql-yoga";
import type { Viewer } from "../domain/access.ts";
import { DatelineError } from "../domain/errors.ts";
import type { Logger } from "./log.ts";
import type { PersistedOperation } from "./persisted/operation.ts";

/** Messages go out up to here, in characters: some show what was sent, whole. */
const LONGEST_MESSAGE = 1_000;

/** What the server hands to each GraphQL request. */
export interface RequestContext {
  /** What becomes known while the request is answered; yoga copies the context, and leaves this one object be. */
  readonly asked: {
    /** The registered operation that is asked for. */
    persisted?: PersistedOperation;
    /** Whether that was answered, once and without an error. */
    answeredWhole?: boolean;
    /** How far a subscription has come in the change log, and what it tells next. */
    cursor?: string;
    telling?: string;
  };
  /** The cursor after which a client that was cut off goes on (`Last-Event-ID`). */
  readonly resumeAfter: string | null;
  readonly requestId: string;
  /** By what its subscriptions are counted. */
  readonly client: string;
  /** Null for a stranger. */
  readonly viewer: Viewer | null;
  /** Whether they may still ask: what they showed may have been revoked since. */
  readonly isLetIn: () => Promise<boolean>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * Gives every error that leaves the GraphQL endpoint a code in `extensions.code`, and masks those that are no
 * business of the client's. It takes the place of yoga's own masking, which knows neither our errors nor the request.
 */
export function errorCodes(logger: Logger): Plugin<object, RequestContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      const { requestId } = serverContext;
      const finish = <Result extends { errors?: readonly GraphQLError[] }>(one: Result): Result =>
        one.errors === undefined
          ? one
          : { ...one, errors: one.errors.map((error) => shortened(presentError(error, requestId, logger))) };

      if (isAsyncIterable(result)) setResult(mapAsyncIterator(result, finish));
      else setResult(Array.isArray(result) ? result.map(finish) : finish(result));
    },
  };
}

/**
 * An error as clients see it. One that they can do something about keeps its message; anything else is logged whole
 * and replaced by one that names the request, so that a report of it leads to the log line.
 */
export function presentError(error: GraphQLError, requestId: string, logger: Logger): GraphQLError {
  const chain = causes(error);
  const ours = chain.find((cause) => cause instanceof DatelineError);
  if (ours !== undefined) {
    // A resolver's error may have been wrapped by the database layer; a value's says which variable it was.
    return withCode(error, ours.code, error.path === undefined ? error.message : ours.message);
  }
  if (!isForClient(error, chain)) {
    logger.error({ err: chain.at(-1), path: error.path?.join("."), requestId }, "unexpected error");
    const { http } = error.extensions;
    return new GraphQLError("Internal server error", {
      ...placeOf(error),
      // yoga reads `unexpected` to choose the status, and leaves it out of the answer.
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId, unexpected: true, ...(http ? { http } : {}) },
    });
  }
  return withCode(error, codeOf(chain) ?? "BAD_USER_INPUT", error.message);
}

/**
 * Whether somebody meant the message for the client: an error about the request itself (it has no path), a variable
 * or an argument (the executor attaches the nodes at fault), or one with a code. A GraphQLError without any of that
 * comes from a value of ours that the schema does not allow.
 */
function isForClient(error: GraphQLError, chain: readonly Error[]): boolean {
  if (extension(chain, "unexpected") === true) return false;
  const aboutRequest = error.path === undefined;
  if (aboutRequest && codeOf([error]) !== undefined) return true;
  if (aboutRequest && error.nodes?.some((node) => node.kind === Kind.VARIABLE_DEFINITION)) return true;
  const origin = chain.at(-1);
  if (!(origin instanceof GraphQLError)) return false;
  if (codeOf(chain) !== undefined || origin instanceof PothosValidationError) return true;
  return origin === error ? aboutRequest : origin.nodes !== undefined;
}

function codeOf(chain: readonly Error[]): string | undefined {
  const code = extension(chain, "code");
  return typeof code === "string" ? code : undefined;
}

/** The outermost value of an extension. */
function extension(chain: readonly Error[], name: string): unknown {
  return chain
    .map((cause) => (cause instanceof GraphQLError ? cause.extensions[name] : undefined))
    .find((value) => value !== undefined);
}

/** An error and what it wraps, outermost first. */
function causes(error: Error): Error[] {
  const chain: Error[] = [];
  let next: unknown = error;
  while (next instanceof Error && !chain.includes(next)) {
    chain.push(next);
    next = next instanceof GraphQLError ? next.originalError : next.cause;
  }
  return chain;
}

function withCode(error: GraphQLError, code: string, message: string): GraphQLError {
  if (extension([error], "code") === code && error.message === message) return error;
  return new GraphQLError(message, { ...placeOf(error), extensions: { ...error.extensions, code } });
}

/** An error with a message that is fit to be read. */
function shortened(error: GraphQLError): GraphQLError {
  if (error.message.length <= LONGEST_MESSAGE) return error;
  const { extensions } = error;
  return new GraphQLError(`${error.message.slice(0, LONGEST_MESSAGE)}…`, { ...placeOf(error), extensions });
}

function placeOf({ nodes, source, positions, path }: GraphQLError) {
  return { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, path: path ?? null };
}
