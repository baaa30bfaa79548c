import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { DatelineError } from "../domain/errors.ts";
import type { Fetch } from "../ingest/inputs/fetch-page.ts";
import { guardedRequest, PrivateAddress } from "./guarded-request.ts";

/**
 * Makes what sends requests only to addresses that are public, as {@link guardedRequest} does. A redirect is a request of its own.
 *
 * @param allowPrivate lets private and local addresses be reached, too; else, what is sent throws NOT_FETCHED for them
 */
export function guardedFetch({ allowPrivate }: { readonly allowPrivate: boolean }): Fetch {
  return async (url, { signal, headers }) => {
    try {
      return responseOf(await guardedRequest(url, { headers, allowPrivate, signal }));
    } catch (error) {
      if (error instanceof PrivateAddress) {
        throw new DatelineError(
          "NOT_FETCHED",
          `${url}: ${error.message}. Whoever runs this server can allow these (FETCH_URLS=private). Paste the text or the page's HTML instead.`,
        );
      }
      throw signal.aborted ? signal.reason : new TypeError("The request failed.", { cause: error });
    }
  };
}

function responseOf(answer: IncomingMessage): Response {
  const { statusCode = 0, statusMessage = "", headers: given } = answer;
  const known = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(", ")] as [string, string]],
  );
  const hasBody = statusCode !== 204 && statusCode !== 205 && statusCode !== 304;
  if (!hasBody) answer.resume();
  try {
    // The Response that @hono/node-server puts in the place of Node's would say so only when it is read.
    if (statusCode < 200 || statusCode > 599)
      throw new RangeError(`${statusCode} is no status of an answer.`);
    return new Response(hasBody ? toWeb(answer) : null, {
      status: statusCode,
      statusText: statusMessage,
      headers: known,
    });
  } catch (error) {
    // Servers send what they like; a Response takes no status that is none.
    answer.destroy();
    throw error;
  }
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = Readable.from(stream)[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel() {
      stream.destroy();
    },
  });
}
