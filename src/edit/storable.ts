import { DatelineError } from "../domain/errors.ts";
import { normalizeText } from "../domain/passage.ts";
import { InvalidInput, type Issue } from "./refusals.ts";

/**
 * Refuses texts that no database can hold, wherever in an input they are.
 *
 * @throws InvalidInput with every one of them
 */
export function refuseUnstorable(input: unknown): void {
  const issues = unstorable(input, ["input"]);
  if (issues.length > 0) throw new InvalidInput(issues);
}

function unstorable(value: unknown, path: readonly string[]): Issue[] {
  if (typeof value === "string") {
    try {
      normalizeText(value);
      return [];
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      return [{ path, message: error.message }];
    }
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unstorable(part, [...path, name]));
}
