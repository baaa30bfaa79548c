import type { PlainRequest } from "./plain.ts";

/** What a plain GraphQL request asks for. */
export interface PlainParams {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NAMES: ReadonlySet<string> = new Set(["query", "documentId", "operationName", "variables"]);

/** The parameters of a request that has these alone, each as it should be; null for any other. */
export function plainParams({ method, url, body }: PlainRequest): PlainParams | null {
  return method === "POST" ? checked(parsed(body.toString())) : fromQueryString(url);
}

function fromQueryString(url: string): PlainParams | null {
  const sent: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(url.slice(url.indexOf("?") + 1))) {
    // Given twice, or given as nothing: not for us to judge.
    if (name in sent || value === "") return null;
    sent[name] = name === "variables" ? parsed(value) : value;
  }
  return sent["variables"] === null ? null : checked(sent);
}

function checked(sent: unknown): PlainParams | null {
  if (!isObject(sent)) return null;
  for (const name in sent) if (!NAMES.has(name)) return null;
  const { query, documentId, operationName, variables } = sent;
  if (!isNameOrNothing(query) || !isNameOrNothing(documentId) || !isNameOrNothing(operationName)) return null;
  if ((query === undefined) === (documentId === undefined)) return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  return { query, documentId, operationName, variables: variables ?? {} };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isNameOrNothing(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && value !== "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
