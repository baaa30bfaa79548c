/**
 * Remembers the values that were used last: at least `limit` of them, and at most twice as many. They are in two
 * generations, and the older one is dropped whole, so that looking something up costs no more than in a `Map`.
 */
export class RecentMap<Key, Value extends NonNullable<unknown> | null> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(private readonly limit: number) {}

  get(key: Key): Value | undefined {
    const found = this.#young.get(key);
    if (found !== undefined) return found;
    const aged = this.#old.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  set(key: Key, value: Value): void {
    if (this.#young.size >= this.limit) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}

/** A function of a text that remembers its last answers, at least `limit` of them. What it throws is not kept. */
export function remembered<Value extends NonNullable<unknown> | null>(
  limit: number,
  make: (key: string) => Value,
): (key: string) => Value {
  const known = new RecentMap<string, Value>(limit);
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
