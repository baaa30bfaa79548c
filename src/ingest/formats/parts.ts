import { DatelineError } from "../../domain/errors.ts";
import type { Problem } from "../problems.ts";

/** What each part of a document was read as; one that cannot be taken becomes a problem and does not stop the others. */
export function readParts<Part, Read>(
  parts: readonly Part[],
  read: (part: Part, number: number) => Read,
): { readonly read: Read[]; readonly problems: Problem[] } {
  const all: Read[] = [];
  const problems: Problem[] = [];
  for (const [index, part] of parts.entries()) {
    try {
      all.push(read(part, index + 1));
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      const [at = "", ...message] = error.message.split(": ");
      problems.push({ at, message: message.join(": ") });
    }
  }
  return { read: all, problems };
}
