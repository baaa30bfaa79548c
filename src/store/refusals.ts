import { DatelineError } from "../domain/errors.ts";

/** What every engine says of a statement that it ended because it ran too long. */
export function tooSlow(): DatelineError {
  return new DatelineError(
    "TOO_SLOW",
    "The answer would take too long to find. Ask for less: fewer fields with counts, or a narrower filter.",
  );
}

/** What every engine says of a write whose turn did not come for so many milliseconds. */
export function busy(patience: number): DatelineError {
  return new DatelineError(
    "BUSY",
    `Another writer has held the database for ${patience / 1_000} seconds. Try again when it is done; nothing was written.`,
  );
}
