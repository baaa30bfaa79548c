import { randomUUID } from "node:crypto";
import type { GraphQLSchema } from "graphql";
import type { RequestLimits } from "../../domain/request-limits.ts";
import type { RequestState } from "../../graphql/context.ts";
import { refuseVariables } from "../../graphql/limits/variables.ts";
import type { Awaitable } from "../../store/engine.ts";
import { logRequest } from "../access-log.ts";
import { timeoutBody, withDeadline } from "../deadline.ts";
import { cacheHeaders, hasCopy } from "../http-cache.ts";
import type { Logger } from "../log.ts";
import type { PersistedSettings } from "../persisted/operation.ts";
import { AnswerCache } from "./answer-cache.ts";
import { plainType } from "./headers.ts";
import { KnownOperations } from "./operations.ts";
import { type PlainParams, plainParams } from "./params.ts";
import type { PlainAnswer, PlainRequest } from "./plain.ts";

/** How answers are kept. */
export interface AnswerSettings {
  /** What they may take in memory, in bytes; 0 for none. */
  readonly cacheBytes: number;
  /**
   * Tells the state of all that answers depend on besides the question: it is another whenever something has been
   * written, by anybody. Null where that cannot be told.
   */
  readonly state: () => Awaitable<string | null>;
}

/** What the fast path is made of. */
export interface FastPathSettings {
  readonly schema: GraphQLSchema;
  readonly createContext: (request: RequestState) => object;
  readonly logger: Logger;
  readonly limits: RequestLimits;
  readonly persisted: PersistedSettings | undefined;
  /** The origins whose pages may read answers, or "*" for any. */
  readonly corsOrigins: "*" | readonly string[];
  readonly answers: AnswerSettings;
}

/** Answers plain requests. */
export interface FastPath {
  /** Whether a request may be one for it, as its head tells: only then is its body read. */
  takes(head: Omit<PlainRequest, "body">): boolean;
  /** The answer; null where the request has to be answered in the ordinary way. */
  answer(request: PlainRequest): Promise<PlainAnswer | null>;
}

/**
 * Answers what most requests are: a query, by POST or GET, which goes well. It writes the same bytes and headers as the ordinary way does, which has the last word: whatever is
 * unusual about a request, and whatever goes wrong with it, is left to that (null), before anything has been answered.
 * It can be turned off, which changes nothing but speed.
 *
 * What has to hold for every request holds here too: texts, variables and costs are judged by the same limits, the
 * deadline is the same, and the access log has a line for each request.
 */
export function createFastPath(settings: FastPathSettings): FastPath {
  const { schema, createContext, logger, limits, persisted, corsOrigins, answers } = settings;
  const operations = new KnownOperations(schema, limits);
  const cache = new AnswerCache(answers.cacheBytes);

  /** The body of the answer, from the cache or made now; null where it is not for us to make. */
  async function bodyOf(question: Question, signal: AbortSignal): Promise<Buffer | null> {
    const state = await question.state;
    const kept = state === null ? undefined : cache.get(question.key, state);
    if (kept !== undefined) return kept;
    const params = plainParams(question.request);
    const made = params && (await make(params, signal));
    if (made !== null && state !== null) cache.set(question.key, state, made);
    return made;
  }

  async function make(params: PlainParams, signal: AbortSignal): Promise<Buffer | null> {
    const text = textOf(params);
    const operation = text && operations.find(text.query, text.operationName);
    if (!operation || refuseVariables(params.variables) !== null) return null;
    const cost = operation.cost(params.variables);
    if (cost === null || cost > limits.maxCost) return null;
    const planned = operation.planned(params.variables);
    if (planned === null) return null;
    const data = await planned.plan(
      createContext({ viewer: null, signal, resumeAfter: null }),
      planned.coerced,
      signal,
    );
    const price = `{"requested":${cost},"limit":${limits.maxCost}}`;
    return Buffer.from(`{"data":${data},"extensions":{"cost":${price}}}`);
  }

  /** The text that a request asks for, and which of its operations. */
  function textOf({ query, documentId, operationName }: PlainParams) {
    if (query !== undefined) return persisted?.only ? null : { query, operationName };
    const registered = documentId === undefined ? undefined : persisted?.operations.get(documentId);
    if (registered === undefined) return null;
    const own = registered.operationName;
    if (own !== undefined && operationName !== undefined && own !== operationName) return null;
    return { query: registered.text, operationName: own ?? operationName };
  }

  function headersFor(requestId: string) {
    return {
      "x-request-id": requestId,
      "x-content-type-options": "nosniff",
      "access-control-expose-headers": "x-request-id",
      ...(corsOrigins === "*" && { "access-control-allow-origin": "*" }),
      vary: corsOrigins === "*" ? OF_STRANGERS : `${OF_STRANGERS}, Origin`,
    };
  }

  /** An answer that nothing went wrong with. */
  function good(request: PlainRequest, type: string, body: Buffer, requestId: string): PlainAnswer {
    const headers = { ...headersFor(requestId), "content-type": `${type}; charset=utf-8` };
    if (!asksById(request))
      return { status: 200, headers: { ...headers, "cache-control": "no-store" }, body };
    const cached = cacheHeaders(headers["content-type"], body, persisted?.maxAgeSeconds ?? 0);
    const vary = `${cached.vary}, ${headers.vary}`;
    if (!hasCopy(request.headers["if-none-match"], cached.etag)) {
      return { status: 200, headers: { ...headers, ...cached, vary }, body };
    }
    const { "content-type": _, ...bare } = { ...headers, ...cached, vary };
    return { status: 304, headers: bare, body: Buffer.alloc(0) };
  }

  async function answerOf(
    request: PlainRequest,
    type: string,
    requestId: string,
  ): Promise<PlainAnswer | null> {
    // An address and a body are never taken for each other.
    const key = request.method === "POST" ? `POST ${request.body.toString()}` : `GET ${request.url}`;
    try {
      const state = cache.isOff ? null : answers.state();
      // Nothing is to be waited for, and no deadline needed, where the answer is at hand.
      const kept = typeof state === "string" ? cache.get(key, state) : undefined;
      if (kept !== undefined) return good(request, type, kept, requestId);
      return await withDeadline<PlainAnswer | null>(
        async (signal) => {
          const body = await bodyOf({ request, key, state }, signal);
          return body && good(request, type, body, requestId);
        },
        {
          timeoutMs: limits.requestTimeoutMs,
          expired: (error) => tooLate(type, requestId, timeoutBody(error)),
        },
      );
    } catch {
      // It is answered again in the ordinary way, which says what is wrong, and logs it.
      return null;
    }
  }

  function tooLate(type: string, requestId: string, body: string): PlainAnswer {
    const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
    return { status: 504, headers: { ...headersFor(requestId), ...headers }, body: Buffer.from(body) };
  }

  return {
    takes: (head) => plainType(head) !== null && (corsOrigins === "*" || head.headers.origin === undefined),
    async answer(request) {
      const started = performance.now();
      const type = plainType(request);
      if (type === null) return null;
      const requestId = requestIdOf(request);
      const answer = await answerOf(request, type, requestId);
      if (answer !== null) {
        const { method } = request;
        logRequest(logger, { requestId, method, path: "/graphql", status: answer.status, started });
      }
      return answer;
    },
  };
}

/** What else an answer depends on: it is that of strangers, who show neither. */
const OF_STRANGERS = "authorization, cookie";

/** What is asked, under the key that its answer is kept by, and the state that it is asked in. */
interface Question {
  readonly request: PlainRequest;
  readonly key: string;
  readonly state: Awaitable<string | null>;
}

/** Whether a request names a registered operation in its address, so that caches may keep the answer. */
function asksById({ method, url }: PlainRequest): boolean {
  return method === "GET" && new URLSearchParams(url.slice(url.indexOf("?") + 1)).has("documentId");
}

const LONGEST_REQUEST_ID = 64;

/** The id that a client or a proxy gave the request, where it is one; else a new one. */
function requestIdOf({ headers }: PlainRequest): string {
  const given = headers["x-request-id"];
  if (typeof given !== "string" || given === "" || given.length > LONGEST_REQUEST_ID) return randomUUID();
  return /[^\w\-=]/.test(given) ? randomUUID() : given;
}
