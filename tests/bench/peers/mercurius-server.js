import fastify from "fastify";
import mercurius from "mercurius";
import { createContext } from "../../../src/graphql/context.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { openStore } from "../../../src/store/open.ts";
import { announce, databasePath } from "../served.ts";

// Mercurius with its compiler of queries, over our schema and loaders.

const store = await openStore(databasePath());
const app = fastify();
app.register(mercurius, { schema, jit: 1, context: () => createContext(store, () => new Date()) });
await app.listen({ port: 0, host: "127.0.0.1" });
announce(app.server.address().port);
