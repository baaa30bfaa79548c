import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { useAgent } from "request-filtering-agent";

/** A request to an address that somebody gave. */
export interface GuardedRequest {
  readonly method?: "GET" | "POST";
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer;
  /** Whether private, local and reserved addresses may be reached, too. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

/** That an address lies in a private or reserved network, where nothing is asked. */
export class PrivateAddress extends Error {
  constructor() {
    super("its address is in a private or reserved network");
  }
}

/**
 * Sends one request; no redirect is followed. The address that a name stands for is looked at when the connection is made, so that
 * no name leads elsewhere. The answer is given as soon as its head is there; whoever asked reads or destroys it.
 *
 * @throws PrivateAddress
 * @throws Error where there is no answer, also where the connection ends without one, as after a change of protocol that nobody
 *   asked for
 */
export function guardedRequest(
  url: string,
  { method = "GET", headers, body, allowPrivate, signal }: GuardedRequest,
): Promise<IncomingMessage> {
  const agent = useAgent(url, { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate });
  const request = url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent, signal });
    sent.on("response", resolve);
    // The words of request-filtering-agent.
    sent.on("error", (error) => reject(/is not allowed/.test(error.message) ? new PrivateAddress() : error));
    sent.on("close", () => reject(new Error("The connection was closed without an answer.")));
    sent.end(body);
  });
}
