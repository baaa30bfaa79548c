import SchemaBuilder from "@pothos/core";
import RelayPlugin from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import SimpleObjectsPlugin from "@pothos/plugin-simple-objects";
import { mayAct } from "../domain/access.ts";
import type { Context } from "./context.ts";
import { notAllowed } from "./not-allowed.ts";

/** How many entries a connection has; see `totalCount`. */
export interface Total {
  readonly count: number;
  readonly exact: boolean;
}

/** The types that the schema is built with. Fields are non-null unless they say otherwise. */
export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    EDTF: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
  /** What takes a key of a scope, or of one that may more. */
  AuthScopes: { readonly reader: boolean; readonly editor: boolean; readonly admin: boolean };
  Connection: { readonly total: () => Promise<Total> };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  // What may be seen is decided before anything else is.
  plugins: [ScopeAuthPlugin, RelayPlugin, SimpleObjectsPlugin],
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      reader: mayAct(viewer, "READER"),
      editor: mayAct(viewer, "EDITOR"),
      admin: mayAct(viewer, "ADMIN"),
    }),
    unauthorizedError: (_parent, { viewer }, { parentType, fieldName }) =>
      notAllowed(viewer, `${parentType.name}.${fieldName}`),
  },
  defaultFieldNullability: false,
  relay: {
    clientMutationId: "omit",
    cursorType: "String",
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: { nullable: false, description: "The entries of this page, in order." },
    nodeFieldOptions: { nullable: false, description: "The entry." },
    cursorFieldOptions: {
      description: "Where the entry stands: give it as `after` or `before` to go on from here.",
    },
    pageInfoFieldOptions: { description: "Where this page begins and ends, and whether there is more." },
    nodeTypeOptions: { description: "Anything with an id that stays the same." },
    idFieldOptions: {
      description: "The same for as long as the thing is on record; a view as of a day has its own.",
    },
    pageInfoTypeOptions: { description: "Where a page begins and ends (Relay cursor connections)." },
    hasNextPageFieldOptions: { description: "Whether entries follow this page." },
    hasPreviousPageFieldOptions: { description: "Whether entries precede this page." },
    startCursorFieldOptions: { description: "Cursor of the first entry; null on an empty page." },
    endCursorFieldOptions: { description: "Cursor of the last entry; null on an empty page." },
  },
});

builder.queryType({ description: "Everything that can be asked." });
builder.mutationType({
  description: "Everything that editors can do: each takes a key of the scope editor.",
});

/** The interface of everything with a global id. */
export const Node = builder.nodeInterfaceRef();

builder.globalConnectionFields((t) => ({
  totalCount: t.int({
    description: "How many entries there are on all pages: exact up to 10,000, and 10,000 beyond.",
    resolve: async (connection) => (await connection.total()).count,
  }),
  totalCountIsExact: t.boolean({
    description: "Whether `totalCount` is the exact number, not a lower bound.",
    resolve: async (connection) => (await connection.total()).exact,
  }),
}));
