/** How many runs a property has: a number of them, or as many times that as the environment variable TEST_RUNS says. */
export function runs(usual: number, times = process.env["TEST_RUNS"]): number {
  if (times === undefined || times === "") return usual;
  if (!/^[1-9]\d{0,3}$/.test(times)) {
    throw new Error(`TEST_RUNS is a whole number from 1 to 9999, not "${times}".`);
  }
  return usual * Number(times);
}
