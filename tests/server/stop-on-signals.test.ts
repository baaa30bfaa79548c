import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { createLogger } from "../../src/server/log.ts";
import { stopOnSignals } from "../../src/server/stop-on-signals.ts";

const logger = createLogger("silent");

function signals(stop: () => Promise<void>) {
  const source = new EventEmitter();
  const exit = vi.fn();
  const release = stopOnSignals(stop, { logger, source, exit });
  return { source, exit, release };
}

test.each(["SIGTERM", "SIGINT"])("%s stops, then exits with 0", async (signal) => {
  let stopped = () => {};
  const { source, exit } = signals(
    () =>
      new Promise((done) => {
        stopped = done;
      }),
  );
  source.emit(signal, signal);
  await Promise.resolve();
  expect(exit).not.toHaveBeenCalled();
  stopped();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
});

test("a second signal exits at once", () => {
  const stop = vi.fn(() => new Promise<void>(() => {}));
  const { source, exit } = signals(stop);
  source.emit("SIGTERM", "SIGTERM");
  source.emit("SIGINT", "SIGINT");
  expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  expect(stop).toHaveBeenCalledOnce();
});

test("exits with 1 when stopping fails", async () => {
  const { source, exit } = signals(() => Promise.reject(new Error("stuck")));
  source.emit("SIGTERM", "SIGTERM");
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1));
});

test("can be undone", () => {
  const { source, release } = signals(() => Promise.resolve());
  release();
  expect(source.eventNames()).toEqual([]);
});
