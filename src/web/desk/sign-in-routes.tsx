import { Hono } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { PageContext, PageVariables } from "../page-variables.ts";
import { textFields } from "./form.ts";
import { dropSession, FORM_TOKEN, isOwnForm, keepSession, sessionToken } from "./session.ts";
import { signInPage } from "./sign-in.tsx";

/** How one comes in, and goes. */
export interface Doors {
  /** Opens a session for whoever has a key; says why not, or for how many seconds a client's keys are not looked at. */
  open(
    key: string,
    client: string,
  ): Promise<{ readonly token: string } | { readonly refused: string } | { readonly waitFor: number }>;
  /** Ends a session. */
  close(token: string): Promise<void>;
  /** How long a session holds, in milliseconds. */
  readonly lastsMs: number;
}

type Show = (
  context: PageContext,
  page: JSX.Element,
  status?: 200 | 400 | 403 | 429,
) => Response | Promise<Response>;

/** Signing in with a key, and out. */
export function signInRoutes(doors: Doors, show: Show) {
  const routes = new Hono<{ Variables: PageVariables }>();

  routes.get("/sign-in", (context) =>
    show(context, signInPage({ next: pageOf(context.req.query("next")), problem: null })),
  );
  routes.post("/sign-in", async (context) => {
    const { key = "", next: asked } = await textFields(context);
    const next = pageOf(asked);
    const opened = await doors.open(key, context.get("client") ?? "");
    if ("waitFor" in opened) {
      context.header("retry-after", String(opened.waitFor));
      return show(context, signInPage({ next, problem: tooMany(opened.waitFor) }), 429);
    }
    if ("refused" in opened) return show(context, signInPage({ next, problem: opened.refused }), 403);
    // Nobody could sign out of it any more.
    const before = sessionToken(context);
    if (before !== null) await doors.close(before);
    keepSession(context, opened.token, doors.lastsMs);
    return context.redirect(next, 303);
  });
  routes.post("/sign-out", async (context) => {
    const token = sessionToken(context);
    if (token !== null && isOwnForm(context, (await textFields(context))[FORM_TOKEN] ?? "")) {
      await doors.close(token);
      dropSession(context);
    }
    return context.redirect("/desk/sign-in", 303);
  });
  return routes;
}

/** A page of this site to go to; the queue, where what is asked for is none. */
function pageOf(asked: string | undefined): string {
  return asked !== undefined && /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(asked) ? asked : "/desk";
}

function tooMany(seconds: number): string {
  const when = seconds > 120 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
  return `Too many wrong keys were tried from here. Try again in ${when}.`;
}
