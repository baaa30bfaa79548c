import type { Context } from "hono";

/** Where this server is found: as it was told, else as the request says, whose answer is then for nobody else. */
export function whereItIs(context: Context, publicUrl: string | undefined) {
  const headers: Record<string, string> =
    publicUrl === undefined ? { "cache-control": "private, max-age=0, must-revalidate" } : {};
  return { origin: publicUrl ?? new URL(context.req.url).origin, headers };
}
