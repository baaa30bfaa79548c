import { inject } from "vitest";

/** Of every property's runs, the part that it has each time; on PostgreSQL, where a run takes longer, fewer. */
const SHARE = 1 / 2;
const SHARE_ON_POSTGRES = 1 / 6;

/** How many runs a property has: a number of them, or as many times that as the environment variable TEST_RUNS says. */
export function runs(usual: number, times = process.env["TEST_RUNS"]): number {
  const share = inject("postgres") === undefined ? SHARE : SHARE_ON_POSTGRES;
  if (times === undefined || times === "") return Math.ceil(usual * share);
  if (!/^[1-9]\d{0,3}$/.test(times)) {
    throw new Error(`TEST_RUNS is a whole number from 1 to 9999, not "${times}".`);
  }
  return Math.ceil(usual * Number(times) * share);
}
