import type { Day } from "../../../domain/day.ts";
import { parseFuzzyDateIfKnown } from "../../../domain/fuzzy-date.ts";

/** When a text was published, as exactly as is known. */
export interface Now {
  readonly year: number;
  readonly month: number | null;
  readonly day: Day | null;
}

/** Reads a day of publication; null where not even its year is known. `~` and `?` are passed over. */
export function readNow(published: string | null): Now | null {
  const date = parseFuzzyDateIfKnown(published);
  if (date === null || date.earliest === null || date.latest === null) return null;
  const { earliest, latest } = date;
  if (earliest === latest) {
    return { year: Number(earliest.slice(0, 4)), month: Number(earliest.slice(5, 7)), day: earliest };
  }
  if (earliest.slice(0, 4) !== latest.slice(0, 4)) return null;
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7);
  return {
    year: Number(earliest.slice(0, 4)),
    month: sameMonth ? Number(earliest.slice(5, 7)) : null,
    day: null,
  };
}
