import { DatelineError } from "../domain/errors.ts";
import type { EditedChange } from "../store/changes.ts";

/** Something in what was given that whoever gave it has to mend. */
export interface Issue {
  /** Where it is, from the input on: `input`, `evidence`, `0`, `exact`. */
  readonly path: readonly string[];
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** What was given cannot be done. Nothing was written. */
export class InvalidInput extends DatelineError {
  constructor(readonly issues: readonly Issue[]) {
    super("INVALID_INPUT", issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  }
}

/** What was to be changed is not what it was when its editor saw it. Nothing was written. */
export class StaleRevision extends DatelineError {
  /**
   * @param current position in the log of what was last done to it
   * @param changes what was done to it meanwhile, oldest first
   */
  constructor(
    readonly path: readonly string[],
    readonly current: number,
    readonly changes: readonly EditedChange[],
  ) {
    const who = [...new Set(changes.map((change) => change.actor ?? "the command line"))].join(", ");
    super(
      "STALE_REVISION",
      `It was changed meanwhile by ${who}. Look at what it is now, and send the change again with that revision if it still is wanted.`,
    );
  }
}

/** The idempotency key was sent before, with something else to do. Nothing was written. */
export class KeyReused extends DatelineError {
  readonly path = ["input", "idempotencyKey"];

  constructor(mutation: string, at: Date) {
    super(
      "IDEMPOTENCY_KEY_REUSED",
      `This idempotency key was sent on ${at.toISOString()} with another ${mutation}: choose a new one for what is new.`,
    );
  }
}

/** Refuses what was given, for a reason. */
export function refuseInput(message: string, ...path: readonly (string | number)[]): never {
  throw new InvalidInput([{ path: ["input", ...path.map(String)], message }]);
}
