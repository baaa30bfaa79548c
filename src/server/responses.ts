import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Answers with an error in the shape that GraphQL clients read, wherever it came from. */
export function errorResponse(context: Context, status: ContentfulStatusCode, code: string, message: string) {
  return context.json({ errors: [{ message, extensions: { code } }] }, status);
}

/** The same where there is no context. */
export function graphqlError(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}

/** Whether the request was made by somebody looking at a browser. */
export function wantsHtml(context: Context): boolean {
  return context.req.header("accept")?.includes("text/html") ?? false;
}
