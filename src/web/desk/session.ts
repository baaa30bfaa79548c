import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { formToken, isFormOf } from "../../access/sessions.ts";
import type { PageContext } from "../page-variables.ts";

/** The cookie that holds a session's token. */
const COOKIE = "dateline_session";

/** The field of a form that says which session it was made for. */
export const FORM_TOKEN = "form-token";

/** The token of the session that a request belongs to, whether or not it still holds. */
export function sessionToken(context: Context): string | null {
  return tokenIn(context.req.header("cookie") ?? null);
}

/** The same from a `Cookie` header: of several, the first, for whoever asks who it is and for whoever checks a form. */
export function tokenIn(header: string | null): string | null {
  const [, token] = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{20,100})(?:;|$)`).exec(header ?? "") ?? [];
  return token ?? null;
}

/** Has the browser keep a session: no script sees it, no other site sends it, and over https nothing else carries it. */
export function keepSession(context: PageContext, token: string, lastsMs: number): void {
  setCookie(context, COOKIE, token, {
    httpOnly: true,
    sameSite: "Lax",
    secure: context.get("secure") ?? false,
    path: "/",
    maxAge: Math.floor(lastsMs / 1_000),
  });
}

/** Has the browser forget it. */
export function dropSession(context: PageContext): void {
  deleteCookie(context, COOKIE, { path: "/", secure: context.get("secure") ?? false });
}

/** What the forms of a page carry; null where nobody is signed in. */
export function formTokenOf(context: Context): string | null {
  const token = sessionToken(context);
  return token === null ? null : formToken(token);
}

/** Whether a form that was sent is one of this session's. */
export function isOwnForm(context: Context, given: string): boolean {
  const token = sessionToken(context);
  return token !== null && isFormOf(token, given);
}
