/** A request that somebody means ill with, and the answer that it has to get. */
export interface HostileRequest {
  readonly name: string;
  readonly method?: string;
  /** After `/graphql`. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly status: number;
  /** Of the first error; null where there is none to be: what was asked for is harmless. */
  readonly code: string | null;
}

type Asked = Pick<HostileRequest, "status" | "code"> & { readonly operationName?: unknown };

/** A query that is sent as it should be. */
export function asked(
  name: string,
  query: unknown,
  { status, code, ...more }: Asked,
  variables?: unknown,
): HostileRequest {
  return { name, body: JSON.stringify({ query, variables, ...more }), status, code };
}

/** A body that is sent as JSON, whatever it is. */
export function sent(
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  code: string | null,
): HostileRequest {
  return { name, body, status, code };
}

export function many(count: number, write: (index: number) => string, between = " "): string {
  return Array.from({ length: count }, (_, index) => write(index)).join(between);
}

export const FINE = { status: 200, code: null };
export const invalid = { status: 400, code: "GRAPHQL_VALIDATION_FAILED" };
export const unreadable = { status: 400, code: "GRAPHQL_PARSE_FAILED" };
export const badInput = { status: 400, code: "BAD_USER_INPUT" };
export const refused = (code: string) => ({ status: 400, code });

export const EVENTS = "{ events(first: 1) { edges { node { title } } } }";
export const FIRST = "query ($n: Int) { events(first: $n) { edges { cursor } } }";
export const IDS = "query ($i: [ID!]!) { nodes(ids: $i) { id } }";
export const FILTER = "query ($f: TimelineFilter) { timeline(filter: $f) { edges { cursor } } }";
