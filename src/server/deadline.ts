import { GraphQLError } from "graphql";
import type { ErrorCode } from "../domain/errors.ts";

const TIMEOUT: ErrorCode = "TIMEOUT";

/** Answers a request, and stops when the signal says so. */
type Answer<T> = (signal: AbortSignal) => Promise<T>;

/** How long an answer may take. */
interface Deadline<T> {
  /** In milliseconds; 0 for no limit. */
  readonly timeoutMs: number;
  /** The answer that is given instead. */
  readonly expired: (error: GraphQLError) => T;
  /** Called with an answer that comes too late, so that it does not wait for a reader for ever, as a subscription would. */
  readonly discard?: (late: T) => unknown;
}

/**
 * Gives an answer `timeoutMs` to be made. When they have passed, what makes it is told to stop, and the request is
 * answered with an error that has the code TIMEOUT, whether it has stopped or not.
 */
export async function withDeadline<T>(
  answer: Answer<T>,
  { timeoutMs, expired: answerLate, discard }: Deadline<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  if (timeoutMs === 0) return answer(signal);
  const expired = new Promise<T>((resolve) => {
    signal.addEventListener("abort", () => resolve(answerLate(signal.reason)), { once: true });
  });
  // Made when it is needed: an error takes longer to make than many an answer.
  const expire = () => {
    const message = `The answer took longer than ${timeoutMs} ms. Ask for less, or for shorter pages.`;
    controller.abort(new GraphQLError(message, { extensions: { code: TIMEOUT } }));
  };
  const timer = setTimeout(expire, timeoutMs);
  const end = performance.now() + timeoutMs;
  // The executor asks this before each field. No timer runs within a step that blocks, so the clock is asked as well.
  signal.throwIfAborted = () => {
    if (!signal.aborted && performance.now() > end) expire();
    AbortSignal.prototype.throwIfAborted.call(signal);
  };
  const answered = answer(signal);
  try {
    const response = await Promise.race([answered, expired]);
    if (signal.aborted) {
      void answered.then((late) => (late === response ? undefined : discard?.(late))).catch(() => undefined);
    }
    return response;
  } finally {
    clearTimeout(timer);
  }
}

/** The answer to a request that took too long, with status 504, as the client's `Accept` header wants it. */
export function timeoutResponse(error: GraphQLError, accept: string | null): Response {
  const type = accept?.includes("application/graphql-response+json")
    ? "application/graphql-response+json"
    : "application/json";
  return new Response(timeoutBody(error), {
    status: 504,
    headers: { "content-type": `${type}; charset=utf-8` },
  });
}

/** What it says. */
export function timeoutBody(error: GraphQLError): string {
  return JSON.stringify({ errors: [error] });
}
