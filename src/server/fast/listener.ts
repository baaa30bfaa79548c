import type { IncomingMessage, ServerResponse } from "node:http";
import type { PlainAnswer, PlainRequest } from "./plain.ts";

/** Serves what comes in over HTTP. */
export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** What answers plain requests: see FastPath. */
export interface PlainApp {
  takes(head: Omit<PlainRequest, "body">): boolean;
  answer(request: PlainRequest): Promise<PlainAnswer | null>;
}

/**
 * Puts the fast path before a listener, which gets every request that is not answered on it. The body that has been
 * read by then goes along as `rawBody`, where the listener of `@hono/node-server` looks for it.
 *
 * @param mostBytes of a body that is read here
 */
export function fastListener(app: PlainApp, ordinary: Listener, mostBytes: number): Listener {
  return (incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    const head = { method, url, headers };
    const length = Number(headers["content-length"] ?? 0);
    if (!app.takes(head) || !(length <= mostBytes)) return ordinary(incoming, outgoing);
    const answer = async (body: Buffer) => {
      const plain = await app.answer({ ...head, body });
      if (plain !== null) return send(plain, outgoing);
      if (method === "POST") Object.assign(incoming, { rawBody: body });
      ordinary(incoming, outgoing);
    };
    if (method === "GET") return void answer(Buffer.alloc(0));
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => void chunks.push(chunk));
    incoming.once(
      "end",
      () => void answer(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
    );
    // A client that leaves before it has said all it had to say gets no answer.
    incoming.once("error", () => undefined);
  };
}

function send({ status, headers, body }: PlainAnswer, outgoing: ServerResponse): void {
  if (status === 304) outgoing.writeHead(status, headers).end();
  else outgoing.writeHead(status, { ...headers, "content-length": body.length }).end(body);
}
