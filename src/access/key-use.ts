import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { AccessKey } from "../store/access-keys.ts";
import type { Store } from "../store/open.ts";

/** Uses of a key within this time, in milliseconds, are written once. */
const WRITTEN_EVERY = 60_000;

/**
 * Writes when keys were last used: at most once a minute for each, and without anybody waiting for it, since a long write may be
 * going on.
 */
export class KeyUse {
  readonly #written = new Map<number, number>();
  readonly #writing = new Set<Promise<void>>();

  /** @param onError told where that could not be written */
  constructor(
    private readonly store: Pick<Store, "write">,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Takes note that a key was used. */
  note({ id, lastUsedAt }: AccessKey, at: Date): void {
    const last = Math.max(lastUsedAt?.getTime() ?? 0, this.#written.get(id) ?? 0);
    if (at.getTime() - last < WRITTEN_EVERY) return;
    this.#written.set(id, at.getTime());
    const writing = this.#write(id, at)
      .catch(this.onError)
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Waits until what was noted is written. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }

  #write(id: number, at: Date): Promise<void> {
    return this.store.write(async ({ db, tables: { accessKey } }) => {
      const earlier = or(isNull(accessKey.lastUsedAt), lt(accessKey.lastUsedAt, at));
      await db
        .update(accessKey)
        .set({ lastUsedAt: at })
        .where(and(eq(accessKey.id, id), earlier));
    });
  }
}
