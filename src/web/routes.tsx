import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { html } from "hono/html";
import type { Source } from "../graphql/context.ts";
import { packagePath } from "../package-root.ts";
import { articlePage } from "./article.tsx";
import { asker } from "./ask.ts";
import { eventPage } from "./event.tsx";
import { homePage } from "./home.tsx";
import { Page } from "./layout.tsx";
import { timelineParams } from "./params.ts";
import { personPage } from "./person.tsx";
import { searchPage } from "./search.tsx";
import { topicPage } from "./topic.tsx";

/** Nothing from elsewhere, no scripts, no frames around. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The pages for readers, rendered from the API's own answers. What is on record changes at any time: caches keep a page, and
 * ask each time whether it still holds.
 */
export function pageRoutes(store: Source, now: () => Date): Hono {
  const routes = new Hono();
  const style = readFile(packagePath("src/web/assets/style.css"), "utf8");

  routes.use(etag());
  routes.use(async (context, next) => {
    await next();
    context.header("cache-control", "public, max-age=0, must-revalidate");
  });
  routes.get("/assets/style.css", async (context) =>
    context.body(await style, 200, { "content-type": "text/css; charset=utf-8" }),
  );
  routes.get("/", (context) => answer(context, homePage(asker(store, now))));
  routes.get("/search", (context) =>
    answer(
      context,
      searchPage(
        asker(store, now),
        (context.req.query("q") ?? "").trim(),
        context.req.query("after") || null,
      ),
    ),
  );
  const timelines = { topics: topicPage, people: personPage };
  for (const [kind, page] of Object.entries(timelines)) {
    routes.get(`/${kind}/:slug`, (context) =>
      answer(context, page(asker(store, now), context.req.param("slug") ?? "", paramsOf(context))),
    );
  }
  const details = { events: eventPage, articles: articlePage };
  for (const [kind, page] of Object.entries(details)) {
    routes.get(`/${kind}/:slug`, (context) =>
      answer(context, page(asker(store, now), context.req.param("slug") ?? "", paramsOf(context).asOf)),
    );
  }
  return routes;
}

function paramsOf(context: Context) {
  return timelineParams(new URL(context.req.url).searchParams);
}

/** A page, or one that says that there is none. */
async function answer(context: Context, page: ReturnType<typeof topicPage>) {
  const found = await page;
  const body = found ?? (
    <Page title="Not found">
      <h1>There is no such page</h1>
      <p>
        Nothing of that name is on record, or was by the day asked about. Look at the <a href="/">topics</a>,
        or <a href="/search">search</a>.
      </p>
    </Page>
  );
  return context.html(html`<!doctype html>${body}`, found === null ? 404 : 200, {
    "content-security-policy": POLICY,
  });
}
