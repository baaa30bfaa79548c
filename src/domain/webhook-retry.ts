/** How long deliveries are tried before they are given up, in milliseconds: three days, a long weekend. */
export const GIVE_UP_AFTER = 3 * 86_400_000;

const FIRST_DELAY = 5_000;
const LONGEST_DELAY = 6 * 3_600_000;

/**
 * How long to wait before a delivery is tried again, in milliseconds: twice as long each time, from 5 seconds up to 6 hours, of
 * which at least half is waited, so that those that failed together do not come back together.
 *
 * @param failures how often it has failed, at least 1
 * @param random from 0 up to 1
 */
export function retryDelay(failures: number, random: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1));
  return Math.round(longest * (0.5 + random / 2));
}
