import { EventEmitter, once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { createLogger } from "../../src/server/log.ts";
import { superviseWorkers, type Worker } from "../../src/server/workers.ts";
import { address, outcome, startCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/store.ts";

class FakeWorker extends EventEmitter implements Worker {
  readonly process = { pid: 1 };
  asked = 0;
  disconnect() {
    this.asked += 1;
    queueMicrotask(() => this.emit("exit", 0));
  }
}

describe("workers", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function supervised(count: number) {
    const workers: FakeWorker[] = [];
    const fork = () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    };
    return { workers, supervisor: superviseWorkers({ count, fork, logger: createLogger("silent") }) };
  }

  test("one that ends is replaced, sooner where it lasted than where the last ones did not", async () => {
    const { workers, supervisor } = supervised(2);
    for (const worker of workers) worker.emit("listening");
    await supervisor.listening;
    const waits: number[] = [];
    for (let time = 1; time <= 9; time++) {
      workers.at(-1)?.emit("exit", 1);
      const before = workers.length;
      let waited = 0;
      for (; workers.length === before; waited += 100) vi.advanceTimersByTime(100);
      waits.push(waited);
    }
    expect(waits).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
    workers.at(-1)?.emit("listening");
    vi.advanceTimersByTime(61_000);
    workers.at(-1)?.emit("exit", 1);
    vi.advanceTimersByTime(100);
    expect(workers).toHaveLength(2 + 10);
    await supervisor.stop();
    expect(workers.filter(({ asked }) => asked > 0)).toHaveLength(2);
  });

  test("one that cannot begin is told of", async () => {
    const { workers, supervisor } = supervised(2);
    workers[0]?.emit("listening");
    workers[1]?.emit("exit", 2);
    await expect(supervisor.listening).rejects.toThrow("ended with 2");
    await supervisor.stop();
  });
});

test("several processes serve one port, one that is killed is replaced, and all stop when they are told to", async () => {
  const folder = await temporaryFolder();
  const child = startCli(["serve", "--demo", "--workers", "2"], {
    DATABASE_URL: join(folder, "dateline.db"),
    PORT: "0",
    HOST: "127.0.0.1",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const listening = new Set<number>();
  let log = "";
  child.stderr.on("data", (data) => {
    log += data;
    for (const [, pid] of log.matchAll(/"worker":(\d+),"msg":"worker listening"/g))
      listening.add(Number(pid));
  });
  const ended = outcome(child);
  const url = await address(child);
  const ask = async () => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify({ query: "{ topics { totalCount } }" }),
    });
    return response.json();
  };
  const one = { data: { topics: { totalCount: 1 } } };
  for (let time = 1; time <= 4; time++) expect(await ask()).toMatchObject(one);
  expect(listening.size).toBe(2);
  const [first = 0] = listening;
  process.kill(first, "SIGKILL");
  await expect.poll(() => listening.size, { timeout: 30_000 }).toBe(3);
  expect(await ask()).toMatchObject(one);
  child.kill("SIGTERM");
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out.match(/running at/g)).toHaveLength(1);
  for (const pid of listening) expect(() => process.kill(pid, 0)).toThrow();
});

test("where the port is taken, all processes end, and say why", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const folder = await temporaryFolder();
  const child = startCli(["serve", "--workers", "2"], {
    DATABASE_URL: join(folder, "dateline.db"),
    PORT: String(port),
    HOST: "127.0.0.1",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const { code, out, err } = await outcome(child);
  expect(code).toBe(1);
  expect(err).toContain(`Port ${port} on 127.0.0.1 is taken.`);
  expect(err).not.toMatch(/^\s+at /m);
  expect(out).toBe("");
});
