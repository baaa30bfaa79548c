import type { GraphQLError } from "graphql";
import { refusal, shown } from "./refusal.ts";

/** Values in the variables of a request at most, with those inside lists and objects. */
export const MAX_VALUES = 5_000;
/** Characters in them at most, names included: a hundred cursors, or a hundred searches, are far below. */
export const MAX_CHARACTERS = 100_000;

/** The same for editors, who send whole pages. */
export const MAX_CHARACTERS_OF_EDITORS = 3_000_000;

/**
 * What is wrong with how much there is in variables; null where nothing is. Each wrong value is answered with an error
 * that shows it, and unknown names with a search for ones that are alike, so that both grow faster than what was sent.
 */
export function refuseVariables(variables: unknown, maxCharacters = MAX_CHARACTERS): GraphQLError | null {
  let values = 0;
  let characters = 0;
  // Not by calling itself: variables may be nested as deep as the body is long.
  const open: unknown[] = [variables];
  while (open.length > 0) {
    const value = open.pop();
    values += 1;
    if (typeof value === "string") characters += value.length;
    if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) characters += name.length;
        open.push(inner);
      }
    }
    if (values + open.length > MAX_VALUES) return tooMuch("values", MAX_VALUES);
    if (characters > maxCharacters) return tooMuch("characters", maxCharacters);
  }
  return null;
}

function tooMuch(what: string, limit: number): GraphQLError {
  return refusal(
    "VARIABLES_TOO_LARGE",
    `The variables have more than ${shown(limit)} ${what}, which is the limit. Send less, or split it over several requests.`,
  );
}
