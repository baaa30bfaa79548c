/** How long one request may keep others waiting, in milliseconds. */
const TURN = 20;

/** When one request works, so that others are served as well and its own deadline is noticed. */
export interface Turns {
  /** Does some work that waits for nothing of this request, such as reading a page. */
  take<T>(work: () => T | PromiseLike<T>): Promise<T>;
  /** When a loader reads what was asked of it: once this step of execution has asked for all it needs. */
  schedule(run: () => void): void;
}

/**
 * On an engine that reads synchronously nothing else would be done until a request is answered: neither other requests,
 * nor its own deadline. So when it has worked for {@link TURN}, it lets everything else go first. Until then
 * it goes on at once.
 *
 * @param signal work that is taken after it was aborted is not done: it fails with the signal's reason
 */
export function createTurns(signal?: AbortSignal): Turns {
  let began = performance.now();
  let queue: Promise<unknown> = Promise.resolve();
  const isOver = () => performance.now() - began >= TURN;
  const nextTurn = (run: () => void) =>
    setImmediate(() => {
      began = performance.now();
      run();
    });
  return {
    take(work) {
      // One begins after the other, so that each sees how long those before it took; they need not end in order.
      const turn = queue.then(async () => {
        if (isOver()) await new Promise<void>(nextTurn);
        signal?.throwIfAborted();
      });
      const done = turn.then(work);
      queue = turn.catch(() => undefined);
      return done;
    },
    schedule(run) {
      if (isOver()) nextTurn(run);
      // As DataLoader does by itself.
      else Promise.resolve().then(() => process.nextTick(run));
    },
  };
}
