import { expect, inject } from "vitest";

/** Of every property's runs, the part that it has on PostgreSQL, where each takes longer. */
const SHARE_ON_POSTGRES = 1 / 3;

/** Where nobody asks for more, a property has half of its runs, but so many at least: the whole is to end in five minutes. */
const SHARE = 1 / 2;
const FEW = 12;
const FEW_ON_POSTGRES = 3;

/** How many runs a property has: a number of them, or as many times that as the environment variable TEST_RUNS says. */
export function runs(usual: number, times = process.env["TEST_RUNS"]): number {
  const share = inject("postgres") === undefined ? 1 : SHARE_ON_POSTGRES;
  if (times === undefined || times === "") {
    const few = share === 1 ? FEW : FEW_ON_POSTGRES;
    return Math.ceil(Math.max(usual * SHARE * share, Math.min(usual, few)));
  }
  if (!/^[1-9]\d{0,3}$/.test(times)) {
    throw new Error(`TEST_RUNS is a whole number from 1 to 9999, not "${times}".`);
  }
  return Math.ceil(usual * Number(times) * share);
}

/** Says that what a property is about came up at all. On PostgreSQL its few runs may miss it. */
export function expectCameUp(times: number, what?: string): void {
  if (inject("postgres") === undefined) expect(times, what).toBeGreaterThan(0);
}
