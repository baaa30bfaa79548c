import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { useAgent } from "request-filtering-agent";

/** How a body is posted. */
export interface PostSettings {
  /** For all of it: finding the address, connecting, sending, and the head of the answer. In milliseconds. */
  readonly timeoutMs: number;
  /** Whether addresses of private and reserved networks are asked too. */
  readonly allowPrivate: boolean;
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
}

/** What became of it. */
export interface PostResult {
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** Why that is no success; null where it is one. */
  readonly reason: string | null;
  /** How long the receiver asks to be left alone (`Retry-After` in seconds), in milliseconds. */
  readonly retryAfterMs: number;
}

/**
 * Posts JSON to an address that somebody gave. Names are judged by what they resolve to when the connection is made, redirects
 * are not followed, and nothing of the answer is read but its head. Never throws, unless `signal` was aborted.
 */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { timeoutMs, allowPrivate, signal }: PostSettings,
): Promise<PostResult> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    return await send(url, body, headers, { allowPrivate, signal: AbortSignal.any([late, signal]) });
  } catch (error) {
    if (signal.aborted) throw error;
    return { status: null, reason: late.aborted ? tooLate(timeoutMs) : whatFailed(error), retryAfterMs: 0 };
  }
}

function send(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { allowPrivate, signal }: Pick<PostSettings, "allowPrivate" | "signal">,
): Promise<PostResult> {
  const agent = useAgent(url, { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate });
  const bytes = Buffer.from(body);
  const request = url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      agent,
      signal,
      headers: { ...headers, "content-type": "application/json", "content-length": bytes.length },
    });
    outgoing.on("response", ({ statusCode: status = 0, headers: answered }) => {
      resolve({ status, reason: reasonOf(status), retryAfterMs: secondsOf(answered["retry-after"]) * 1_000 });
      // However much follows, it says nothing to us.
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    // Also where it ends without an answer or an error, as after a change of protocol that nobody asked for.
    outgoing.on("close", () => reject(new Error("The connection was closed without an answer.")));
    outgoing.end(bytes);
  });
}

function reasonOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `it answers ${status}: redirects are not followed`;
  return `it answers ${status}`;
}

function secondsOf(retryAfter: string | undefined): number {
  return /^\d{1,6}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
}

function tooLate(timeoutMs: number): string {
  return `no answer within ${timeoutMs / 1_000} seconds`;
}

function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The words of request-filtering-agent.
  if (/is not allowed/.test(error.message)) {
    return "its address is in a private or reserved network: WEBHOOKS_PRIVATE=true allows these";
  }
  const code = "code" in error ? String(error.code) : "";
  return `no connection: ${error.message || code || error.name}`;
}
