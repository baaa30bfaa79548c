import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/* Runs the tests with twenty times as many runs of each property; arguments go to vitest. */

const TIMES = "20";
/** Properties take as many times longer, too. */
const TIMEOUT = String(Number(TIMES) * 30_000);

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const child = spawn(process.execPath, [vitest, "run", "--testTimeout", TIMEOUT, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { TEST_RUNS: TIMES, ...process.env },
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
