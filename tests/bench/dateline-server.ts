import cluster from "node:cluster";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { openStore } from "../../src/store/open.ts";
import { announce, databasePath } from "./served.ts";

// The server that ships, without a log: as it is ("hot"), with no answer kept ("cold"), without the fast path ("ordinary"), or
// cold in two processes ("workers").

const WORKERS = 2;

const mode = process.argv[3] ?? "hot";
if (mode === "workers" && cluster.isPrimary) await supervise();
else await serve();

async function serve(): Promise<void> {
  const store = await openStore(databasePath());
  const logger = createLogger("silent");
  const app = createDatelineApp(store, {
    logger,
    graphiql: false,
    now: () => new Date(),
    fastPath: mode !== "ordinary",
    ...(mode === "hot" || mode === "ordinary" ? {} : { cacheBytes: 0 }),
  });
  const { port } = await listen(app, { host: "127.0.0.1", port: 0, logger });
  if (cluster.isPrimary) announce(port);
}

/** Announces the port once all workers listen on it. */
async function supervise(): Promise<void> {
  const ports = Array.from({ length: WORKERS }, () => {
    const worker = cluster.fork();
    return new Promise<number>((resolve) => worker.once("listening", ({ port }) => resolve(port)));
  });
  const [port = 0] = await Promise.all(ports);
  announce(port);
}
