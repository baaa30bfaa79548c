import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { openStore } from "../../src/store/open.ts";
import { announce, databasePath } from "./served.ts";

// The server that ships, without a log: as it is ("hot"), with no answer kept ("cold"), or without the fast path.

const mode = process.argv[3] ?? "hot";
const store = await openStore(databasePath());
const logger = createLogger("silent");
const app = createDatelineApp(store, {
  logger,
  graphiql: false,
  now: () => new Date(),
  fastPath: mode !== "ordinary",
  ...(mode === "cold" ? { cacheBytes: 0 } : {}),
});
const { port } = await listen(app, { host: "127.0.0.1", port: 0, logger });
announce(port);
