import type { Child } from "hono/jsx";
import type { Day } from "../domain/day.ts";
import { Keys } from "./keys.tsx";
import { linkTo } from "./links.ts";

/** What every page has. */
export interface PageProps {
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description?: string | undefined;
  /** The day that it is as known on; what the bar leads to is as known today, and then says so. */
  readonly asOf?: Day | null;
  /** The document behind the page, to be run in GraphiQL. */
  readonly query?: { readonly source: string; readonly variables: object } | undefined;
  /** The topic whose changes are told while the page is open, and the cursor of the latest that it shows. */
  readonly live?: { readonly topic: string; readonly cursor: string } | undefined;
  /** Whether it stands in a frame of another site: without what is around the content, and with links that leave the frame. */
  readonly embedded?: boolean;
  /** Where an editor who looks at it corrects it. */
  readonly correct?: string | undefined;
  /** The same for programs that follow it. What is told live has a feed and a calendar of its topic. */
  readonly alternates?: readonly Alternate[];
  readonly children: Child;
}

/** The content of a page in another form (`<link rel="alternate">`). */
export interface Alternate {
  readonly type: "application/atom+xml" | "text/calendar";
  readonly href: string;
  readonly title: string;
}

/** A page: its head, the bar above it and the line below. */
export function Page({
  title,
  description,
  asOf = null,
  query,
  live,
  embedded = false,
  correct,
  alternates = live ? ofTopic(live.topic, title) : [],
  children,
}: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title === "Dateline" ? title : `${title} · Dateline`}</title>
        {description && <meta name="description" content={description} />}
        {embedded && <base target="_top" />}
        {alternates.map(({ type, href, title: name }) => (
          <link rel="alternate" type={type} href={href} title={name} />
        ))}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/style.css" />
        <script type="module" src="/assets/page.js" />
      </head>
      <body data-live={live?.topic} data-cursor={live?.cursor}>
        <a class="skip" href="#main" target="_self">
          Skip to the content
        </a>
        {!embedded && <SiteBar query={query} asOf={asOf} correct={correct} />}
        <main id="main">
          {live && (
            <p class="live" aria-live="polite">
              <button type="button" id="live" hidden />
            </p>
          )}
          {children}
        </main>
        <footer class="foot">
          <p>
            Every fact stands on the passage it was taken from.{" "}
            {embedded ? <a href="/">Dateline</a> : <a href="/graphql">Ask the record yourself</a>}.
          </p>
          {!embedded && <Keys />}
        </footer>
      </body>
    </html>
  );
}

function ofTopic(slug: string, title: string): Alternate[] {
  const topic = linkTo.topic(slug, null);
  return [
    { type: "application/atom+xml", href: `${topic}/feed.atom`, title },
    { type: "text/calendar", href: `${topic}/calendar.ics`, title },
  ];
}

function SiteBar({ query, asOf, correct }: Pick<PageProps, "query" | "asOf" | "correct">) {
  const today = asOf === null ? "" : " today";
  return (
    <header class="bar">
      <a class="name" href="/">
        Dateline
      </a>
      <nav aria-label="Site">
        <a href="/">Topics{today}</a>
        <a href="/search">Search{today}</a>
        {correct !== undefined && <a href={correct}>Correct this</a>}
        {query && <a href={graphiqlUrl(query)}>This page’s query</a>}
      </nav>
    </header>
  );
}

function graphiqlUrl({ source, variables }: { readonly source: string; readonly variables: object }): string {
  return `/graphql?${new URLSearchParams({ query: source, variables: JSON.stringify(variables) })}`;
}
