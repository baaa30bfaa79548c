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
    const level = path.startsWith("/health/") ? "debug" : "info";
    logger[level](
      {
        requestId: context.get("requestId"),
        method,
        path,
        status: context.res.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
      },
      "request",
    );
  };
}
