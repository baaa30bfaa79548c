import { DatelineError } from "../../domain/errors.ts";

/** How many problems a message lists. */
const LISTED = 20;

/** Gathers what is wrong with a story, so that a person can mend all of it at once. */
export class Problems {
  readonly #found: string[] = [];

  constructor(private readonly at: (part: object) => string) {}

  /** Notes that something is wrong with a part of the story. */
  add(part: object, message: string): void {
    this.#found.push(`${this.at(part)}: ${message}`);
  }

  /** Does work on a part; an error meant for the writer of the story is noted, and the answer is then null. */
  attempt<T>(part: object, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      this.add(part, error.message);
      return null;
    }
  }

  /** Refuses the story with INVALID_STORY if anything is wrong with it. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const more = this.#found.length - LISTED;
    const lines = [...this.#found.slice(0, LISTED), ...(more > 0 ? [`and ${more} more`] : [])];
    throw new DatelineError("INVALID_STORY", lines.join("\n"));
  }
}
