import { z } from "zod";
import type { Refused } from "../../../domain/draft.ts";
import { DatelineError } from "../../../domain/errors.ts";
import { sayable } from "./sayable.ts";

/** What a model gave and is not proposed, with reasons. */
export class Refusals {
  readonly #list: Refused[] = [];

  get list(): readonly Refused[] {
    return this.#list;
  }

  add(what: string, reason: string): void {
    this.#list.push({ what: sayable(what, undefined) || "(nothing)", reason: sayable(reason, undefined) });
  }

  /** Does work; where that finds something wrong with what was given, it is refused, and null comes back. */
  attempt<T>(what: string, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (error instanceof DatelineError) this.add(what, error.message);
      else if (error instanceof z.ZodError) this.add(what, z.prettifyError(error));
      else throw error;
      return null;
    }
  }
}
