import { RateLimiterMemory } from "rate-limiter-flexible";

/** Wrong keys that one client may try in a while. */
const MOST = 10;
/** How long that while is, in seconds. */
const WHILE = 15 * 60;

/** Counts wrong keys by client. Nobody guesses a key; this keeps those who try from being a load. */
export class Attempts {
  readonly #limiter = new RateLimiterMemory({ points: MOST, duration: WHILE });

  /** How long a client has to wait before it may try again, in seconds; 0 if it may now. */
  async wait(client: string): Promise<number> {
    const tried = await this.#limiter.get(client);
    return tried !== null && tried.consumedPoints >= MOST ? Math.ceil(tried.msBeforeNext / 1_000) : 0;
  }

  /** Notes that a client tried a wrong key. */
  async failed(client: string): Promise<void> {
    // It refuses what is beyond the limit, and counts it.
    await this.#limiter.consume(client).catch(() => undefined);
  }

  /** Forgets what a client tried, since it has a key. */
  async succeeded(client: string): Promise<void> {
    await this.#limiter.delete(client);
  }
}
