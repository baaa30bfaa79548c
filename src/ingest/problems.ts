import { DatelineError } from "../domain/errors.ts";

/** Something in what is read that the person who gave it has to mend. */
export interface Problem {
  /** Where it is: `file:line`, or a file and the path of a part in it. */
  readonly at: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

const MAX_LISTED = 20;

/** What is wrong with a story: INVALID_STORY, with each problem by itself. */
export class StoryProblems extends DatelineError {
  constructor(
    readonly problems: readonly Problem[],
    message: string,
  ) {
    super("INVALID_STORY", message);
  }
}

/** Throws INVALID_STORY if there are problems, with one `file:line: message` per line for the first 20. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const listed = problems
    .slice(0, MAX_LISTED)
    .map(({ at, message }) => `${at}: ${message.replaceAll("\n", "\n    ")}`);
  const more = problems.length - listed.length;
  if (more > 0) listed.push(`and ${more} more ${more === 1 ? "problem" : "problems"}`);
  throw new StoryProblems(problems, listed.join("\n"));
}

/** Throws INVALID_ARTICLE: what was given cannot be read, at this place and for this reason. */
export function refuse(at: string, message: string): never {
  throw new DatelineError("INVALID_ARTICLE", `${at}: ${message}`);
}
