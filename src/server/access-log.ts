import type { MiddlewareHandler } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Logger } from "./log.ts";

/**
 * Logs one line a request, without its query string and body: they may hold what only the sender should know.
 * Health checks, which come every few seconds, are logged at level debug.
 */
export function accessLog(logger: Logger): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const { method, path } = context.req;
    const { status } = context.res;
    logRequest(logger, { requestId: context.get("requestId"), method, path, status, started });
  };
}

/** What a line of the access log is made of. */
interface Answered {
  readonly requestId: string;
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  readonly status: number;
  /** When it came, as `performance.now()` has it. */
  readonly started: number;
}

/** Writes the line of one request. */
export function logRequest(logger: Logger, { started, ...answered }: Answered): void {
  const level = answered.path.startsWith("/health/") ? "debug" : "info";
  logger[level]({ ...answered, ms: Math.round((performance.now() - started) * 10) / 10 }, "request");
}
