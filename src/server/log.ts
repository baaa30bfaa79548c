import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";
import type { LogLevel } from "../config.ts";

export type { Logger } from "pino";

/**
 * A logger that writes one JSON object a line. It writes to stderr, so that stdout holds only what a command was
 * asked for.
 *
 * @param output for tests
 */
export function createLogger(level: LogLevel, output: DestinationStream = toStderr()): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, output);
}

/** Line by line: what is written later is tried for ever at the end of a process whose reader has gone (sonic-boom 4.2). */
function toStderr(): DestinationStream {
  return destination({ dest: 2, sync: true });
}
