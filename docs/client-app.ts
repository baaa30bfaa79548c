import type { introspection } from "dateline-server/schema-types";
import { initGraphQLTada, type ResultOf, type TadaDocumentNode } from "gql.tada";
import { print } from "graphql";
import { createClient } from "graphql-sse";

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; EDTF: string; URL: string };
}>();

const PersonEvents = graphql(`
  query PersonEvents($slug: String!, $after: String) {
    person(slug: $slug) {
      events(first: 2, after: $after) {
        edges { node { title status when { display } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

const LatestChange = graphql(`
  query LatestChange {
    changes(last: 1) { pageInfo { endCursor } }
  }
`);

const PersonChanged = graphql(`
  subscription PersonChanged($slug: String!, $since: String) {
    timelineChanged(person: $slug, since: $since) {
      cursor
      action
      node { __typename ... on Event { title status } ... on Quote { text } }
    }
  }
`);

const [url = "http://localhost:4000/graphql", slug = "vladimir-putin"] = process.argv.slice(2);

/** Asks once. What comes back has the type that the document says. */
async function ask<Result, Variables>(document: TadaDocumentNode<Result, Variables>, variables: Variables) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Result; errors?: { message: string }[] };
  if (!data) throw new Error(errors?.[0]?.message ?? `Status ${response.status}`);
  return data;
}

/** Follows changes from a cursor on, for ever: after each break it goes on after the last one that came. */
async function* follow(since: string | null) {
  for (let cursor = since; ; await new Promise((resolve) => setTimeout(resolve, 1_000))) {
    const client = createClient({ url, retryAttempts: 0 });
    try {
      const request = { query: print(PersonChanged), variables: { slug, since: cursor } };
      for await (const { data, errors } of client.iterate<ResultOf<typeof PersonChanged>>(request)) {
        if (!data) throw new Error(errors?.[0]?.message);
        cursor = data.timelineChanged.cursor;
        yield data.timelineChanged;
      }
    } catch (error) {
      console.log("cut off, coming back:", error instanceof Error ? error.message : error);
    }
  }
}

// Asked first, so that nothing that is written while the pages are read is missed.
const { changes } = await ask(LatestChange, {});
for (let after: string | null = null; ; ) {
  const { person }: ResultOf<typeof PersonEvents> = await ask(PersonEvents, { slug, after });
  for (const { node } of person?.events.edges ?? []) {
    console.log(`${node.status} ${node.title} (${node.when?.display ?? "no date"})`);
  }
  if (!person?.events.pageInfo.hasNextPage) break;
  after = person.events.pageInfo.endCursor;
}
for await (const { action, node } of follow(changes.pageInfo.endCursor)) {
  if (node?.__typename === "Event") console.log(`${action}: ${node.title}, ${node.status}`);
}
