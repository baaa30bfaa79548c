import cluster from "node:cluster";
import type { Config } from "../config.ts";
import { createLogger } from "../server/log.ts";
import { type SignalSource, stopOnSignals } from "../server/stop-on-signals.ts";
import { superviseWorkers } from "../server/workers.ts";
import { openStore } from "../store/open.ts";
import { announce, seedIfEmpty, serve } from "./serve.ts";

/**
 * Runs the server in several processes that share its port, until it is told to stop. Each has connections, caches and
 * limits of its own; writers take turns as they always do between processes.
 */
export async function serveWithWorkers(
  config: Config,
  { demo, workers }: { readonly demo: boolean; readonly workers: number },
): Promise<void> {
  if (!cluster.isPrimary) return serveAsWorker(config);
  const logger = createLogger(config.logLevel);
  // The file is made and migrated, and the demo story put on record, once and before anybody reads.
  const store = await openStore(config.database);
  try {
    if (demo) await seedIfEmpty(store, logger);
  } finally {
    await store.close();
  }
  let port = config.port;
  cluster.on("listening", (_worker, address) => {
    port = address.port;
  });
  const supervisor = superviseWorkers({ count: workers, fork: () => cluster.fork(), logger });
  stopOnSignals(() => supervisor.stop(), { logger });
  try {
    await supervisor.listening;
  } catch (error) {
    await supervisor.stop();
    // What is wrong the worker has said itself.
    logger.error({ reason: error instanceof Error ? error.message : error }, "could not start");
    process.exitCode = 1;
    return;
  }
  announce(config, port);
}

async function serveAsWorker(config: Config): Promise<void> {
  try {
    await serve(config, { demo: false, worker: { signals: workerSignals() } });
  } catch (error) {
    // The connection to the process that started it would keep it alive. That process may be closing it at the same time.
    process.channel?.unref();
    throw error;
  }
}

/**
 * What stops a worker: a signal to it alone, and the end of its connection to the process that started it, which asks it so
 * to stop or has gone. Ctrl-C goes to all processes at a terminal; of those the one that started them answers it.
 */
function workerSignals(): SignalSource {
  process.on("SIGINT", () => undefined);
  return {
    on(signal, listener) {
      if (signal !== "SIGTERM") return;
      process.on(signal, listener);
      process.once("disconnect", () => listener(signal));
    },
    off(signal, listener) {
      process.off(signal, listener);
    },
  };
}
