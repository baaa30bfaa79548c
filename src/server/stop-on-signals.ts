import type { Logger } from "./log.ts";

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** The signals that end the server. */
export type StopSignal = keyof typeof EXIT_CODES;

/** What {@link stopOnSignals} needs of a process. */
export interface SignalSource {
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
}

/** Where signals come from and where the exit code goes; for tests. */
export interface StopOptions {
  readonly logger: Logger;
  readonly source?: SignalSource;
  readonly exit?: (code: number) => void;
}

/**
 * Stops on SIGTERM and SIGINT (Ctrl-C): the first one stops gracefully and then exits with 0, or with 1 when that
 * fails; a second one exits at once, with 128 plus the signal's number.
 *
 * @returns a function that no longer listens to signals
 */
export function stopOnSignals(
  stop: () => Promise<void>,
  { logger, source = process, exit = process.exit }: StopOptions,
): () => void {
  let stopping = false;
  const onSignal = (signal: StopSignal) => {
    if (stopping) return exit(EXIT_CODES[signal]);
    stopping = true;
    logger.info({ signal }, "stopping");
    stop().then(
      () => exit(0),
      (error) => {
        logger.error({ err: error }, "could not stop cleanly");
        exit(1);
      },
    );
  };
  source.on("SIGTERM", onSignal);
  source.on("SIGINT", onSignal);
  return () => {
    source.off("SIGTERM", onSignal);
    source.off("SIGINT", onSignal);
  };
}
