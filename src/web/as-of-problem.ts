import { type Day, isDay } from "../domain/day.ts";

/** Why a page cannot be shown as known on a day, in words for its reader; null where it can, or where no day is asked for. */
export function asOfProblem(asOf: string | undefined, today: Day): string | null {
  if (asOf === undefined || asOf.trim() === "") return null;
  if (!isDay(asOf)) return `“As known on” takes a day such as 2025-10-18; “${asOf.slice(0, 40)}” is none.`;
  return asOf > today ? `${asOf} is still to come: nobody knows yet what will be reported by then.` : null;
}
