import type { ExecutionResult } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import type { RequestContext } from "./error-codes.ts";
import { graphqlError } from "./responses.ts";
import type { Subscriptions } from "./subscriptions.ts";

/**
 * How often something is sent though nothing happened, in milliseconds: proxies close what is silent for a minute. As often it is
 * looked whether the client is still let in.
 */
const HEARTBEAT_EVERY = 15_000;

/** How long clients wait before they come back after they were cut off, in milliseconds. */
const RETRY_AFTER = 1_000;

const TYPE = "text/event-stream";

/**
 * Answers subscriptions with Server-Sent Events, in the format of GraphQL over SSE (distinct connections), and with what
 * yoga leaves out: each message carries the cursor of its change as its `id`, which browsers give back by themselves when
 * they reconnect (`Last-Event-ID`). The next change is read when the client has taken the one before.
 *
 * What goes wrong on our side cuts the connection without saying that the subscription is complete, so that clients come
 * back and go on where they were.
 */
export function serverSentEvents(subscriptions: Subscriptions): Plugin<object, RequestContext> {
  return {
    onResultProcess({ request, result, serverContext, setResultProcessor }) {
      const accept = request.headers.get("accept") ?? "*/*";
      if (isAsyncIterable(result)) {
        const answer = /text\/(event-stream|\*)|\*\/\*/.test(accept) ? stream : refuse;
        setResultProcessor(() => answer(result, serverContext, subscriptions), TYPE);
      } else if (accept.includes(TYPE) && !Array.isArray(result) && isTransient(result)) {
        setResultProcessor(() => new Response(`retry: ${RETRY_AFTER}\n\n`, { headers: HEADERS }), TYPE);
      }
    },
  };
}

const HEADERS = {
  "content-type": TYPE,
  "cache-control": "no-store",
  // Nginx would gather messages before it passes them on.
  "x-accel-buffering": "no",
};

function refuse(results: AsyncIterable<ExecutionResult>): Response {
  void results[Symbol.asyncIterator]().return?.();
  return graphqlError(
    406,
    "NOT_ACCEPTABLE",
    `Subscriptions are answered with Server-Sent Events: send \`Accept: ${TYPE}\`, as EventSource and graphql-sse do.`,
  );
}

function stream(
  results: AsyncIterable<ExecutionResult>,
  { asked, client, signal, isLetIn }: RequestContext,
  subscriptions: Subscriptions,
): Response {
  const iterator = results[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  let cut = () => {};
  if (signal.aborted) {
    void iterator.return?.();
    return new Response(null, { status: 504 });
  }
  const leave = subscriptions.admit(client, () => cut());
  if (leave === null) {
    void iterator.return?.();
    return graphqlError(
      429,
      "TOO_MANY_SUBSCRIPTIONS",
      `This client has ${subscriptions.most} subscriptions open, as many as it may. Close one, or follow more with one.`,
    );
  }
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    clearInterval(heartbeat);
    leave();
    void iterator.return?.();
  };
  const id = () => (asked.cursor === undefined ? "" : `id: ${asked.cursor}\n`);

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      cut = () => {
        if (over) return;
        end();
        controller.close();
      };
      // The first id makes good even for a client that is cut off before the first change.
      send(`retry: ${RETRY_AFTER}\n${id()}\n`);
      const beat = async () => {
        // Where that cannot be found out, whoever comes back finds out.
        if (!(await isLetIn().catch(() => true))) cut();
        if (!over && (controller.desiredSize ?? 0) > 0) send(`:\n${id()}\n`);
      };
      heartbeat = setInterval(() => void beat(), HEARTBEAT_EVERY).unref();
    },
    async pull(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      try {
        const { done, value } = await iterator.next();
        if (over) return;
        if (done) {
          send("event: complete\ndata:\n\n");
          cut();
        } else if (isTransient(value)) {
          cut();
        } else {
          // Only now: what is not sent must not be taken for seen, in a heartbeat either.
          if (asked.telling !== undefined) asked.cursor = asked.telling;
          send(`${id()}event: next\ndata: ${JSON.stringify(value)}\n\n`);
        }
      } catch {
        cut();
      }
    },
    cancel: end,
  });
  return new Response(body, { headers: HEADERS });
}

/** Whether something failed that may well succeed in a moment. */
function isTransient({ errors }: ExecutionResult): boolean {
  return errors?.some((error) => error.extensions["code"] === "UNAVAILABLE") ?? false;
}
