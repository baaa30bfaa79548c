import { GraphQLError } from "graphql";
import type { ErrorCode } from "../domain/errors.ts";

const TIMEOUT: ErrorCode = "TIMEOUT";

/** Answers a request, and stops when the signal says so. */
type Answer = (signal: AbortSignal) => Promise<Response>;

/**
 * Gives an answer `timeoutMs` to be made. When they have passed, what makes it is told to stop, and the request is
 * answered with status 504 and the code TIMEOUT, whether it has stopped or not.
 *
 * @param timeoutMs 0 for no limit
 * @param accept the media types that the client takes, as its header says
 */
export async function withDeadline(
  answer: Answer,
  { timeoutMs, accept }: { readonly timeoutMs: number; readonly accept: string | null },
): Promise<Response> {
  const controller = new AbortController();
  const { signal } = controller;
  if (timeoutMs === 0) return answer(signal);
  const message = `The answer took longer than ${timeoutMs} ms. Ask for less, or for shorter pages.`;
  const error = new GraphQLError(message, { extensions: { code: TIMEOUT } });
  const expired = new Promise<Response>((resolve) => {
    signal.addEventListener("abort", () => resolve(timeoutResponse(error, accept)), { once: true });
  });
  const expire = () => controller.abort(error);
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
    // What comes too late must not wait for a reader for ever, as a subscription would.
    if (signal.aborted) {
      void answered
        .then((late) => (late === response ? undefined : late.body?.cancel()))
        .catch(() => undefined);
    }
    return response;
  } finally {
    clearTimeout(timer);
  }
}

function timeoutResponse(error: GraphQLError, accept: string | null): Response {
  const type = accept?.includes("application/graphql-response+json")
    ? "application/graphql-response+json"
    : "application/json";
  return new Response(JSON.stringify({ errors: [error] }), {
    status: 504,
    headers: { "content-type": `${type}; charset=utf-8` },
  });
}
