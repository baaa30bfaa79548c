/** Those who want to know of writes. */
export class Watchers {
  readonly #watchers = new Set<() => void>();

  /**
   * @param start called when there is somebody to tell, after there was nobody
   * @param stop called when there is nobody any more
   */
  constructor(
    private readonly start: () => void,
    private readonly stop: () => void,
  ) {}

  /** Adds somebody. Returns what takes them out again. */
  add(watcher: () => void): () => void {
    // A function of its own, so that the same one may be added twice.
    const own = () => watcher();
    this.#watchers.add(own);
    if (this.#watchers.size === 1) this.start();
    return () => {
      if (this.#watchers.delete(own) && this.#watchers.size === 0) this.stop();
    };
  }

  tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
