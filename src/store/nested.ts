import type { Engine } from "./engine.ts";
import type { Store } from "./open.ts";
import type { Readers } from "./readers.ts";

/** What writes a store's parts, each in a transaction of its own. */
export type WritableStore = Pick<Store, "write" | "latest">;

/** A store whose writes are all part of a transaction that somebody holds: they are kept or lost together. */
export function within(tx: Engine, readers: Readers): WritableStore {
  return { write: (work) => work(tx, readers), latest: () => readers };
}
