import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { createContext } from "../../../src/graphql/context.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { openStore } from "../../../src/store/open.ts";
import { announce, databasePath } from "../served.ts";

// Apollo Server, over our schema and loaders.

const store = await openStore(databasePath());
// For browsers, and for clients that have been changed since: neither is part of what is measured.
const server = new ApolloServer({ schema, csrfPrevention: false, cache: "bounded" });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: "127.0.0.1" },
  context: async () => createContext(store, () => new Date()),
});
announce(Number(new URL(url).port));
