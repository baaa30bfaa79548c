import { createServer } from "node:http";
import { createYoga } from "graphql-yoga";
import { createContext } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import { openStore } from "../../src/store/open.ts";
import { announce, databasePath } from "./served.ts";

// GraphQL Yoga as it comes, over our schema and loaders: no limits, no log.

const store = await openStore(databasePath());
const yoga = createYoga({ schema, context: () => createContext(store, () => new Date()), logging: false });
const server = createServer((request, response) => void yoga(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  announce(address.port);
});
