import { type Day, utcDay } from "../../../src/domain/day.ts";
import type { Random } from "./random.ts";

const DAY_IN_MS = 86_400_000;

/** A day as a number of days since 1970. */
export type DayCount = number;

export function dayCount(day: Day): DayCount {
  return Date.parse(day) / DAY_IN_MS;
}

export function dayText(count: DayCount): Day {
  return utcDay(instantOf(count));
}

/** Midnight in UTC. */
export function instantOf(count: DayCount): Date {
  return new Date(count * DAY_IN_MS);
}

type Notation = (day: DayCount, random: Random) => string;

/** How dates are written, each with how often of a hundred. */
const NOTATIONS: readonly (readonly [weight: number, notation: Notation])[] = [
  [68, (day) => dayText(day)],
  [6, (day, random) => `${dayText(day)}T${String(random.between(6, 22)).padStart(2, "0")}:30`],
  [8, (day) => dayText(day).slice(0, 7)],
  [5, (day, random) => `${dayText(day)}/${dayText(day + random.between(1, 14))}`],
  [2, (day, random) => `${dayText(day)}/${dayText(day + random.between(7, 30))}~`],
  [1, (day) => `${dayText(day)}/..`],
  [1, (day) => `../${dayText(day)}`],
  [3, (day) => `${dayText(day)}~`],
  [2, (day) => `${dayText(day)}?`],
  [1, (day) => `[${dayText(day)},${dayText(day + 2)}]`],
  [1, (day, random) => `${dayText(day).slice(0, 4)}-${random.between(21, 24)}`],
  [1, (day) => dayText(day).slice(0, 4)],
  [1, (day) => `${dayText(day).slice(0, 4)}-1X`],
];

/** A date in EDTF that means a day or the time around it. */
export function edtfAround(random: Random, day: DayCount): string {
  return random.weighted(NOTATIONS)(day, random);
}
