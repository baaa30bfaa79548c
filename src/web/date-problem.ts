import { dateRange } from "../domain/date-range.ts";
import { DatelineError } from "../domain/errors.ts";
import { parseFuzzyDateIfKnown } from "../domain/fuzzy-date.ts";

/** What is wrong with the dates that a timeline is to lie between, in words for its reader; null where nothing is. */
export function dateProblem({
  from,
  to,
}: {
  readonly from: string | null;
  readonly to: string | null;
}): string | null {
  try {
    dateRange(parseFuzzyDateIfKnown(from), parseFuzzyDateIfKnown(to));
    return null;
  } catch (error) {
    if (error instanceof DatelineError) return error.message;
    throw error;
  }
}
