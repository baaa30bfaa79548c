import { type DocumentNode, type ExecutionResult, parse, execute as run, validate } from "graphql";
import { z } from "zod";
import type { Viewer } from "../../src/domain/access.ts";
import { createContext } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import type { Readers } from "../../src/store/readers.ts";

/** The moment at which tests ask. */
const NOW = new Date("2026-11-24T12:00:00Z");

/** Somebody who may see drafts, too. */
export const EDITOR: Viewer = { name: "Tester", scope: "EDITOR", key: "tester" };

/** A context that reads from some readers, where nothing is ever written. */
function contextOver(readers: Readers, viewer: Viewer | null) {
  return createContext(
    { forRequest: () => readers, latest: () => readers, watch: () => () => undefined },
    () => NOW,
    { viewer },
  );
}

/** Queries that were asked before, and are right. */
const documents = new Map<string, DocumentNode>();

/** Runs a query against a store, as an editor unless somebody else is given. */
export async function execute(
  readers: Readers,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  viewer: Viewer | null = EDITOR,
): Promise<ExecutionResult> {
  const document = documents.get(source) ?? parse(source);
  if (!documents.has(source)) {
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    documents.set(source, document);
  }
  return run({ schema, document, variableValues, contextValue: contextOver(readers, viewer) });
}

/** The data of a query that must not fail. */
export async function ask(
  readers: Readers,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const { data, errors } = await execute(readers, source, variables);
  if (errors?.[0]) throw errors[0];
  // As a client gets it: without the resolvers' own objects.
  return JSON.parse(JSON.stringify(data));
}

const Page = z.object({
  edges: z.array(
    z.object({ cursor: z.string(), node: z.looseObject({ __typename: z.string(), id: z.string() }) }),
  ),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
  totalCount: z.number(),
  totalCountIsExact: z.boolean(),
});

/** A page of a connection. */
export type Page = z.output<typeof Page>;

/** A connection: the field with its fixed arguments in brackets, and the fields that lead to it. */
export interface Connection {
  /** Such as `topic(slug: "talks")`; none for a field of Query. */
  readonly of?: string;
  readonly field: string;
  /** Such as `orderBy: NEWEST_FIRST`. */
  readonly fixed?: string;
}

/** Arguments of a page. */
export interface PageArgs {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

/** Reads a page of a connection. */
export async function readPage(
  readers: Readers,
  { of, field, fixed = "" }: Connection,
  args: PageArgs,
): Promise<Page> {
  const variables = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
  const names = Object.keys(variables);
  const inBrackets = [fixed, ...names.map((name) => `${name}: $${name}`)]
    .filter((text) => text !== "")
    .join(", ");
  const declared = names.map((name) => `$${name}: ${/st$/.test(name) ? "Int" : "String"}`).join(", ");
  const query = declared === "" ? "" : `query (${declared}) `;
  const page = `page: ${field}${inBrackets && `(${inBrackets})`} {
    edges { cursor node { __typename id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount totalCountIsExact
  }`;
  const within = of === undefined ? `{ ${page} }` : `{ of: ${of} { ${page} } }`;
  const data = await ask(readers, `${query}${within}`, variables);
  return of === undefined
    ? z.object({ page: Page }).parse(data).page
    : z.object({ of: z.object({ page: Page }) }).parse(data).of.page;
}

/** What the ids of a page's nodes name: `Event:e0`. */
export function nodesOf(page: Page): string[] {
  return page.edges.map(({ node }) => nameOf(node.id));
}

/** What a global id names. */
export function nameOf(id: string): string {
  return Buffer.from(id, "base64url").toString();
}

/** The global id of a name. */
export function idOf(name: string): string {
  return Buffer.from(name).toString("base64url");
}
