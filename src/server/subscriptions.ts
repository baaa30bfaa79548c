/** The subscriptions that are open, so that no client has too many and all can be ended. */
export class Subscriptions {
  readonly #open = new Map<string, Set<() => void>>();
  #closed = false;

  /** @param most how many one client may have open; 0 for none at all */
  constructor(readonly most: number) {}

  /**
   * Lets a client open another one.
   *
   * @param cut ends it, from this side
   * @returns what says that it has ended; null where the client has too many
   */
  admit(client: string, cut: () => void): (() => void) | null {
    const own = this.#open.get(client) ?? new Set();
    if (own.size >= this.most || this.#closed) return null;
    own.add(cut);
    this.#open.set(client, own);
    return () => {
      own.delete(cut);
      if (own.size === 0) this.#open.delete(client);
    };
  }

  /** Cuts all of them off, and admits no more. Clients come back to whatever answers next. */
  close(): void {
    this.#closed = true;
    for (const own of this.#open.values()) for (const cut of [...own]) cut();
  }
}
