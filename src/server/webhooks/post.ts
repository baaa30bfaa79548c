import { guardedRequest, PrivateAddress } from "../../edit/guarded-request.ts";

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

async function send(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  reaching: Pick<PostSettings, "allowPrivate" | "signal">,
): Promise<PostResult> {
  const bytes = Buffer.from(body);
  const answer = await guardedRequest(url, {
    ...reaching,
    method: "POST",
    headers: { ...headers, "content-type": "application/json", "content-length": bytes.length },
    body: bytes,
  });
  // However much follows, it says nothing to us.
  answer.destroy();
  const { statusCode: status = 0, headers: answered } = answer;
  return { status, reason: reasonOf(status), retryAfterMs: secondsOf(answered["retry-after"]) * 1_000 };
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
  if (error instanceof PrivateAddress) return `${error.message}: WEBHOOKS_PRIVATE=true allows these`;
  const code = "code" in error ? String(error.code) : "";
  return `no connection: ${error.message || code || error.name}`;
}
