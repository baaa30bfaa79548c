import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { Readable } from "node:stream";
import { useAgent } from "request-filtering-agent";
import type { Fetch } from "../ingest/inputs/fetch-page.ts";

/**
 * Makes what sends requests only to addresses that are public: the address that a name stands for is looked at when the connection
 * is made, so that no name leads elsewhere, and no redirect, since each is a request of its own.
 *
 * @param allowPrivate lets private and local addresses be reached, too
 */
export function guardedFetch({ allowPrivate }: { readonly allowPrivate: boolean }): Fetch {
  return (url, { signal, headers }) =>
    new Promise((resolve, reject) => {
      const agent = useAgent(url, {
        allowPrivateIPAddress: allowPrivate,
        allowMetaIPAddress: allowPrivate,
        keepAlive: false,
      });
      const send = url.startsWith("https:") ? requestHttps : requestHttp;
      const failed = (error?: unknown) =>
        reject(signal.aborted ? signal.reason : new TypeError("The request failed.", { cause: error }));
      const sent = send(url, { agent, signal, headers }, (answer) => {
        const { statusCode = 0, statusMessage = "", headers: given } = answer;
        // Servers send what they like; a Response takes no other status.
        if (statusCode < 200 || statusCode > 599) {
          answer.destroy();
          return failed(new Error(`Its status was ${statusCode}.`));
        }
        const known = Object.entries(given).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, [value].flat().join(", ")] as [string, string]],
        );
        const hasBody = statusCode !== 204 && statusCode !== 205 && statusCode !== 304;
        if (!hasBody) answer.resume();
        const body = hasBody ? toWeb(answer) : null;
        try {
          resolve(new Response(body, { status: statusCode, statusText: statusMessage, headers: known }));
        } catch (error) {
          answer.destroy();
          failed(error);
        }
      });
      sent.on("error", failed);
      // Also where it ends without an answer or an error, as after a change of protocol that nobody asked for.
      sent.on("close", () => failed());
      sent.end();
    });
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
