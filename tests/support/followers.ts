import { EventSource } from "eventsource";
import { createClient } from "graphql-sse";
import { z } from "zod";
import { nameOf } from "./graphql.ts";

const Told = z.object({
  data: z.object({
    timelineChanged: z.object({
      cursor: z.string(),
      nodeId: z.string(),
      node: z.object({ title: z.string(), timeline: z.object({ totalCount: z.number() }) }),
      topics: z.array(z.object({ slug: z.string() })).length(1),
    }),
  }),
});

/** Asks for more than the change itself, so that being told takes reading. */
const query = (args: string) =>
  `subscription { timelineChanged${args} { cursor nodeId node { ... on Topic { title timeline(first: 1) { totalCount } } } topics { slug } } }`;

/** Somebody who follows changes, whatever happens to the connection. */
export interface Follower {
  /** Done once it follows. */
  readonly begun: Promise<void>;
  /** What they were told of, as `Topic:talks`, in order. */
  readonly seen: readonly string[];
  stop(): void;
}

/** Follows as a browser does: it reconnects by itself, with the id of the last message. */
export function browserFollower(url: string, args = ""): Follower {
  const seen: string[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const source = new EventSource(`${url}/graphql?query=${encodeURIComponent(query(args))}`);
  source.addEventListener("open", () => begin());
  source.addEventListener("next", ({ data }) => {
    seen.push(nameOf(Told.parse(JSON.parse(data)).data.timelineChanged.nodeId));
  });
  return { begun, seen, stop: () => source.close() };
}

/** Follows as a client app does: it subscribes again with its last cursor whenever the connection breaks. */
export function appFollower(url: string, since: string): Follower {
  const seen: string[] = [];
  const state = { stopped: false, since, dispose: () => {} };
  void (async () => {
    while (!state.stopped) {
      const client = createClient({ url: `${url}/graphql`, retryAttempts: 0 });
      state.dispose = () => client.dispose();
      try {
        for await (const result of client.iterate({
          query: query(`(since: ${JSON.stringify(state.since)})`),
        })) {
          const { cursor, nodeId } = Told.parse(result).data.timelineChanged;
          state.since = cursor;
          seen.push(nameOf(nodeId));
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  })();
  // It has a cursor from before, so that it misses nothing whenever it begins.
  return {
    begun: Promise.resolve(),
    seen,
    stop() {
      state.stopped = true;
      state.dispose();
    },
  };
}

/** The cursor of the latest change. */
export async function latestCursor(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ changes(last: 1) { pageInfo { endCursor } } }" }),
  });
  const Answer = z.object({
    data: z.object({ changes: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }),
  });
  return Answer.parse(await response.json()).data.changes.pageInfo.endCursor;
}
