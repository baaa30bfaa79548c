import { dateRange } from "../domain/date-range.ts";
import { DatelineError } from "../domain/errors.ts";
import { parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";
import type { TimelineParams } from "./params.ts";

/** What is wrong with the dates that a timeline is asked for by, in words for its reader; null where nothing is. */
export function dateProblem({
  from,
  to,
  asOfProblem,
}: Pick<TimelineParams, "from" | "to" | "asOfProblem">): string | null {
  if (asOfProblem !== null) return asOfProblem;
  try {
    dateRange(parseFuzzyDateIfKnown(from), parseFuzzyDateIfKnown(to));
    return null;
  } catch (error) {
    if (error instanceof DatelineError) return error.message;
    throw error;
  }
}
