import { html } from "hono/html";
import { page } from "./page.ts";

const example = (origin: string, body: string) =>
  `curl ${origin}/graphql -H 'content-type: application/json' \\
  -d '${body}'`;

/** The page at `/`: what this is, and where to go on. */
export function homePage({
  graphiql,
  persistedOnly,
  origin,
  version,
}: {
  graphiql: boolean;
  /** Whether only registered operations run. */
  persistedOnly: boolean;
  origin: string;
  version: string;
}) {
  return page(
    "Dateline",
    html`<h1>Dateline</h1>
<p><em>Who said what, about which event, and where it was reported.</em></p>
<p>Dateline follows a running news story. It keeps the people in the articles it is given, what they said, the events
they refer to and how those events changed, and serves all of it as one GraphQL timeline. Every fact names its
source.</p>
<h2>Where to go on</h2>
<dl>
${
  graphiql
    ? html`<dt><a href="/graphql">GraphiQL</a></dt>
<dd>Explore the timeline with queries that are ready to run.</dd>`
    : html`<dt>GraphQL, at <code>/graphql</code></dt>
<dd>${
        persistedOnly
          ? "Ask by POST or GET for operations that are registered on this server. No others run."
          : "Send queries by POST. GraphiQL is switched off on this server."
      }</dd>`
}
<dt><a href="/readme">README</a></dt>
<dd>How to run it, the settings, and more queries.</dd>
<dt><a href="/health/live">Liveness</a> and <a href="/health/ready">readiness</a></dt>
<dd>For the machines that watch over this one.</dd>
</dl>
<h2>From a program</h2>
<pre tabindex="0"><code>${example(origin, persistedOnly ? '{"documentId": "..."}' : '{"query": "{ __typename }"}')}</code></pre>`,
    version,
  );
}

/** The page for an address at which there is nothing. */
export function notFoundPage(path: string, version: string) {
  return page(
    "Not found: Dateline",
    html`<h1>Nothing is here</h1>
<p>There is no page at <code>${path}</code>.</p>
<p><a href="/">Go to the start page</a></p>`,
    version,
  );
}
