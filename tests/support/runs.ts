import { inject } from "vitest";

/** Of every property's runs, the part that it has on PostgreSQL, where each takes longer. */
const SHARE_ON_POSTGRES = 1 / 3;

/** Properties with more runs than this have half of them, where nobody asks for more. */
const FEW = 20;

/** How many runs a property has: a number of them, or as many times that as the environment variable TEST_RUNS says. */
export function runs(usual: number, times = process.env["TEST_RUNS"]): number {
  const share = inject("postgres") === undefined ? 1 : SHARE_ON_POSTGRES;
  if (times === undefined || times === "") {
    const most = share === 1 ? Math.max(usual / 2, Math.min(usual, FEW)) : usual * share;
    return Math.ceil(most);
  }
  if (!/^[1-9]\d{0,3}$/.test(times)) {
    throw new Error(`TEST_RUNS is a whole number from 1 to 9999, not "${times}".`);
  }
  return Math.ceil(usual * Number(times) * share);
}
