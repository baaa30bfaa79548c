import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import type { JSX } from "hono/jsx/jsx-runtime";
import { mayAct } from "../../domain/access.ts";
import { DatelineError } from "../../domain/errors.ts";
import { percentDecoded } from "../../domain/percent-decoded.ts";
import type { Ask } from "../ask.ts";
import type { PageContext, PageVariables } from "../page-variables.ts";
import { isPassing } from "../passing.ts";
import { add } from "./add.ts";
import { correct } from "./correct.ts";
import { correctEventPage } from "./correct-event.tsx";
import { correctPersonPage } from "./correct-person.tsx";
import { decide } from "./decide.ts";
import { readArticle } from "./draft-query.ts";
import { textFields } from "./form.ts";
import type { Seat } from "./layout.tsx";
import { deskLink, type ReviewPlace } from "./links.ts";
import { paste } from "./paste.ts";
import { pastePage } from "./paste-page.tsx";
import { NotAllowed, Trouble } from "./problems.tsx";
import { queuePage } from "./queue.tsx";
import type { Problem } from "./refusal.ts";
import { reviewPage } from "./review.tsx";
import { FORM_TOKEN, formTokenOf, isOwnForm } from "./session.ts";
import { type Doors, signInRoutes } from "./sign-in-routes.tsx";
import type { Typed } from "./typed.ts";
import { withdrawnPage } from "./withdrawn.tsx";

/** What the desk is made of. */
export interface DeskSettings {
  readonly doors: Doors;
  readonly askFor: (context: PageContext) => Ask;
  /** Whether editors may give an address to fetch. */
  readonly mayFetch: boolean;
  readonly policy: string;
  /** The origin under which editors reach this server, where it is known: a proxy may have another towards it. */
  readonly publicUrl?: string | undefined;
}

/** The largest form that is read, in bytes: a long page of HTML. */
const MOST_BYTES = 5 * 1024 * 1024;

/** What is said of a form that a page of this server did not send. */
const FROM_ELSEWHERE =
  "As far as this server can tell, no page of its own sent this. Load the page again, and send it once more. Behind a proxy, PUBLIC_URL has to be the address that browsers use.";

type DeskContext = PageContext;

/** The pages at which editors review drafts. Each form is answered with a redirect, or with its page again and what is wrong. */
export function deskRoutes({ doors, askFor, mayFetch, policy, publicUrl }: DeskSettings) {
  const routes = new Hono<{ Variables: PageVariables }>();
  const show = (
    context: DeskContext,
    page: JSX.Element,
    status: 200 | 400 | 403 | 404 | 409 | 429 | 503 = 200,
  ) => context.html(html`<!doctype html>${page}`, status, { "content-security-policy": policy });

  routes.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (context) => context.text("That is too long: 5 MB are read at most.", 413),
    }),
    // What no page of this site sent is refused by where it says that it comes from, and then by what it carries.
    csrf({ origin: (origin, context) => origin === publicUrl || origin === originOf(context) }),
    async (context, next) => {
      await next();
      context.header("cache-control", "no-store");
      context.header("referrer-policy", "same-origin");
    },
  );
  routes.route("/", signInRoutes(doors, show));
  routes.use(async (context, next) => {
    const viewer = context.get("viewer");
    if (viewer === null || formTokenOf(context) === null) {
      const { path, method } = context.req;
      // What was to be done is not done after the sign-in: it leads to the page with the form.
      const back = method === "GET" ? path + new URL(context.req.url).search : pageOfForm(path);
      return context.redirect(`/desk/sign-in?${new URLSearchParams({ next: back })}`, 303);
    }
    if (!mayAct(viewer, "EDITOR")) return show(context, <NotAllowed seat={seatOf(context)} />, 403);
    if (context.req.method === "POST") {
      const sent = (await textFields(context))[FORM_TOKEN] ?? "";
      if (!isOwnForm(context, sent)) {
        const why =
          "This form was made for another session. Go back, load the page again, and send it once more.";
        return show(context, <Trouble seat={seatOf(context)} why={why} />, 403);
      }
    }
    return next();
  });
  routes.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 403) return context.text(FROM_ELSEWHERE, 403);
    if (error instanceof HTTPException) return error.getResponse();
    if (!(error instanceof DatelineError)) throw error;
    const status = isPassing(error.code) ? 503 : 400;
    return show(context, <Trouble seat={seatOf(context)} why={error.message} />, status);
  });

  routes.get("/", async (context) => {
    const { topic, min, after } = context.req.query();
    const params = { topic: topic || null, minConfidence: numberOf(min), after: after || null };
    return show(context, await queuePage(askFor(context), seatOf(context), params));
  });
  routes.get("/new", async (context) =>
    show(context, await pastePage(askFor(context), seatOf(context), { mayFetch })),
  );
  routes.post("/new", async (context) => {
    const given = await textFields(context);
    const pasted = await paste(askFor(context), given);
    if ("slug" in pasted) return context.redirect(deskLink.article(pasted.slug), 303);
    const typed = { form: "paste", values: given, problem: pasted };
    return show(context, await pastePage(askFor(context), seatOf(context), { typed, mayFetch }), 400);
  });
  routes.get("/articles/:slug", async (context) => {
    const { draft, min, done } = context.req.query();
    const place = { draft: draft || null, min: numberOf(min), done: done || null };
    return review(context, context.req.param("slug"), place, null);
  });
  routes.post("/articles/:slug/decide", async (context) => {
    const slug = context.req.param("slug");
    const given = await textFields(context);
    const place = { draft: given["draft"] ?? null, min: numberOf(given["min"]) };
    const problem = await decide(askFor(context), given);
    if (problem !== null) return review(context, slug, place, typedBy(given, problem));
    const goOn = given["action"] === "undo" ? place : { min: place.min, done: place.draft };
    return context.redirect(deskLink.article(slug, goOn), 303);
  });
  routes.post("/articles/:slug/add", async (context) => {
    const slug = context.req.param("slug");
    const given = await textFields(context);
    const added = await add(askFor(context), given);
    if ("message" in added) {
      const place = { draft: given["at"] ?? null };
      return review(context, slug, place, { form: "add", values: given, problem: added });
    }
    return context.redirect(deskLink.article(slug, { draft: added.draft }), 303);
  });
  for (const [kind, page] of Object.entries({ events: correctEventPage, people: correctPersonPage })) {
    routes.get(`/${kind}/:slug`, async (context) => {
      const state = { typed: null, done: context.req.query("done") === "1" };
      const found = await page(askFor(context), seatOf(context), context.req.param("slug") ?? "", state);
      if (found !== null) return show(context, found);
      // It was withdrawn just now: there it can be let hold again.
      return state.done ? context.redirect("/desk/withdrawn?done=1", 303) : notThere(context);
    });
  }
  routes.get("/withdrawn", async (context) => {
    const done = context.req.query("done") === "1";
    return show(context, await withdrawnPage(askFor(context), seatOf(context), { done }));
  });
  routes.post("/correct", async (context) => {
    const given = await textFields(context);
    const [page = "/desk/withdrawn", kind, slug = ""] =
      /^\/desk\/(events|people)\/([^/?#]+)$/.exec(given["back"] ?? "") ?? [];
    const problem = await correct(askFor(context), given);
    if (problem === null) return context.redirect(`${page}?done=1`, 303);
    if (kind === undefined)
      return show(context, <Trouble seat={seatOf(context)} why={problem.message} />, 409);
    const state = { typed: typedBy(given, problem), done: false };
    const shown = kind === "people" ? correctPersonPage : correctEventPage;
    const found = await shown(askFor(context), seatOf(context), percentDecoded(slug), state);
    return found === null ? notThere(context) : show(context, found, 409);
  });
  return routes;

  function notThere(context: DeskContext) {
    return show(
      context,
      <Trouble seat={seatOf(context)} why="There is nothing of that name on record." />,
      404,
    );
  }

  async function review(context: DeskContext, slug: string, place: ReviewPlace, typed: Typed | null) {
    const ask = askFor(context);
    const article = await readArticle(ask, slug);
    if (article === null) return notThere(context);
    const page = await reviewPage(ask, article, seatOf(context), { place, typed });
    return show(context, page, typed === null ? 200 : 409);
  }
}

/** What a form had in it that was refused. Its button says which it is. */
function typedBy(values: Readonly<Record<string, string>>, problem: Problem): Typed {
  return { form: values["action"] ?? "", values, problem };
}

/** Who sits at the desk; only asked where somebody does. */
function seatOf(context: DeskContext): Seat {
  const viewer = context.get("viewer");
  const mayEdit = viewer !== null && mayAct(viewer, "EDITOR");
  return { name: viewer?.name ?? "", formToken: formTokenOf(context) ?? "", mayEdit };
}

/** Where a browser that asks sees this server, as far as the request and the proxies tell. */
function originOf(context: Context): string {
  const { protocol, host } = new URL(context.req.url);
  return `${context.get("secure") === true ? "https:" : protocol}//${host}`;
}

/** The page of the desk that has the form which is sent to a path. */
function pageOfForm(path: string): string {
  return /^\/desk\/(?:new$|articles\/[^/]+(?=\/))/.exec(path)?.[0] ?? "/desk";
}

function numberOf(text: string | undefined): number | null {
  const number = Number(text);
  return text && number >= 0 && number <= 1 ? number : null;
}
