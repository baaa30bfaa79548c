import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { html } from "hono/html";
import { mayAct, type Viewer } from "../domain/access.ts";
import { utcDay } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import type { Fetching } from "../edit/articles.ts";
import type { Source } from "../graphql/context.ts";
import { packagePath } from "../package-root.ts";
import { articlePage } from "./article.tsx";
import { asOfProblem } from "./as-of-problem.ts";
import { asker } from "./ask.ts";
import { calendar } from "./calendar.ts";
import { changesPage } from "./changes.tsx";
import { type DeskSettings, deskRoutes } from "./desk/routes.tsx";
import { eventPage } from "./event.tsx";
import { exportRoutes } from "./export/routes.ts";
import { feed } from "./feed.ts";
import { homePage } from "./home.tsx";
import { Page } from "./layout.tsx";
import type { PageContext, PageVariables } from "./page-variables.ts";
import { timelineParams } from "./params.ts";
import { isPassing } from "./passing.ts";
import { type AgentKind, agentPage } from "./person.tsx";
import { Refused } from "./refused.ts";
import { searchPage } from "./search.tsx";
import { SearchForm } from "./search-form.tsx";
import { topicPage } from "./topic.tsx";

/** Nothing from elsewhere, nothing inline, no frames around but for what is there to be embedded. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The pages for readers, rendered from the API's own answers. What is on record changes at any time: caches keep a page, and
 * ask each time whether it still holds.
 */
export function pageRoutes(
  store: Source,
  now: () => Date,
  desk?: Pick<DeskSettings, "doors"> & { readonly fetching: Fetching },
): Hono<{ Variables: PageVariables }> {
  const routes = new Hono<{ Variables: PageVariables }>();
  const askFor = (context: PageContext) =>
    asker(store, now, context.get("viewer"), { fetching: desk?.fetching ?? null });
  const asset = (name: string) => readFile(packagePath(`src/web/assets/${name}`), "utf8");
  const assets = new Map(
    Object.entries({
      "style.css": "text/css",
      "desk.css": "text/css",
      "page.js": "text/javascript",
      "desk.js": "text/javascript",
    }).map(([name, type]) => [name, { type, text: asset(name) }]),
  );

  routes.use(compress());
  routes.use((context, next) => pageTag(context.get("viewer") ?? null)(context, next));
  routes.use(async (context, next) => {
    await next();
    // Feeds and calendars name the address that they were asked at: what one reader got is not for another.
    const whose = /\.(?:atom|ics)$/.test(context.req.path) ? "private" : "public";
    if (context.res.headers.has("cache-control")) return;
    context.header("cache-control", `${whose}, max-age=0, must-revalidate`);
  });
  routes.get("/assets/:name", async (context, next) => {
    const found = assets.get(context.req.param("name"));
    if (found === undefined) return next();
    return context.body(await found.text, 200, { "content-type": `${found.type}; charset=utf-8` });
  });
  if (desk)
    routes.route(
      "/desk",
      deskRoutes({ doors: desk.doors, mayFetch: desk.fetching !== null, askFor, policy: POLICY }),
    );
  routes.use(async (context, next) => {
    // What is for programs says so itself, without a page.
    const isPage = !context.req.path.includes(".");
    const problem = isPage ? asOfProblem(context.req.query("asOf"), utcDay(now())) : null;
    if (problem === null) return next();
    return answer(context, Promise.resolve(new Refused(<NotShown why={problem} />)));
  });
  routes.get("/", (context) =>
    answer(context, homePage(askFor(context), utcDay(now()), context.req.query("after") || null)),
  );
  routes.get("/search", (context) =>
    answer(
      context,
      searchPage(askFor(context), (context.req.query("q") ?? "").trim(), context.req.query("after") || null),
    ),
  );
  routes.route("/", exportRoutes(store, now));
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
      return answer(
        context,
        agentPage(askFor(context), kind, slug, paramsOf(context), quotesAfter, isEditor(context)),
      );
    });
  }
  routes.get("/topics/:slug/changes", (context) =>
    answer(
      context,
      changesPage(askFor(context), context.req.param("slug"), paramsOf(context).asOf, utcDay(now())),
    ),
  );
  routes.get("/embed/topics/:slug", async (context) => {
    const page = topicPage(askFor(context), context.req.param("slug"), paramsOf(context), {
      today: utcDay(now()),
      embedded: true,
    });
    return answer(context, page, POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
  });
  for (const kind of ["topics", "people"] as const) {
    routes.get(`/${kind}/:slug/feed.atom`, async (context, next) => {
      const found = await feed(askFor(context), kind, context.req.param("slug") ?? "", originOf(context));
      return found === null
        ? next()
        : context.body(String(found), 200, { "content-type": "application/atom+xml; charset=utf-8" });
    });
  }
  routes.get("/topics/:slug/calendar.ics", async (context, next) => {
    const found = await calendar(askFor(context), context.req.param("slug"), originOf(context));
    return found === null
      ? next()
      : context.body(found, 200, { "content-type": "text/calendar; charset=utf-8" });
  });
  const details = { events: eventPage, articles: articlePage };
  for (const [kind, page] of Object.entries(details)) {
    routes.get(`/${kind}/:slug`, (context) =>
      answer(
        context,
        page(askFor(context), context.req.param("slug") ?? "", paramsOf(context).asOf, isEditor(context)),
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

/** Where this server is found, as the request says. */
function originOf(context: Context): string {
  return new URL(context.req.url).origin;
}

function paramsOf(context: Context) {
  return timelineParams(new URL(context.req.url).searchParams);
}

/** A page, or one that says that there is none, or why it cannot be shown. */
async function answer(context: Context, page: ReturnType<typeof topicPage>, policy = POLICY) {
  const { status, body } = await page.then(
    (found) => {
      if (found === null) return { status: 404 as const, body: <NotFound /> };
      if (found instanceof Refused) return { status: 400 as const, body: found.page };
      return { status: 200 as const, body: found };
    },
    (error) => {
      if (!(error instanceof DatelineError)) throw error;
      const status = isPassing(error.code) ? (503 as const) : (400 as const);
      return { status, body: <NotShown why={error.message} /> };
    },
  );
  return context.html(html`<!doctype html>${body}`, status, { "content-security-policy": policy });
}

function NotFound() {
  return (
    <Page title="Not found">
      <h1>There is no such page</h1>
      <p>Nothing of that name is on record, or was by the day asked about.</p>
      <SearchForm />
      <p>
        Or look at the <a href="/">topics</a>.
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
