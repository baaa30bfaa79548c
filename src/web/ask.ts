import type { TadaDocumentNode } from "gql.tada";
import { execute, GraphQLError } from "graphql";
import type { Viewer } from "../domain/access.ts";
import { type ContextOptions, createContext, type Source } from "../graphql/context.ts";
import { schema } from "../graphql/schema.ts";

/** Asks the schema in this process. */
export type Ask = <Result, Variables extends Readonly<Record<string, unknown>>>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** What asks on behalf of one page, for whoever reads it. `now` is the clock. */
export function asker(
  store: Source,
  now: () => Date,
  viewer: Viewer | null = null,
  options: ContextOptions = {},
): Ask {
  const contextValue = createContext(store, now, { viewer }, options);
  return async <Result>(document: TadaDocumentNode<Result, never>, variableValues: object) => {
    const { data, errors } = await execute({
      schema,
      document,
      variableValues: { ...variableValues },
      contextValue,
    });
    const [error] = errors ?? [];
    if (error) throw cause(error);
    // The executor does not know the type that the document promises, and keeps.
    return data as Result;
  };
}

/** What a resolver or a value threw: pages tell of it in their own words. */
function cause(error: GraphQLError): Error {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? cause(originalError) : (originalError ?? error);
}
