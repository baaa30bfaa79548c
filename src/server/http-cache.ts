import { createHash } from "node:crypto";

/**
 * Makes the answer to a persisted query one that browsers and shared caches may keep, and answers 304 without a body
 * where the client has it already.
 *
 * What is on record changes at any time, and a story that was corrected must not be shown as it was: with a
 * `maxAgeSeconds` of 0, a cache asks each time whether its copy still holds, and the entity tag saves sending it
 * again. `public` is right while everybody gets the same answer; one that depends on who asks must be `private`.
 */
export async function forCaches(
  request: Request,
  response: Response,
  maxAgeSeconds: number,
): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  const body = await response.text();
  const headers = cacheHeaders(type, body, maxAgeSeconds);
  if (hasCopy(request.headers.get("if-none-match"), headers.etag))
    return new Response(null, { status: 304, headers });
  return new Response(body, { status: response.status, headers: { ...headers, "content-type": type } });
}

/** What tells caches how long they may keep an answer, and what it is known by. */
export function cacheHeaders(type: string, body: string | Buffer, maxAgeSeconds: number) {
  return {
    etag: `"${createHash("sha256").update(type).update("\0").update(body).digest("base64url")}"`,
    "cache-control": `public, max-age=${maxAgeSeconds}, must-revalidate`,
    // The same address answers with either of two types of JSON.
    vary: "accept",
  };
}

/** Whether an If-None-Match header names an entity tag, by the weak comparison that the header asks for. */
export function hasCopy(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}
