import { decodeChangeCursor, encodeChangeCursor } from "../domain/change-cursor.ts";
import { agentsOf, type ChangeView, changeViews, topicsOf } from "./changes.ts";
import { type Context, renew } from "./context.ts";

/** Which changes somebody follows. */
export interface FollowArgs {
  /** Slugs; null for any. */
  readonly topic?: string | null | undefined;
  readonly person?: string | null | undefined;
  /** The cursor after which to begin; null for the end of the log. */
  readonly since?: string | null | undefined;
}

/** Entries read at once: what a slow reader holds in memory at most. */
const ENTRIES_AT_ONCE = 20;

/**
 * Changes from a cursor on, and then as they happen, until nobody listens any more. Everything is read from the log when
 * the listener asks for the next change, so that one who is slow holds nothing up and nothing in memory, and one who
 * comes back with the last cursor goes on where they left.
 *
 * @throws DatelineError INVALID_CURSOR
 */
export async function follow(args: FollowArgs, context: Context): Promise<AsyncIterableIterator<ChangeView>> {
  const since = context.request.resumeAfter ?? args.since ?? null;
  const start = since === null ? await context.store.latest().changes.last() : decodeChangeCursor(since);
  // Said at once: a client that is cut off before the first change comes back with it.
  context.request.passed?.(encodeChangeCursor(start));
  const bell = new Bell();
  const unwatch = context.store.watch(() => bell.ring());
  const changes = changesFrom(start, args, context, bell);
  const end = async (): Promise<IteratorResult<ChangeView>> => {
    unwatch();
    bell.close();
    await changes.return(undefined);
    return { done: true, value: undefined };
  };
  const stream: AsyncIterableIterator<ChangeView> = {
    next: () => changes.next(),
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

async function* changesFrom(
  start: number,
  args: FollowArgs,
  context: Context,
  bell: Bell,
): AsyncGenerator<ChangeView, undefined, undefined> {
  let position = start;
  while (!bell.closed) {
    const rung = bell.rung;
    // What was loaded for the change before may be another by now.
    renew(context);
    const entries = await context.readers.changes.after(position, ENTRIES_AT_ONCE);
    for (const [index, entry] of entries.entries()) {
      if (index > 0) renew(context);
      const [change] = await changeViews([entry], context);
      position = entry.position;
      if (change && (await concerns(change, args, context))) {
        context.request.telling?.(change.cursor);
        yield change;
      } else {
        context.request.passed?.(encodeChangeCursor(position));
      }
      if (bell.closed) return;
    }
    if (entries.length < ENTRIES_AT_ONCE) await bell.after(rung);
  }
}

async function concerns(
  change: ChangeView,
  { topic, person }: FollowArgs,
  context: Context,
): Promise<boolean> {
  if (typeof topic === "string") {
    const asked = await context.load.topicBySlug.load(topic);
    if (asked === null || !(await topicsOf(change, context)).includes(asked.id)) return false;
  }
  if (typeof person === "string") {
    const asked = await context.load.personBySlug.load(person);
    if (asked === null || !(await agentsOf(change, context)).includes(asked.id)) return false;
  }
  return true;
}

/** Lets one who waits go on when something may have happened, also if that was before they began to wait. */
class Bell {
  rung = 0;
  closed = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.rung++;
    this.#wake?.();
  }

  close(): void {
    this.closed = true;
    this.ring();
  }

  /** Waits until it has been rung more often than that. */
  async after(rung: number): Promise<void> {
    if (this.rung > rung) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}
