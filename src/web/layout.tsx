import type { Child } from "hono/jsx";
import type { Day } from "../domain/day.ts";
import { Keys } from "./keys.tsx";
import { linkTo } from "./links.ts";
import { graphiqlUrl, type PageQuery } from "./page-query.ts";

/** What every page has. */
export interface PageProps {
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description?: string | undefined;
  /** The documents behind the page, to be run in GraphiQL. */
  readonly queries?: readonly PageQuery[];
  /** The day that it is seen from, which stays on the links of the bar. */
  readonly asOf?: Day | null;
  /** The topic whose changes are told while the page is open, and the cursor of the latest that it shows. */
  readonly live?: Live | undefined;
  /** Whether it stands in a frame of another site: without what is around the content. */
  readonly embedded?: boolean;
  /** Where an editor who looks at it corrects it. */
  readonly correct?: string | undefined;
  /** The same for programs that follow it. What is told live has a feed and a calendar of its topic. */
  readonly alternates?: readonly Alternate[];
  readonly children: Child;
}

/** What of a topic is told while a page is open. */
export interface Live {
  readonly topic: string;
  readonly cursor: string;
  /** Whether the page shows a part of the topic, so that what is new may not be of that part. */
  readonly narrowed: boolean;
}

/** The content of a page in another form (`<link rel="alternate">`). */
export interface Alternate {
  readonly type: "application/atom+xml" | "text/calendar";
  readonly href: string;
  readonly title: string;
}

/** The sheets of all pages, in their order. */
export const STYLES = ["base.css", "timeline.css", "reading.css"] as const;

/** A page: its head, the bar above it and the line below. */
export function Page({
  title,
  description,
  queries = [],
  asOf = null,
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
        {alternates.map(({ type, href, title: name }) => (
          <link rel="alternate" type={type} href={href} title={name} />
        ))}
        <link rel="icon" href="data:," />
        {STYLES.map((name) => (
          <link rel="stylesheet" href={`/assets/${name}`} />
        ))}
        <script type="module" src="/assets/page.js" />
      </head>
      <body
        data-live={live?.topic}
        data-cursor={live?.cursor}
        data-narrowed={live?.narrowed ? "" : undefined}
      >
        <a class="skip" href="#main">
          Skip to the content
        </a>
        {!embedded && <SiteBar queries={queries} asOf={asOf} correct={correct} />}
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

function SiteBar({
  queries,
  asOf,
  correct,
}: Required<Pick<PageProps, "queries" | "asOf">> & Pick<PageProps, "correct">) {
  return (
    <header class="bar">
      <a class="name" href={linkTo.home(asOf)}>
        Dateline
      </a>
      <nav aria-label="Site">
        <a href={linkTo.home(asOf)}>Topics</a>
        <a href={linkTo.search(asOf)} id="search">
          Search
        </a>
        {correct !== undefined && <a href={correct}>Correct this</a>}
        {queries.map(({ of, ...query }) => (
          <a href={graphiqlUrl(query)}>{of === undefined ? "This page’s query" : `Query of ${of}`}</a>
        ))}
      </nav>
    </header>
  );
}
