import { DatelineError } from "../../domain/errors.ts";
import type { InputDocument } from "../reading.ts";
import { isPrivate } from "./private-network.ts";
import { readAtMost } from "./read-at-most.ts";

/** How an address is fetched. */
export interface FetchSettings {
  /** For everything, redirects and reading included, in milliseconds. */
  readonly timeoutMs: number;
  /** For what is read, in bytes after decompression. */
  readonly maxBytes: number;
  /** What servers are told of who asks. */
  readonly userAgent: string;
  /** What sends a request, where not everything may be reached. */
  readonly fetch?: Fetch;
}

/** Sends one request, without following where its answer leads. */
export type Fetch = (
  url: string,
  init: { readonly signal: AbortSignal; readonly headers: Readonly<Record<string, string>> } & RequestInit,
) => Promise<Response>;

const MAX_REDIRECTS = 5;
const ACCEPT =
  "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/json;q=0.9,text/*;q=0.8,*/*;q=0.1";
const READABLE =
  /^(?:text\/(?:html|plain|markdown|x-markdown|xml)|application\/(?:[\w.-]+\+)?(?:xml|json))$/i;

/**
 * Fetches an address that the operator gave. Nothing else is fetched: no picture, script or style of the page. The operator may
 * name a page in a private network; a public page that redirects into one is not followed.
 *
 * @throws DatelineError NOT_FETCHED, with the reason
 */
export async function fetchPage(address: string, settings: FetchSettings): Promise<InputDocument> {
  const signal = AbortSignal.timeout(settings.timeoutMs);
  let url = webAddress(address, address);
  try {
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await (settings.fetch ?? fetch)(url, {
        redirect: "manual",
        signal,
        headers: { "user-agent": settings.userAgent, accept: ACCEPT },
      });
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        const next = webAddress(location, address, url);
        if (!(await isPrivate(url)) && (await isPrivate(next))) {
          const where = `it redirects to ${next.slice(0, 200)}, which is in a private network`;
          throw notFetched(address, `${where}; if you mean that page, name it`);
        }
        url = next;
        continue;
      }
      return await documentOf(response, address, url, settings);
    }
  } catch (error) {
    throw explained(error, address, settings);
  }
  throw notFetched(address, `it redirects more than ${MAX_REDIRECTS} times`);
}

async function documentOf(
  response: Response,
  address: string,
  url: string,
  settings: FetchSettings,
): Promise<InputDocument> {
  const contentType = response.headers.get("content-type") ?? undefined;
  const type = contentType?.split(";")[0]?.trim() ?? "";
  const wrong = !response.ok
    ? `the server answers ${response.status} ${response.statusText}`.trim()
    : type !== "" && !READABLE.test(type)
      ? `it is ${type}; pages, texts, feeds and JSON are read`
      : undefined;
  if (wrong !== undefined) {
    await response.body?.cancel();
    throw notFetched(address, wrong);
  }
  const bytes = await readAtMost(response.body ?? [], settings.maxBytes);
  if (bytes === undefined)
    throw notFetched(address, `it has more than ${settings.maxBytes} bytes (--max-bytes)`);
  const language = response.headers.get("content-language")?.split(",")[0]?.trim();
  return { name: address, bytes, url, contentType, language: language || undefined };
}

function webAddress(written: string, address: string, base?: string): string {
  if (!URL.canParse(written, base)) throw notFetched(address, `"${written.slice(0, 200)}" is no address`);
  const url = new URL(written, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw notFetched(address, `${url.protocol}// addresses are not fetched, only http and https`);
  }
  if (url.username !== "" || url.password !== "") {
    throw notFetched(
      address,
      "addresses with a name and password in them are not fetched; save the page instead",
    );
  }
  return url.href;
}

function explained(error: unknown, address: string, settings: FetchSettings): unknown {
  if (error instanceof DatelineError) return error;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return notFetched(address, `it took longer than ${settings.timeoutMs / 1000} seconds (--timeout)`);
  }
  // What fetch throws where there is no connection, or one that breaks.
  if (!(error instanceof TypeError)) return error;
  const cause = error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
  return notFetched(address, `there is no connection: ${cause}`);
}

function notFetched(address: string, reason: string): DatelineError {
  return new DatelineError("NOT_FETCHED", `${address}: ${reason}`);
}
