import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { html } from "hono/html";
import { mayAct, type Viewer } from "../domain/access.ts";
import { type Day, isDay, utcDay } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import type { Fetching } from "../edit/articles.ts";
import type { Source } from "../graphql/context.ts";
import { packagePath } from "../package-root.ts";
import { articlePage } from "./article.tsx";
import { asker } from "./ask.ts";
import { calendar } from "./calendar.ts";
import { changesPage } from "./changes.tsx";
import { DESK_STYLES } from "./desk/layout.tsx";
import { type DeskSettings, deskRoutes } from "./desk/routes.tsx";
import { eventPage } from "./event.tsx";
import { exportRoutes } from "./export/routes.ts";
import { feed } from "./feed.ts";
import { homePage } from "./home.tsx";
import { Page, STYLES } from "./layout.tsx";
import { leavingTheFrame } from "./leaving-the-frame.ts";
import { linkTo } from "./links.ts";
import type { PageContext, PageVariables } from "./page-variables.ts";
import { seenFrom, timelineParams } from "./params.ts";
import { isPassing } from "./passing.ts";
import { type AgentKind, agentPage } from "./person.tsx";
import { Refused } from "./refused.ts";
import { searchPage } from "./search.tsx";
import { SearchForm } from "./search-form.tsx";
import { topicPage } from "./topic.tsx";
import { whereItIs } from "./where-it-is.ts";

/** Nothing from elsewhere, nothing inline, no frames around but for what is there to be embedded. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What pages need besides the record. */
export interface PageSettings {
  /**
   * The origin under which readers reach this server; without it, links of feeds and calendars are as the request says,
   * whom no cache may answer for another.
   */
  readonly publicUrl?: string | undefined;
  /** What the desk is made of; without it, there is none. */
  readonly desk?: Pick<DeskSettings, "doors"> & { readonly fetching: Fetching };
}

/**
 * The pages for readers, rendered from the API's own answers. What is on record changes at any time: caches keep a page, and
 * ask each time whether it still holds.
 */
export function pageRoutes(
  store: Source,
  now: () => Date,
  { publicUrl, desk }: PageSettings = {},
): Hono<{ Variables: PageVariables }> {
  const routes = new Hono<{ Variables: PageVariables }>();
  const askFor = (context: PageContext) =>
    asker(store, now, context.get("viewer"), { fetching: desk?.fetching ?? null });
  const asset = (name: string) => readFile(packagePath(`src/web/assets/${name}`), "utf8");
  const paramsOf = (context: Context) => timelineParams(new URL(context.req.url).searchParams, utcDay(now()));
  /** Refuses a day that is none: see `seenFrom`. */
  const asOf = async (context: Context) => seenFrom(paramsOf(context));

  routes.use(compress());
  routes.use((context, next) => pageTag(context.get("viewer") ?? null)(context, next));
  routes.use(async (context, next) => {
    await next();
    if (context.res.headers.has("cache-control")) return;
    context.header("cache-control", "public, max-age=0, must-revalidate");
  });
  for (const name of [...STYLES, ...DESK_STYLES, "page.js", "desk.js"]) {
    const content = asset(name);
    const type = name.endsWith(".css") ? "text/css" : "text/javascript";
    routes.get(`/assets/${name}`, async (context) =>
      context.body(await content, 200, { "content-type": `${type}; charset=utf-8` }),
    );
  }
  if (desk) {
    const mayFetch = desk.fetching !== null;
    routes.route("/desk", deskRoutes({ doors: desk.doors, mayFetch, askFor, policy: POLICY, publicUrl }));
  }
  routes.get("/", (context) =>
    answer(
      context,
      asOf(context).then((day) =>
        homePage(askFor(context), utcDay(now()), day, context.req.query("after") || null),
      ),
    ),
  );
  routes.get("/search", (context) =>
    answer(
      context,
      asOf(context).then((day) =>
        searchPage(
          askFor(context),
          (context.req.query("q") ?? "").trim(),
          day,
          context.req.query("after") || null,
        ),
      ),
    ),
  );
  routes.route("/", exportRoutes(store, now, publicUrl));
  routes.get("/topics/:slug", (context) =>
    answer(
      context,
      topicPage(askFor(context), context.req.param("slug"), paramsOf(context), { today: utcDay(now()) }),
    ),
  );
  for (const kind of ["people", "organizations"] satisfies AgentKind[]) {
    routes.get(`/${kind}/:slug`, (context) => {
      const quotesAfter = context.req.query("quotesAfter") || null;
      const slug = context.req.param("slug") ?? "";
      const page = asOf(context).then(() =>
        agentPage(askFor(context), kind, slug, paramsOf(context), quotesAfter, isEditor(context)),
      );
      return answer(context, page);
    });
  }
  routes.get("/topics/:slug/changes", (context) =>
    answer(
      context,
      asOf(context).then((day) => changesPage(askFor(context), context.req.param("slug"), day)),
    ),
  );
  routes.get("/embed/topics/:slug", async (context) => {
    const page = topicPage(askFor(context), context.req.param("slug"), paramsOf(context), {
      today: utcDay(now()),
      embedded: true,
    });
    const policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");
    return answer(context, page, { policy, embedded: true });
  });
  for (const kind of ["topics", "people"] as const) {
    routes.get(`/${kind}/:slug/feed.atom`, async (context, next) => {
      const { origin, headers } = whereItIs(context, publicUrl);
      const found = await feed(askFor(context), kind, context.req.param("slug") ?? "", origin);
      return found === null
        ? next()
        : context.body(String(found), 200, {
            ...headers,
            "content-type": "application/atom+xml; charset=utf-8",
          });
    });
  }
  routes.get("/topics/:slug/calendar.ics", async (context, next) => {
    const { origin, headers } = whereItIs(context, publicUrl);
    const found = await calendar(askFor(context), context.req.param("slug"), origin);
    return found === null
      ? next()
      : context.body(found, 200, { ...headers, "content-type": "text/calendar; charset=utf-8" });
  });
  const details = { events: eventPage, articles: articlePage };
  for (const [kind, page] of Object.entries(details)) {
    routes.get(`/${kind}/:slug`, (context) =>
      answer(
        context,
        asOf(context).then((day) =>
          page(askFor(context), context.req.param("slug") ?? "", day, paramsOf(context), isEditor(context)),
        ),
      ),
    );
  }
  routes.get("*", (context, next) =>
    context.req.header("accept")?.includes("text/html") ? answer(context, Promise.resolve(null)) : next(),
  );
  return routes;
}

/**
 * The entity tags of pages, of each reader who is known others than of strangers. They are weak: a page is the same, however it is
 * compressed.
 */
function pageTag(viewer: Viewer | null) {
  if (viewer === null) return etag({ weak: true });
  const whose = Buffer.from(`${viewer.scope} ${viewer.key}\n`);
  return etag({
    weak: true,
    generateDigest: (body) => crypto.subtle.digest("SHA-1", Buffer.concat([whose, body])),
  });
}

/** The page that says that something went wrong here, which is not the reader's fault. */
export function faultPage(context: Context) {
  const body = html`<!doctype html>${<Fault />}`;
  return context.html(body, 500, { "content-security-policy": POLICY, "cache-control": "no-store" });
}

/** The page that says why somebody is not let in. */
export function closedPage(context: Context, why: string) {
  const body = html`<!doctype html>${<Closed why={why} />}`;
  return context.html(body, 401, { "content-security-policy": POLICY });
}

function isEditor(context: PageContext): boolean {
  return mayAct(context.get("viewer") ?? null, "EDITOR");
}

/** A page, or one that says that there is none, or why it cannot be shown. */
async function answer(
  context: Context,
  page: ReturnType<typeof topicPage>,
  { policy = POLICY, embedded = false }: { readonly policy?: string; readonly embedded?: boolean } = {},
) {
  const { status, body } = await page.then(
    (found) => {
      if (found === null) return { status: 404 as const, body: <NotFound asOf={dayOf(context)} /> };
      if (found instanceof Refused) return { status: 400 as const, body: found.page };
      return { status: 200 as const, body: found };
    },
    (error) => {
      if (!(error instanceof DatelineError)) throw error;
      const status = isPassing(error.code) ? (503 as const) : (400 as const);
      return { status, body: <NotShown why={error.message} /> };
    },
  );
  const text = String(await html`<!doctype html>${body}`);
  return context.html(embedded ? leavingTheFrame(text) : text, status, { "content-security-policy": policy });
}

/** The day that a page that is not there was asked for, to keep it on the links. */
function dayOf(context: Context): Day | null {
  const day = context.req.query("asOf");
  return day !== undefined && isDay(day) ? day : null;
}

function NotFound({ asOf }: { readonly asOf: Day | null }) {
  return (
    <Page title="Not found" asOf={asOf}>
      <h1>There is no such page</h1>
      <p>Nothing of that name is on record, or was by the day asked about.</p>
      <SearchForm asOf={asOf} />
      <p>
        Or look at the <a href={linkTo.home(asOf)}>topics</a>.
      </p>
    </Page>
  );
}

function NotShown({ why }: { readonly why: string }) {
  return (
    <Page title="Cannot be shown">
      <h1>That cannot be shown</h1>
      <p class="banner">{why}</p>
      <p>Go back and change what you asked for, or look for something else.</p>
      <SearchForm />
      <p>
        Or look at the <a href="/">topics</a>.
      </p>
    </Page>
  );
}

function Closed({ why }: { readonly why: string }) {
  return (
    <Page title="Not open to everybody">
      <h1>This takes a key</h1>
      <p class="banner">{why}</p>
    </Page>
  );
}

function Fault() {
  return (
    <Page title="Something went wrong">
      <h1>Something went wrong here</h1>
      <p>It is not your fault, and it is written down for whoever runs this. Try again in a moment.</p>
      <p>
        Or look at the <a href="/">topics</a>.
      </p>
    </Page>
  );
}
