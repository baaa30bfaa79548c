import type { Context, MiddlewareHandler } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Viewer } from "../domain/access.ts";
import type { PageVariables } from "../web/page-variables.ts";
import { errorResponse, wantsHtml } from "./responses.ts";

/** What is known of a request while it is answered. */
export type RequestVariables = RequestIdVariables & PageVariables;

/** Finds out who sent a request: nobody known, or why what they showed is not accepted. */
export type Authenticate = (
  request: Request,
) => Promise<{ readonly viewer: Viewer | null } | { readonly refused: string }>;

/** Who is let in. */
export interface WhoAsks {
  readonly authenticate: Authenticate | undefined;
  /** Whether those who are not known may read. */
  readonly anonymousRead: boolean;
  /** The page that tells a reader why they are not let in. */
  readonly page: ((context: Context, why: string) => Response | Promise<Response>) | undefined;
}

/** What anybody may have: nothing of it is on record. */
const OPEN = /^\/(?:health|assets)\/|^\/(?:readme|favicon\.ico|desk\/sign-in)$/;

const CLOSED =
  "Reading takes a key on this server. Send yours as `Authorization: Bearer …`; whoever runs the server makes keys with `dateline keys create`.";

/**
 * Finds out who asks, refuses with status 401 who shows a key that is not valid and, where reading is not open to all, who
 * shows none; and sees to it that no cache gives to one what another was answered.
 */
export function whoAsks({
  authenticate,
  anonymousRead,
  page,
}: WhoAsks): MiddlewareHandler<{ Variables: RequestVariables }> {
  return async (context, next) => {
    context.set("viewer", null);
    if (OPEN.test(context.req.path)) return next();
    const identified = (await authenticate?.(context.req.raw)) ?? { viewer: null };
    const refused = "refused" in identified ? identified.refused : null;
    if (!("refused" in identified)) context.set("viewer", identified.viewer);
    const isStranger = context.get("viewer") === null;
    if (refused !== null || (isStranger && !anonymousRead)) {
      const why = refused ?? CLOSED;
      const answer =
        page && wantsHtml(context)
          ? await page(context, why)
          : errorResponse(context, 401, "UNAUTHENTICATED", why);
      answer.headers.set("www-authenticate", challenge(refused));
      answer.headers.set("cache-control", "no-store");
      return answer;
    }
    await next();
    const { headers } = context.res;
    context.header("vary", varyOf(headers.get("vary")));
    const caching = headers.get("cache-control");
    if (!isStranger && caching !== null) context.header("cache-control", forOneOnly(caching));
  };
}

/** RFC 6750, section 3: whoever shows nothing is not told of an error. */
function challenge(refused: string | null): string {
  return refused === null
    ? 'Bearer realm="dateline"'
    : 'Bearer realm="dateline", error="invalid_token", error_description="The key is not valid."';
}

function varyOf(known: string | null): string {
  const names = (known ?? "").split(",").map((name) => name.trim().toLowerCase());
  return [...new Set([...names, "authorization", "cookie"])].filter((name) => name !== "").join(", ");
}

function forOneOnly(caching: string): string {
  return caching.replace(/\bpublic\b/, "private").replace(/\bmax-age=\d+/, "max-age=0");
}
