import type { MiddlewareHandler } from "hono";
import { errorResponse } from "./responses.ts";

const ACCEPTED = ["application/json", "application/graphql+json", "application/graphql"];

/**
 * Refuses POST requests of any type that is not GraphQL's with status 415. A page of another origin may send
 * `text/plain` and what forms send without asking first; for the types that are left, a browser asks by CORS.
 */
export function refuseForms(): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method !== "POST") return next();
    const type = context.req.header("content-type")?.split(/[;,]/)[0]?.trim().toLowerCase() ?? "";
    if (ACCEPTED.includes(type)) return next();
    return errorResponse(
      context,
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      `A body of type ${type === "" ? "unknown" : JSON.stringify(type)} is not read. Send JSON with the header content-type: application/json.`,
    );
  };
}
