/** Runs what it is given later, when all that the present step of execution asks for has been gathered. */
export type Schedule = (run: () => void) => void;

/** How long one request may keep others waiting, in milliseconds. */
const TURN = 20;

/**
 * When the loaders of one request read. On an engine that reads synchronously nothing else would be done until the
 * whole request is: neither other requests, nor its own deadline. So when its turn has lasted {@link TURN}, it lets
 * everything else go first. Until then it is as DataLoader does by itself, which costs nothing.
 */
export function fairSchedule(): Schedule {
  let turnBegan = performance.now();
  return (run) => {
    if (performance.now() - turnBegan < TURN) {
      Promise.resolve().then(() => process.nextTick(run));
      return;
    }
    setImmediate(() => {
      turnBegan = performance.now();
      run();
    });
  };
}
