import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errorResponse } from "./responses.ts";

/**
 * Refuses request bodies of more than `maxBytes` with status 413.
 *
 * A body whose length the client declared is judged by that alone, since the HTTP parser reads no further; it keeps
 * the fast way of reading a body open, which looking at `request.body` would close. One of unknown length is counted
 * while it is read.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const refuse: Parameters<typeof bodyLimit>[0]["onError"] = (context) =>
    errorResponse(
      context,
      413,
      "REQUEST_TOO_LARGE",
      `The request is larger than ${maxBytes} bytes. Send less text, or pass long values in several requests.`,
    );
  const counted = bodyLimit({ maxSize: maxBytes, onError: refuse });
  return (context, next) => {
    const { method, raw } = context.req;
    if (method === "GET" || method === "HEAD") return next();
    const declared = raw.headers.get("content-length");
    if (declared === null || raw.headers.has("transfer-encoding")) return counted(context, next);
    return Number(declared) > maxBytes ? Promise.resolve(refuse(context)) : next();
  };
}
