import { z } from "zod";
import type { DatelineError } from "../../../domain/errors.ts";
import type { ExtractorSettings } from "../../../domain/extractor-settings.ts";
import { readAtMost } from "../../inputs/read-at-most.ts";
import type { Usage } from "./cost.ts";
import { unavailable, unusable } from "./failures.ts";
import { sayable } from "./sayable.ts";

/** What became of a request. */
export type Reply = { readonly usage: Usage | null } & (
  | { readonly kind: "SAID"; readonly content: string }
  /** Asking again may help; `waitMs` is what the server asks for. */
  | {
      readonly kind: "AGAIN";
      readonly why: string;
      readonly waitMs: number | null;
      /** Whether this is about the text that was asked about, and not about the server. */
      readonly aboutText: boolean;
    }
  /** It does not know a part of the request that can be left out. */
  | { readonly kind: "WITHOUT"; readonly what: Optional }
  /** Asking again would not help. */
  | { readonly kind: "FAILED"; readonly error: DatelineError }
);

/** Parts of a request that some servers and models refuse. */
export const OPTIONALS = ["response_format", "temperature"] as const;
export type Optional = (typeof OPTIONALS)[number];

/** What a server answers that may be able to at another time. */
const AGAIN = new Set([408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529]);

/** More than any answer about one part of a text has. */
const MOST_BYTES = 4 * 1024 * 1024;

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});
const Counted = z.object({
  usage: z.object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() }),
});
const Problem = z.object({
  error: z.union([
    z.string(),
    z.object({ message: z.string().nullish(), code: z.unknown().optional(), param: z.unknown().optional() }),
  ]),
});

/**
 * Asks once.
 *
 * @param now tells the time, for servers that say until when to wait
 */
export async function request(
  settings: ExtractorSettings,
  body: Readonly<Record<string, unknown>>,
  now: () => Date,
): Promise<Reply> {
  let answer: { response: Response; bytes: Uint8Array | undefined };
  try {
    const response = await fetch(completions(settings.url), {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(settings.timeoutMs),
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(settings.key !== undefined && { authorization: `Bearer ${settings.key}` }),
      },
      body: JSON.stringify(body),
    });
    answer = { response, bytes: await readAtMost(response.body ?? [], MOST_BYTES) };
  } catch (error) {
    return broken(settings, error);
  }
  const { response, bytes } = answer;
  if (bytes === undefined) {
    return failed(unusable(`${nameOf(settings.url)} answers with more than ${MOST_BYTES} bytes`));
  }
  const text = new TextDecoder().decode(bytes);
  return response.ok ? said(settings, text) : refused(settings, response, text, now());
}

function said(settings: ExtractorSettings, text: string): Reply {
  const given = parsed(text);
  const counted = Counted.safeParse(given);
  const usage = counted.success
    ? { tokensIn: counted.data.usage.prompt_tokens, tokensOut: counted.data.usage.completion_tokens }
    : null;
  const [choice] = Completion.safeParse(given).data?.choices ?? [];
  if (choice === undefined) {
    const why = `${nameOf(settings.url)} does not answer as /chat/completions does: check EXTRACTOR_URL`;
    return again(why, { usage });
  }
  const { finish_reason: end, message } = choice;
  if (end === "length") {
    const why = "its answer was cut off for its length: set EXTRACTOR_PART_LENGTH lower";
    return failed(unusable(why), usage);
  }
  if (message.refusal || end === "content_filter") {
    const words = message.refusal ? `: ${sayable(message.refusal, settings.key)}` : "";
    return failed(unusable(`it will not answer about this text${words}`), usage);
  }
  return { kind: "SAID", content: message.content ?? "", usage };
}

function refused(settings: ExtractorSettings, { status, headers }: Response, text: string, now: Date): Reply {
  const at = nameOf(settings.url);
  const { message, code, param } = problemIn(text);
  const words = message === "" ? "" : `: ${sayable(message, settings.key)}`;
  switch (status) {
    case 401:
    case 403: {
      // The server's own words may repeat the key.
      const unset = settings.key === undefined ? ", which is not set" : "";
      return failed(unavailable(`${at} refuses the key (${status}): check EXTRACTOR_KEY${unset}`));
    }
    case 404: {
      const what = `knows no model ${JSON.stringify(settings.model)}, or is not what stands in front of /chat/completions`;
      return failed(unavailable(`${at} ${what} (404): check EXTRACTOR_MODEL and EXTRACTOR_URL${words}`));
    }
    case 400:
    case 422: {
      const what = OPTIONALS.find((name) => param === name || message.includes(name));
      if (what !== undefined) return { kind: "WITHOUT", what, usage: null };
      return failed(unusable(`${at} does not take the request (${status})${words}`));
    }
  }
  if (AGAIN.has(status) && code !== "insufficient_quota") {
    return again(`${at} answers ${status}${words}`, { waitMs: waitOf(headers.get("retry-after"), now) });
  }
  const elsewhere = ", which leads elsewhere: set EXTRACTOR_URL to where that is";
  return failed(unavailable(`${at} answers ${status}${status < 400 ? elsewhere : words}`));
}

/** What fetch throws where there is no connection, one that breaks, or none in time. */
function broken(settings: ExtractorSettings, error: unknown): Reply {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    const why = `there was no answer within ${settings.timeoutMs / 1000} seconds: set EXTRACTOR_TIMEOUT_MS higher or EXTRACTOR_PART_LENGTH lower`;
    return again(why, { aboutText: true });
  }
  if (!(error instanceof TypeError)) throw error;
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "the connection broke";
  return again(`${nameOf(settings.url)} does not answer (${code}): check EXTRACTOR_URL`, {});
}

function again(
  why: string,
  rest: { readonly waitMs?: number | null; readonly usage?: Usage | null; readonly aboutText?: boolean },
): Reply {
  return { kind: "AGAIN", why, waitMs: null, usage: null, aboutText: false, ...rest };
}

function failed(error: DatelineError, usage: Usage | null = null): Reply {
  return { kind: "FAILED", error, usage };
}

function problemIn(text: string): { message: string; code: unknown; param: unknown } {
  const error = Problem.safeParse(parsed(text)).data?.error ?? "";
  return typeof error === "string"
    ? { message: error, code: null, param: null }
    : { code: error.code, param: error.param, message: error.message ?? "" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What `Retry-After` (RFC 9110, 10.2.3) asks for, in milliseconds: seconds, or a date. */
function waitOf(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}

/** Where questions go, with what the address asks for behind `?`. */
function completions(address: string): URL {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/chat/completions`;
  return url;
}

/** The address as it may be shown: what stands behind `?` may be a secret. */
function nameOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, "")}`;
}
