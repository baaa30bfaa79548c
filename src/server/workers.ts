import type { Logger } from "./log.ts";

/** How long a worker that crashed is waited for before another takes its place, in milliseconds: twice as long each time. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
/** How long one has to run to be taken for a good one, in milliseconds. */
const GOOD_AFTER = 60_000;

/** A process that serves, as `node:cluster` has it. */
export interface Worker {
  readonly process: { readonly pid?: number | undefined };
  on(event: "listening", listener: () => void): unknown;
  on(event: "exit", listener: (code: number | null) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  /** Asks it to stop gracefully. */
  disconnect(): unknown;
}

/** What {@link superviseWorkers} works with. */
export interface Supervision {
  readonly count: number;
  /** Starts a worker. */
  readonly fork: () => Worker;
  readonly logger: Logger;
}

/** Workers that are kept running. */
export interface Supervisor {
  /** When all listen; fails when one of the first ends before it does. */
  readonly listening: Promise<void>;
  /** Asks all to stop, and waits until they have. */
  stop(): Promise<void>;
}

/**
 * Keeps a number of workers running: one that ends without having been asked to is replaced, after a wait that grows while
 * the new ones do not last either. A worker that cannot even begin means that none can: that is for the caller.
 */
export function superviseWorkers({ count, fork, logger }: Supervision): Supervisor {
  const running = new Set<Worker>();
  const waits = new Set<NodeJS.Timeout>();
  let stopping = false;
  let ended = () => {};

  function start(wait: number, begun: () => void, failed: (code: number | null) => void): void {
    const worker = fork();
    const started = performance.now();
    let listens = false;
    running.add(worker);
    worker.on("listening", () => {
      listens = true;
      logger.info({ worker: worker.process.pid }, "worker listening");
      begun();
    });
    // One that has just ended cannot be asked to stop any more; its end is told of by itself.
    worker.on("error", (error) =>
      logger.debug({ worker: worker.process.pid, err: error }, "worker not reached"),
    );
    worker.on("exit", (code) => {
      running.delete(worker);
      if (running.size === 0) ended();
      if (stopping) return;
      if (!listens) failed(code);
      const lasted = performance.now() - started > GOOD_AFTER;
      const next = lasted ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
      logger.error(
        { worker: worker.process.pid, code, restartAfterMs: lasted ? FIRST_WAIT : wait },
        "worker ended",
      );
      const timer = setTimeout(
        () => {
          waits.delete(timer);
          start(
            next,
            () => undefined,
            () => undefined,
          );
        },
        lasted ? FIRST_WAIT : wait,
      );
      waits.add(timer);
    });
  }

  const listening = Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<void>((resolve, reject) => {
          start(FIRST_WAIT, resolve, (code) =>
            reject(new Error(`A worker ended with ${code ?? "a signal"} before it listened.`)),
          );
        }),
    ),
  ).then(() => undefined);

  return {
    listening,
    async stop() {
      stopping = true;
      for (const timer of waits) clearTimeout(timer);
      if (running.size === 0) return;
      const all = new Promise<void>((resolve) => {
        ended = resolve;
      });
      for (const worker of running) worker.disconnect();
      await all;
    },
  };
}
