import { DatelineError } from "../domain/errors.ts";

/** Something in a story folder that the person who wrote it has to mend. */
export interface Problem {
  /** Where it is: `file:line`. */
  readonly at: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

const MAX_LISTED = 20;

/** Throws INVALID_STORY if there are problems, with one `file:line: message` per line for the first 20. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const listed = problems
    .slice(0, MAX_LISTED)
    .map(({ at, message }) => `${at}: ${message.replaceAll("\n", "\n    ")}`);
  const more = problems.length - listed.length;
  if (more > 0) listed.push(`and ${more} more ${more === 1 ? "problem" : "problems"}`);
  throw new DatelineError("INVALID_STORY", listed.join("\n"));
}
