import type { Viewer } from "../domain/access.ts";
import { DatelineError } from "../domain/errors.ts";

/** Why somebody may not have what they ask for. */
export function notAllowed(viewer: Viewer | null, what: string): DatelineError {
  return viewer === null
    ? new DatelineError(
        "UNAUTHENTICATED",
        `${what} takes a key. Send yours as \`Authorization: Bearer …\`; whoever runs this server makes keys.`,
      )
    : new DatelineError(
        "FORBIDDEN",
        `${what} is not for the scope ${viewer.scope} of the key of ${viewer.name}. Ask whoever runs this server for one that may.`,
      );
}
